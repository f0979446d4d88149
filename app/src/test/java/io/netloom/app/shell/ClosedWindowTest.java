package io.netloom.app.shell;

import io.netloom.app.document.Folders;
import io.netloom.app.ui.UiTest;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A window that is closed is gone.
@UiTest
@ExtendWith(ApplicationExtension.class)
class ClosedWindowTest {
    @TempDir
    private static Path home;

    @Start
    void start(Stage primary) {
        Platform.setImplicitExit(false);
    }

    @Test
    void nobodyHoldsAWindowThatWasClosed(FxRobot robot) throws TimeoutException {
        WeakReference<ShellWindow> window = openedAndClosed(robot);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            System.gc();
            return window.refersTo(null);
        });
    }

    private static WeakReference<ShellWindow> openedAndClosed(FxRobot robot) {
        var opened = new AtomicReference<ShellWindow>();
        robot.interact(() -> {
            opened.set(new ShellWindow(new Stage(), new Folders(home, home), Path.of("../samples"), _ -> {}));
            opened.get().model().create();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> opened.get().quit());
        opened.get().close();
        return new WeakReference<>(opened.get());
    }
}
