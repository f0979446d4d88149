package io.netloom.app.shell;

import io.netloom.app.document.Folders;
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
        window.open(getParameters().getRaw().stream().map(Path::of).toList());
    }

    @Override
    public void stop() {
        window.close();
    }
}
