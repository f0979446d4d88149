package io.netloom.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.ui.UiTest;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.graph.Topology;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// LeNet (LeCun and others 1998) drawn from nothing, with the mouse alone and with the keyboard alone.
@UiTest
@ExtendWith(ApplicationExtension.class)
class LeNetTest {
    private static final List<String> LENET = List.of("Input", "Conv2d", "Tanh", "AvgPool2d", "Conv2d", "Tanh",
            "AvgPool2d", "Flatten", "Dense", "Tanh", "Dense", "Tanh", "Dense", "Output");

    private CanvasWindow window;

    @Start
    void start(Stage stage) {
        window = new CanvasWindow(stage, Graph.empty(), 1280, 800);
    }

    @Test
    void withTheKeyboardAlone(FxRobot robot) {
        for (String type : LENET) {
            robot.write(type.toLowerCase(Locale.ROOT)).push(KeyCode.ENTER);
        }
        lenetIsDrawn();
    }

    @Test
    void withTheMouseAlone(FxRobot robot) {
        Point2D middle = window.view.localToScreen(200, 120);
        robot.doubleClickOn(middle);
        choose(robot, LENET.getFirst());
        for (String type : LENET.subList(1, LENET.size())) {
            String last = window.document.selection().nodes().iterator().next();
            Point2D port = window.port(Port.output(last, 0));
            Point2D beside = port.add(60, 0);
            boolean edge = beside.getX() > window.view.localToScreen(1200, 0).getX();
            Point2D drop = edge ? new Point2D(window.view.localToScreen(80, 0).getX(), port.getY() + 150) : beside;
            robot.moveTo(port).press(MouseButton.PRIMARY).moveTo(port.midpoint(drop)).moveTo(drop)
                    .release(MouseButton.PRIMARY);
            choose(robot, type);
        }
        lenetIsDrawn();
    }

    /// Turns the wheel over the list until the entry shows, and clicks on it.
    private void choose(FxRobot robot, String type) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo("#quick-search-list");
        for (int i = 0; i < 60 && row(robot, type).isEmpty(); i++) {
            robot.scroll(1, VerticalDirection.DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.clickOn(row(robot, type).iterator().next());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The entry's words, if they lie wholly within the list.
    private static Set<javafx.scene.Node> row(FxRobot robot, String type) {
        var list = robot.lookup("#quick-search-list").query().localToScreen(
                robot.lookup("#quick-search-list").query().getBoundsInLocal());
        return robot.from(robot.lookup("#quick-search-list").queryAll())
                .lookup((javafx.scene.Node node) -> node instanceof Label label && type.equals(label.getText())
                        && list.contains(label.localToScreen(label.getBoundsInLocal())))
                .queryAll();
    }

    private void lenetIsDrawn() {
        assertThat(window.document.check().findings()).isEmpty();
        var order = ((Topology.Ordered) Topology.order(window.document.drawing())).nodes();
        assertThat(order).extracting(node -> node.block().type()).containsExactlyElementsOf(LENET);
        assertThat(order).allMatch(node -> overlaps(node).isEmpty());
    }

    private List<Node> overlaps(Node node) {
        var box = window.model.picture().card(node.name()).orElseThrow().box();
        return window.document.drawing().nodes().stream().filter(other -> other != node)
                .filter(other -> window.model.picture().card(other.name()).orElseThrow().box().overlaps(box)).toList();
    }
}
