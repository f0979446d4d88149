package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
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
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A trained network is asked in the window, by real events.
@UiTest
@Tag("engine")
@ExtendWith(ApplicationExtension.class)
class TryItTest {
    private static final Path SAMPLES = Path.of("../samples");

    @TempDir
    private Path home;
    private ShellWindow window;
    private Stage stage;
    private Stage desktop;
    private Label file;

    @Start
    void start(Stage primary) {
        stage = primary;
        file = new Label("a picture");
        window = new ShellWindow(primary, new Folders(home, home), SAMPLES, _ -> {});
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().desk().stop());
        await(() -> window.model().desk().busy().isEmpty());
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        if (desktop != null) {
            robot.interact(desktop::close);
        }
        window.close();
    }

    @Test
    void whatIsDrawnWithTheMouseAndAPictureThatIsDroppedAreAnsweredWhileItLearns(FxRobot robot)
            throws TimeoutException {
        WaitForAsyncUtils.asyncFx(() -> window.model().workspace().openCopy(SAMPLES.resolve("fashion/fashion.netloom"),
                "fashion"));
        await(() -> window.model().workspace().shown().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.T);
        await(() -> shows(robot, "#tryit"));
        await(() -> robot.from(robot.lookup("#tryit")).lookup(".empty-state").tryQueryAs(Labeled.class)
                .filter(words -> words.getText().contains("Press Train")).isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> shows(robot, "#tryit-pad"));
        assertThat(window.model().desk().busy()).contains(document());
        robot.moveTo("#tryit-pad").moveBy(-40, -50).press(MouseButton.PRIMARY).moveBy(80, 0).moveBy(0, 100)
                .moveBy(-80, 0).release(MouseButton.PRIMARY);
        await(() -> shows(robot, ".tryit-chosen") && shows(robot, ".tryit-seen .image-view"));
        robot.clickOn("#tryit-clear");
        await(() -> !shows(robot, ".tryit-chosen"));
        drop(robot, SAMPLES.resolve("fashion/images/test/bag").toFile().listFiles()[0].toPath());
        await(() -> shows(robot, ".tryit-chosen"));
        assertThat(window.model().workspace().documents()).hasSize(1);
        robot.clickOn("#tryit-show-examples");
        await(() -> robot.lookup("#tryit-examples").tryQueryAs(ListView.class)
                .filter(list -> !list.getItems().isEmpty()).isPresent());
        assertThat(robot.lookup("#tryit-summary").queryAs(Labeled.class).getText())
                .startsWith("150 examples of the validation part");
        robot.clickOn("#tryit-close");
        await(() -> !shows(robot, "#tryit"));
    }

    /// Drags a file from a window of its own, as from the desktop, onto the panel.
    private void drop(FxRobot robot, Path path) throws TimeoutException {
        robot.interact(() -> {
            file.setOnDragDetected(event -> {
                var content = new ClipboardContent();
                content.putFiles(List.of(path.toAbsolutePath().normalize().toFile()));
                file.startDragAndDrop(TransferMode.COPY).setContent(content);
                event.consume();
            });
            desktop = new Stage(StageStyle.UNDECORATED);
            desktop.setScene(new Scene(file, 120, 60));
            desktop.setX(0);
            desktop.setY(0);
            desktop.setAlwaysOnTop(true);
            desktop.show();
        });
        await(() -> desktop.isShowing());
        robot.drag(file).dropTo("#tryit-drop");
        robot.interact(() -> {
            desktop.hide();
            stage.requestFocus();
        });
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
