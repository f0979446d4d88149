package io.netloom.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.paint.States;
import io.netloom.app.document.Selection;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Catalogue;
import io.netloom.project.Templates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What hands expect of a mouse, each by real events.
@UiTest
@ExtendWith(ApplicationExtension.class)
class CanvasMouseTest {
    private Stage stage;
    private CanvasWindow window;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    private void open(FxRobot robot, Graph graph) {
        robot.interact(() -> window = new CanvasWindow(stage, graph, 1100, 760));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Graph drawing() {
        return window.document.drawing();
    }

    private Selection selection() {
        return window.document.selection();
    }

    private void drag(FxRobot robot, Point2D from, Point2D to, MouseButton button) {
        robot.moveTo(from).press(button).moveTo(from.midpoint(to)).moveTo(to).release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aClickSelectsOneBlockAndWithCtrlAnother(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        robot.clickOn(window.card("input"));
        robot.press(KeyCode.CONTROL).clickOn(window.card("output")).release(KeyCode.CONTROL);
        assertThat(selection().nodes()).containsExactlyInAnyOrder("input", "output");
        robot.press(KeyCode.SHIFT).clickOn(window.card("input")).release(KeyCode.SHIFT);
        assertThat(selection().nodes()).containsExactly("output");
        robot.clickOn(window.card("relu").add(0, 250));
        assertThat(selection().isEmpty()).isTrue();
    }

    @Test
    void aBoxSelectsWhatItTouches(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        drag(robot, window.card("input").add(-20, -120), window.card("relu").add(10, 10), MouseButton.PRIMARY);
        assertThat(selection().nodes()).containsExactlyInAnyOrder("input", "relu");
        assertThat(selection().edges()).containsExactly(Edge.of("input", "relu"));
    }

    @Test
    void aDragMovesWhatIsSelectedAndIsOneStep(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        robot.clickOn(window.card("input"));
        robot.press(KeyCode.CONTROL).clickOn(window.card("relu")).release(KeyCode.CONTROL);
        drag(robot, window.card("relu"), window.card("relu").add(60, 200), MouseButton.PRIMARY);
        assertThat(drawing().node("relu").y()).isCloseTo(200, offset(12.0));
        assertThat(drawing().node("input").y()).isEqualTo(drawing().node("relu").y());
        assertThat(drawing().node("output").y()).isZero();
        robot.interact(window.document::undo);
        assertThat(drawing().node("relu").y()).isZero();
        assertThat(window.document.undoLabel()).isEmpty();
    }

    @Test
    void aDragSnapsToWhatStandsThere(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        drag(robot, window.card("relu"), window.card("relu").add(3, 180), MouseButton.PRIMARY);
        drag(robot, window.card("relu"), window.card("relu").add(0, -177), MouseButton.PRIMARY);
        assertThat(drawing().node("relu").y()).isZero();
    }

    @Test
    void escapeGivesADragUp(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        robot.moveTo(window.card("relu")).press(MouseButton.PRIMARY).moveBy(50, 120).push(KeyCode.ESCAPE)
                .release(MouseButton.PRIMARY);
        assertThat(drawing().node("relu").y()).isZero();
        assertThat(window.model.picture().card("relu").orElseThrow().corner().y()).isZero();
        assertThat(window.document.undoLabel()).isEmpty();
    }

    @Test
    void noShortcutComesBetweenWhileSomethingIsPulled(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        robot.interact(() -> window.document.select(Selection.of("relu")));
        robot.drag(window.port(Port.output("relu", 0)), MouseButton.PRIMARY).moveBy(30, 60);
        robot.push(KeyCode.DELETE).push(KeyCode.X).push(KeyCode.CONTROL, KeyCode.A).moveBy(10, 10);
        assertThat(drawing().contains("relu")).isTrue();
        assertThat(window.document.selection()).isEqualTo(Selection.of("relu"));
        assertThat(window.model.search()).isEmpty();
        robot.push(KeyCode.ESCAPE).drop();
        assertThat(window.document.undoLabel()).isEmpty();
    }

    @Test
    void middleDragAndSpaceDragPan(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        Point before = window.model.viewport().pan();
        Point2D empty = window.card("relu").add(0, 200);
        drag(robot, empty, empty.add(40, 30), MouseButton.MIDDLE);
        assertThat(window.model.viewport().pan()).isEqualTo(before.plus(40, 30));
        robot.press(KeyCode.SPACE);
        drag(robot, empty, empty.add(-40, -30), MouseButton.PRIMARY);
        robot.release(KeyCode.SPACE);
        assertThat(window.model.viewport().pan()).isEqualTo(before);
        assertThat(window.model.search()).isEmpty();
    }

    @Test
    void theWheelZoomsAtThePointer(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        Point2D pointer = window.port(Port.output("input", 0));
        double zoom = window.model.viewport().zoom();
        robot.moveTo(pointer).scroll(3, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.model.viewport().zoom()).isNotEqualTo(zoom);
        assertThat(window.port(Port.output("input", 0)).distance(pointer)).isLessThan(2);
    }

    @Test
    void aWireIsDrawnFromEitherEndAndPortsThatFitLightUp(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "Conv2d", "Dense"));
        robot.interact(() -> List.copyOf(drawing().edges())
                .forEach(edge -> window.document.apply(new GraphEdit.Disconnect(edge))));
        robot.moveTo(window.port(Port.output("input", 0))).press(MouseButton.PRIMARY).moveBy(30, 60).moveBy(10, 10);
        var pulling = (Overlay.Pulling) window.model.overlay();
        assertThat(pulling.fitting()).containsExactly(Port.input("conv2d", 0));
        assertThat(robot.lookup(".halo").queryAll()).hasSize(1);
        robot.moveTo(window.port(Port.input("conv2d", 0))).release(MouseButton.PRIMARY);
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "conv2d"));
        drag(robot, window.port(Port.input("dense", 0)), window.port(Port.output("conv2d", 0)), MouseButton.PRIMARY);
        assertThat(drawing().edges()).contains(Edge.of("conv2d", "dense"));
    }

    @Test
    void aWireThatDoesNotFitTurnsRedAndOneClickMendsIt(FxRobot robot) throws TimeoutException {
        open(robot, CanvasWindow.row("Input", "Dense", "Output"));
        robot.interact(() -> window.document.apply(new GraphEdit.Disconnect(Edge.of("input", "dense"))));
        drag(robot, window.port(Port.output("input", 0)), window.port(Port.input("dense", 0)), MouseButton.PRIMARY);
        assertThat(CanvasWindow.spoken(robot, "#wire-input-0-dense-0").getPseudoClassStates())
                .contains(States.WRONG);
        Button fix = robot.from(robot.lookup("#callout").queryAll()).lookup(".button.accent").queryButton();
        assertThat(fix.getText()).contains("Flatten");
        robot.clickOn(fix);
        assertThat(drawing().edges()).containsExactlyInAnyOrder(Edge.of("input", "flatten"),
                Edge.of("flatten", "dense"), Edge.of("dense", "output"));
        assertThat(window.document.check().findings()).isEmpty();
        assertThat(robot.lookup("#callout").query().isVisible()).isFalse();
    }

    @Test
    void aWireDroppedOnTheEmptyCanvasAsksAmongWhatFits(FxRobot robot) {
        open(robot, CanvasWindow.row("Input"));
        Point2D port = window.port(Port.output("input", 0));
        drag(robot, port, port.add(160, 60), MouseButton.PRIMARY);
        assertThat(window.model.search().orElseThrow().found()).extracting(entry -> entry.name())
                .contains("Conv2d", "Flatten").doesNotContain("Dense", "Input", "LSTM");
        robot.write("flat").push(KeyCode.ENTER);
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "flatten"));
    }

    @Test
    void aDoubleClickOnTheEmptyCanvasSearches(FxRobot robot) {
        open(robot, Graph.empty());
        robot.doubleClickOn(robot.lookup("#canvas-surface").queryAs(javafx.scene.Node.class));
        robot.write("conv2").push(KeyCode.ENTER);
        assertThat(drawing().nodes()).extracting(Node::name).containsExactly("conv2d");
        assertThat(selection().nodes()).containsExactly("conv2d");
    }

    @Test
    void aBlockDroppedOnAWireIsPutIntoIt(FxRobot robot) {
        Graph graph = new GraphEdit.Add(new Node("relu", Catalogue.standard().make("ReLU"), 120, 240))
                .apply(CanvasWindow.row("Input", "Flatten", "Output"));
        open(robot, graph);
        Point2D grip = window.card("relu");
        Point2D middle = window.wire("input", "flatten").add(0, 4);
        drag(robot, grip, middle, MouseButton.PRIMARY);
        assertThat(drawing().edges()).containsExactlyInAnyOrder(Edge.of("input", "relu"), Edge.of("relu", "flatten"),
                Edge.of("flatten", "output"));
        robot.interact(window.document::undo);
        assertThat(drawing()).isEqualTo(graph);
    }

    @Test
    void aWirePulledOffItsInputIsGone(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        Point2D port = window.port(Port.input("relu", 0));
        drag(robot, port, port.add(-20, 150), MouseButton.PRIMARY);
        assertThat(drawing().edges()).containsExactly(Edge.of("relu", "output"));
        assertThat(window.model.search()).isEmpty();
    }

    @Test
    void altDragAcrossWiresCutsThem(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        Point2D wire = window.wire("relu", "output");
        robot.press(KeyCode.ALT);
        drag(robot, wire.add(-4, -60), wire.add(4, 60), MouseButton.PRIMARY);
        robot.release(KeyCode.ALT);
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "relu"));
    }

    @Test
    void altDragOfABlockPullsItOutOfItsWires(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        robot.press(KeyCode.ALT);
        drag(robot, window.card("relu"), window.card("relu").add(0, 160), MouseButton.PRIMARY);
        robot.release(KeyCode.ALT);
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "output"));
        assertThat(drawing().node("relu").y()).isGreaterThan(100);
    }

    @Test
    void aDoubleClickLooksInsideAndTheCrumbsLeadBack(FxRobot robot) throws TimeoutException {
        Composite block = Templates.all().getFirst().composite();
        open(robot, Graph.of(List.of(new Node("res", block, 0, 0)), List.of()));
        robot.doubleClickOn(window.card("res"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.document.place()).containsExactly("res");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup(".spoken-card").queryAll().size() > 3);
        robot.clickOn("#crumb-0");
        assertThat(window.document.place()).isEmpty();
        assertThat(selection().nodes()).containsExactly("res");
    }

    @Test
    void aFrameTakesItsBlocksAndNotesAlong(FxRobot robot) {
        Remark frame = new Remark("frame", Remark.Kind.FRAME, "head", -20, -44, 220, 160);
        Remark note = new Remark("note", Remark.Kind.NOTE, "why", 0, 80, 100, 30);
        open(robot, new GraphEdit.Annotate(note)
                .apply(new GraphEdit.Annotate(frame).apply(CanvasWindow.row("Input", "ReLU"))));
        Point2D title = window.at(new Point(60, -34));
        drag(robot, title, title.add(0, 140), MouseButton.PRIMARY);
        assertThat(drawing().node("input").y()).isGreaterThan(100);
        assertThat(drawing().node("relu").y()).isZero();
        assertThat(drawing().remarks()).hasSize(2).allMatch(remark -> remark.y() > 60);
    }

    @Test
    void aNoteIsWrittenWhereItStandsAndPulledLarger(FxRobot robot) {
        Remark note = new Remark("note", Remark.Kind.NOTE, "old", 0, 200, 200, 80);
        open(robot, new GraphEdit.Annotate(note).apply(CanvasWindow.row("Input")));
        robot.doubleClickOn(window.at(new Point(100, 240)));
        robot.write("new").press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(drawing().remarks()).extracting(Remark::text).containsExactly("new");
        Point2D corner = window.at(new Point(198, 278));
        drag(robot, corner, corner.add(60, 40), MouseButton.PRIMARY);
        assertThat(drawing().remarks().iterator().next().width()).isGreaterThan(230);
    }

    @Test
    void whatIsWrittenStaysOnItsThingWhileTheViewMoves(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU"));
        robot.clickOn(window.card("relu")).push(KeyCode.F2).write("bend");
        robot.interact(() -> window.model.view(window.model.viewport().panned(40, 90)));
        Bounds field = robot.lookup("#canvas-writing").query().localToScreen(new BoundingBox(0, 0, 60, 10));
        assertThat(field.getMinY()).isLessThan(window.card("relu").getY())
                .isGreaterThan(window.card("relu").getY() - 60);
        robot.push(KeyCode.ENTER);
        assertThat(drawing().contains("bend")).isTrue();
    }

    @Test
    void theMinimapMovesTheView(FxRobot robot) {
        open(robot, CanvasWindow.chain(200));
        robot.interact(() -> window.model.view(window.model.viewport().zoomed(4, new Point(0, 0))));
        Point before = window.model.viewport().visible().centre();
        Point2D corner = robot.lookup("#minimap").query().localToScreen(150, 80);
        robot.clickOn(corner);
        assertThat(window.model.viewport().visible().centre().x()).isGreaterThan(before.x());
    }

    @Test
    void theRightButtonOffersWhatCanBeDone(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        robot.rightClickOn(window.card("relu"));
        robot.clickOn("Delete and Join Neighbours");
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "output"));
    }

    @Test
    void theRightButtonOnTheEmptyCanvasPastesThereWhateverIsSelected(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU"));
        robot.clickOn(window.card("relu")).push(KeyCode.CONTROL, KeyCode.C);
        Point below = new Point(120, 400);
        robot.clickOn(window.at(below), MouseButton.SECONDARY);
        assertThat(robot.lookup("Cut").queryAll()).isEmpty();
        robot.clickOn("Paste");
        assertThat(window.model.picture().card("relu2").orElseThrow().box().contains(below)).isTrue();
    }

    @Test
    void aClickOnAWireSelectsItAndDeleteTakesItAway(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        robot.clickOn(window.wire("input", "relu"));
        assertThat(selection()).isEqualTo(new Selection(Set.of(), Set.of(Edge.of("input", "relu")), Set.of()));
        robot.push(KeyCode.DELETE);
        assertThat(drawing().edges()).containsExactly(Edge.of("relu", "output"));
    }

    @Test
    void aDoubleClickOnABlockGoesToItsSettings(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU"));
        robot.doubleClickOn(window.card("relu"));
        assertThat(window.inspected()).isEqualTo(1);
        assertThat(Optional.of(selection().nodes())).contains(Set.of("relu"));
    }
}
