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
        // Charts are drawn with Java's own graphics, which needs no window system of its own.
        System.setProperty("java.awt.headless", "true");
        launch(WindowApplication.class, projects.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Folders folders = Folders.of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")),
                System.getenv());
        window = new ShellWindow(stage, folders, Path.of(System.getProperty("netloom.home", "."), "samples"),
                getHostServices()::showDocument);
        window.open(getParameters().getRaw().stream().map(Path::of).toList());
    }

    @Override
    public void stop() {
        window.close();
    }
}
