package io.netloom.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.document.Selection;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Activity;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Blocks are bypassed and muted, by real events.
@UiTest
@ExtendWith(ApplicationExtension.class)
class SwitchingTest {
    private static final PseudoClass BYPASSED = PseudoClass.getPseudoClass("bypassed");
    private static final KeyCode CTRL = KeyCode.CONTROL;

    private CanvasWindow window;

    @Start
    void start(Stage stage) {
        window = new CanvasWindow(stage, CanvasWindow.row("Input", "Conv2d", "ReLU", "Flatten", "Dense", "Output"),
                1700, 500);
    }

    @Test
    void ctrlBBypassesAndOnceMoreLetsTakePartAgain(FxRobot robot) throws TimeoutException {
        Graph before = window.document.drawing();
        robot.clickOn(window.card("conv2d")).push(CTRL, KeyCode.B);
        assertThat(activity("conv2d")).isEqualTo(Activity.BYPASSED);
        assertThat(window.document.check().findings()).isEmpty();
        assertThat(window.document.checked("relu").orElseThrow().inputs().getFirst()).hasToString("1×28×28");
        assertThat(CanvasWindow.spoken(robot, "#card-conv2d").getPseudoClassStates()).contains(BYPASSED);
        assertThat(CanvasWindow.spoken(robot, "#card-conv2d").getAccessibleText()).contains("Bypassed");
        assertThat(window.document.undoLabel()).contains("Bypass “conv2d”");
        robot.push(CTRL, KeyCode.B);
        assertThat(window.document.drawing()).isEqualTo(before);
        assertThat(CanvasWindow.spoken(robot, "#card-conv2d").getPseudoClassStates()).doesNotContain(BYPASSED);
        assertThat(window.document.undoLabel()).contains("Let “conv2d” take part again");
    }

    @Test
    void ctrlMMutesAllThatIsSelectedInOneStep(FxRobot robot) {
        Graph before = window.document.drawing();
        robot.clickOn(window.card("conv2d")).press(KeyCode.SHIFT).clickOn(window.card("relu"))
                .release(KeyCode.SHIFT);
        robot.push(CTRL, KeyCode.B).push(CTRL, KeyCode.M);
        assertThat(List.of(activity("conv2d"), activity("relu"))).containsOnly(Activity.MUTED);
        assertThat(window.document.undoLabel()).contains("Mute 2 blocks");
        robot.clickOn(window.card("flatten"));
        robot.clickOn("Let “relu” take part again");
        assertThat(activity("relu")).isEqualTo(Activity.ACTIVE);
        robot.interact(() -> {
            window.document.undo();
            window.document.undo();
            window.document.undo();
        });
        assertThat(window.document.drawing()).isEqualTo(before);
    }

    @Test
    void theRightButtonMutesAndACopyStaysMuted(FxRobot robot) {
        robot.rightClickOn(window.card("relu"));
        robot.clickOn("Mute");
        robot.push(CTRL, KeyCode.C).push(CTRL, KeyCode.V);
        assertThat(activity("relu2")).isEqualTo(Activity.MUTED);
        robot.press(KeyCode.ALT).drag(window.card("relu")).dropBy(0, 140).release(KeyCode.ALT);
        assertThat(activity("relu")).isEqualTo(Activity.MUTED);
        assertThat(window.document.drawing().incoming("relu")).isEmpty();
    }

    @Test
    void whatABypassBreaksIsSaidWithTheWayBack(FxRobot robot) {
        robot.clickOn(window.card("flatten")).push(CTRL, KeyCode.B);
        robot.clickOn(window.card("dense"));
        CardFace dense = window.model.picture().card("dense").orElseThrow();
        assertThat(dense.findings().getFirst().fixes().getFirst())
                .isEqualTo(new GraphEdit.SetActivity("flatten", Activity.ACTIVE));
        robot.clickOn("Let “flatten” take part again");
        assertThat(window.document.check().findings()).isEmpty();
        assertThat(window.document.selection()).isEqualTo(Selection.of("dense"));
    }

    private Activity activity(String name) {
        Node node = window.document.drawing().node(name);
        return node.activity();
    }
}
