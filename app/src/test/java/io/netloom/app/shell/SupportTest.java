package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.crash.CrashHandler;
import io.netloom.app.crash.CrashReports;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.ui.UiTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
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

/// What the window does when something is not well.
@UiTest
@ExtendWith(ApplicationExtension.class)
class SupportTest {
    @TempDir
    private Path home;
    private final List<String> browsed = new ArrayList<>();
    private CrashReports reports;
    private ShellWindow window;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        Folders folders = new Folders(home, home);
        reports = new CrashReports(folders.crashes(), folders.logs());
        reports.keep(new IllegalStateException("the last time"), "thread main");
        window = new ShellWindow(primary, folders, Path.of("../samples"), browsed::add);
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void aReportOfTheLastTimeIsOfferedShownAndThenLeftAlone(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#shell-crash-show").tryQuery().isPresent());
        robot.clickOn("#shell-crash-show");

        assertThat(robot.lookup("#crash-text").<TextInputControl>query().getText()).contains("the last time");
        assertThat(reports.unseen()).isEmpty();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#crash-text").tryQuery()).isEmpty();
    }

    @Test
    void whatFailsInTheWindowIsSaidAndTheWindowGoesOn(FxRobot robot) throws TimeoutException {
        var handler = new CrashHandler(reports,
                crash -> robot.interact(() -> window.tell(List.of(crash))));
        handler.uncaughtException(Thread.currentThread(), new IllegalStateException("just now"));

        await(() -> robot.lookup(".banner .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().contains("IllegalStateException")));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(window.model().workspace().documents()).hasSize(1);
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
    }

    @Test
    void theDoctorIsInTheHelpMenuAndCopiesWhatItFound(FxRobot robot) throws TimeoutException {
        robot.clickOn("#menu-HELP").clickOn("Is Everything Well?");
        await(() -> !robot.lookup("#doctor-copy").query().isDisabled());

        assertThat(robot.lookup("#doctor-summary").queryLabeled().getText()).isEqualTo("Netloom can do its work.");
        robot.clickOn("#doctor-copy");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("✓ Engine: libtorch"));
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#doctor").tryQuery()).isEmpty();
    }

    @Test
    void theFolderOfLogsIsOpened(FxRobot robot) throws TimeoutException {
        robot.clickOn("#menu-HELP").clickOn("Open the Log Folder");

        await(() -> !browsed.isEmpty());
        assertThat(browsed.getFirst()).startsWith("file:").endsWith("/logs/");
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }
}
