package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.ui.UiTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What is seen of a training by somebody who is at another window.
@UiTest
@Tag("engine")
@ExtendWith(ApplicationExtension.class)
class TrainingNewsTest {
    @TempDir
    private Path home;
    private ShellWindow window;
    private Stage stage;
    private Stage other;

    @Start
    void start(Stage primary) {
        stage = new Stage();
        other = new Stage();
        window = new ShellWindow(stage, new Folders(home, home), Path.of("../samples"), _ -> {});
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
        window.model().workspace().openCopy(Path.of("../samples/xor/xor.netloom"), "xor");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(other::close);
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void theTitleTellsHowFarItIsAndANoteThatItIsOver(FxRobot robot) throws TimeoutException {
        trainBehindOthers(robot);
        await(() -> robot.lookup("#toast").tryQuery().isPresent());
        assertThat(robot.from(robot.lookup("#toast")).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anySatisfy(text -> assertThat(text).startsWith("xor"))
                .anySatisfy(text -> assertThat(text).startsWith("Stopped. The weights of epoch "));
        assertThat(other.isFocused()).as("whoever types into another window goes on").isTrue();
        assertThat(stage.getTitle()).isEqualTo("xor – Netloom");
        assertThat(robot.lookup("#training").tryQuery()).isEmpty();
        robot.clickOn("#toast");
        await(() -> robot.lookup("#toast").tryQuery().isEmpty() && robot.lookup("#training").tryQuery().isPresent());
    }

    @Test
    void whoWantsNoNotesGetsNone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().workspace().remember(Settings::withOtherNotices));
        trainBehindOthers(robot);
        assertThat(robot.lookup("#toast").tryQuery()).isEmpty();
    }

    @Test
    void whoIsAtTheWindowNeedsNone(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        await(() -> window.model().desk().busy().isEmpty());
        assertThat(robot.lookup("#toast").tryQuery()).isEmpty();
    }

    /// Its user looks at another window; one that is iconified would never get the keys back where nobody manages windows.
    private void trainBehindOthers(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.interact(() -> {
            other.setScene(new Scene(new TextArea(), 200, 100));
            other.show();
            other.requestFocus();
        });
        await(() -> !stage.isFocused() && other.isFocused());
        robot.interact(() -> window.model().desk().stop());
        await(() -> window.model().desk().busy().isEmpty());
    }

    private void train(FxRobot robot) throws TimeoutException {
        await(() -> window.model().workspace().shown().isPresent());
        robot.interact(() -> window.model().workspace().shown().orElseThrow().change("plan",
                project -> project.withPlan(project.plan().withEpochs(1_000))));
        robot.clickOn("#head-train");
        await(() -> stage.getTitle().matches("[1-9]\\d* % – xor.* – Netloom"));
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
