package io.netloom.app.shell;

import io.netloom.app.crash.CrashHandler;
import io.netloom.app.crash.CrashReports;
import io.netloom.app.doctor.Observed;
import io.netloom.app.document.Folders;
import io.netloom.app.task.EachFrame;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/// The program with its window. Its arguments are project files to open.
public final class WindowApplication extends Application {
    private ShellWindow window;

    /// JavaFX makes it.
    public WindowApplication() {}

    /// Opens the window, and returns when it is closed.
    public static void open(List<String> projects) {
        launch(WindowApplication.class, projects.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Folders folders = Folders.ofThisUser();
        window = new ShellWindow(stage, folders, Path.of(System.getProperty("netloom.home", "."), "samples"),
                getHostServices()::showDocument);
        Thread.setDefaultUncaughtExceptionHandler(new CrashHandler(
                new CrashReports(folders.crashes(), folders.logs()), new EachFrame<>(window::tell)));
        List<Path> projects = getParameters().getRaw().stream().map(Path::of).toList();
        if (projects.isEmpty()) {
            window.welcome();
        }
        window.open(projects);
        System.getLogger(WindowApplication.class.getName()).log(System.Logger.Level.INFO,
                "the window is open, Netloom {0}",
                Observed.netloomVersion());
    }

    @Override
    public void stop() {
        window.close();
    }
}
