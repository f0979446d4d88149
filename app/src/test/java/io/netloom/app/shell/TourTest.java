package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Folders;
import io.netloom.app.document.SettingsFile;
import io.netloom.app.ui.UiTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The first start of all.
@UiTest
@ExtendWith(ApplicationExtension.class)
class TourTest {
    @TempDir
    private Path home;
    private ShellWindow window;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        window = new ShellWindow(primary, new Folders(home, home), Path.of("../samples"), _ -> {});
        window.welcome();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void itLeadsThroughTheWindowWithTheKeyboardAndLeavesASampleToBeginWith(FxRobot robot) throws TimeoutException {
        awaitTour(robot);
        var titles = new ArrayList<String>();
        while (titles.size() < 10 && robot.lookup("#tour").tryQuery().isPresent()) {
            titles.add(robot.lookup("#tour-title").<Labeled>query().getText());
            robot.push(titles.size() % 2 == 0 ? KeyCode.ENTER : KeyCode.RIGHT);
        }

        assertThat(titles).hasSize(5).doesNotHaveDuplicates();
        assertThat(window.model().workspace().documents()).hasSize(1);
    }

    @Test
    void itIsSkippedWithEscapeAndLeavesNothing(FxRobot robot) throws TimeoutException {
        awaitTour(robot);

        robot.push(KeyCode.ESCAPE);

        assertThat(robot.lookup("#tour").tryQuery()).isEmpty();
        assertThat(window.model().workspace().documents()).isEmpty();
    }

    @Test
    void whatLiesOverItHasItsKeysForItself(FxRobot robot) throws TimeoutException {
        awaitTour(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertThat(robot.lookup("#command-search").tryQuery()).isPresent();

        robot.push(KeyCode.ESCAPE);

        assertThat(robot.lookup("#command-search").tryQuery()).isEmpty();
        assertThat(robot.lookup("#tour").tryQuery()).isPresent();
    }

    @Test
    void itComesOnce(FxRobot robot) throws TimeoutException {
        awaitTour(robot);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> new SettingsFile(home).isThere());
    }

    private static void awaitTour(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#tour").tryQuery().isPresent());
    }
}
