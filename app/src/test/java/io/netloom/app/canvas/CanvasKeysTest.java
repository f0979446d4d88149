package io.netloom.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.document.Selection;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.project.Clip;
import io.netloom.project.Templates;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What hands expect of a keyboard, each by real events.
@UiTest
@ExtendWith(ApplicationExtension.class)
class CanvasKeysTest {
    /// More than a window's frame is wide.
    private static final double FRAME = 40;

    private static final KeyCode CTRL = KeyCode.CONTROL;

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

    private void select(FxRobot robot, String... names) {
        robot.interact(() -> window.document.select(Selection.of(List.of(names))));
    }

    private Graph drawing() {
        return window.document.drawing();
    }

    private Set<String> selected() {
        return window.document.selection().nodes();
    }

    @Test
    void deleteRemovesAndWithCtrlRemovesAndJoins(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Tanh", "Output"));
        select(robot, "relu");
        robot.push(CTRL, KeyCode.DELETE);
        assertThat(drawing().edges()).containsExactlyInAnyOrder(Edge.of("input", "tanh"), Edge.of("tanh", "output"));
        select(robot, "tanh");
        robot.push(KeyCode.DELETE);
        assertThat(drawing().edges()).isEmpty();
        assertThat(drawing().nodes()).hasSize(2);
    }

    @Test
    void copiesGoByTheClipboardAsTextThatAnotherWindowReads(FxRobot robot) throws Exception {
        open(robot, CanvasWindow.row("Input", "ReLU", "Tanh", "Output"));
        select(robot, "relu", "tanh");
        robot.push(CTRL, KeyCode.C).push(CTRL, KeyCode.V);
        assertThat(drawing().edges()).contains(Edge.of("relu2", "tanh2")).hasSize(4);
        assertThat(selected()).containsExactlyInAnyOrder("relu2", "tanh2");
        Callable<String> text = () -> Clipboard.getSystemClipboard().getString();
        String json = WaitForAsyncUtils.asyncFx(text).get();
        assertThat(Clip.of(json).orElseThrow().graph().nodes()).extracting(Node::name).containsExactly("relu", "tanh");
        robot.push(CTRL, KeyCode.SHIFT, KeyCode.V);
        assertThat(drawing().edges()).contains(Edge.of("input", "relu3"));
    }

    @Test
    void aSentenceOnTheClipboardIsNotPasted(FxRobot robot) {
        open(robot, CanvasWindow.row("Input"));
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "hello")));
        robot.push(CTRL, KeyCode.V);
        assertThat(drawing().nodes()).hasSize(1);
        assertThat(window.failures).isEmpty();
    }

    @Test
    void cutAndDuplicateAreOneStepEach(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU"));
        select(robot, "relu");
        robot.push(CTRL, KeyCode.D);
        assertThat(drawing().contains("relu2")).isTrue();
        assertThat(window.document.undoLabel()).contains("Duplicate");
        robot.push(CTRL, KeyCode.X);
        assertThat(drawing().contains("relu2")).isFalse();
        robot.push(CTRL, KeyCode.V);
        assertThat(drawing().nodes()).hasSize(3);
    }

    @Test
    void allInvertUpstreamAndDownstreamSelect(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Tanh", "Output"));
        robot.push(CTRL, KeyCode.A);
        assertThat(selected()).hasSize(4);
        select(robot, "relu");
        robot.push(CTRL, KeyCode.I);
        assertThat(selected()).containsExactlyInAnyOrder("input", "tanh", "output");
        select(robot, "tanh");
        robot.push(CTRL, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(selected()).containsExactlyInAnyOrder("input", "relu", "tanh");
        select(robot, "tanh");
        robot.push(CTRL, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(selected()).containsExactlyInAnyOrder("tanh", "output");
    }

    @Test
    void arrowsNudgeAndWithShiftFarther(FxRobot robot) {
        open(robot, CanvasWindow.row("Input"));
        select(robot, "input");
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN);
        assertThat(drawing().node("input").x()).isEqualTo(10);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(drawing().node("input").y()).isEqualTo(60);
    }

    @Test
    void tabAndCtrlArrowsWalkAlongTheWires(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Tanh"));
        robot.push(KeyCode.TAB);
        assertThat(selected()).containsExactly("input");
        robot.push(KeyCode.TAB).push(CTRL, KeyCode.RIGHT);
        assertThat(selected()).containsExactly("tanh");
        robot.push(KeyCode.SHIFT, KeyCode.TAB).push(CTRL, KeyCode.LEFT);
        assertThat(selected()).containsExactly("input");
        assertThat(window.view.getAccessibleText()).contains("3 blocks").contains("input");
    }

    @Test
    void enterGoesToTheSettings(FxRobot robot) {
        open(robot, CanvasWindow.row("Input"));
        robot.push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(window.inspected()).isEqualTo(1);
    }

    @Test
    void ctrlJLightsPortsUpAndEnterJoins(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU", "Tanh"));
        robot.interact(() -> drawing().edges().forEach(
                edge -> window.document.apply(new GraphEdit.Disconnect(edge))));
        select(robot, "input");
        robot.push(CTRL, KeyCode.J);
        assertThat(window.tools.joining().busy()).isTrue();
        robot.push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "tanh"));
        robot.push(CTRL, KeyCode.J).push(KeyCode.ESCAPE);
        assertThat(drawing().edges()).hasSize(1);
    }

    @Test
    void typingSearchesAndJoinsBehindWhatIsSelected(FxRobot robot) {
        open(robot, Graph.empty());
        robot.write("inp").push(KeyCode.ENTER).write("relu").push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "relu"));
        robot.write("dense").push(KeyCode.ESCAPE);
        assertThat(drawing().nodes()).hasSize(2);
        assertThat(window.view.isFocused()).isTrue();
    }

    @Test
    void whatCannotFollowAnythingIsFoundByItsNameAndStandsByItself(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "Conv2d"));
        select(robot, "conv2d");
        robot.write("input");
        QuickSearch search = window.model.search().orElseThrow();
        assertThat(search.found().getFirst().type()).isEqualTo("Input");
        assertThat(search.fits(search.found().getFirst())).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(drawing().contains("input2")).isTrue();
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "conv2d"));
    }

    @Test
    void aKindThatDoesNotFitYetIsFoundByItsNameAndMended(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "Conv2d"));
        select(robot, "conv2d");
        robot.write("dense");
        QuickSearch search = window.model.search().orElseThrow();
        assertThat(search.found().getFirst().type()).isEqualTo("Dense");
        assertThat(search.fits(search.found().getFirst())).isFalse();
        assertThat(search.found()).filteredOn(search::fits).extracting(BlockEntry::type).contains("Dense block");
        robot.push(KeyCode.ENTER);
        assertThat(drawing().edges()).contains(Edge.of("conv2d", "dense"));
        robot.clickOn("#callout .button.accent");
        assertThat(drawing().contains("flatten")).isTrue();
        select(robot, "conv2d");
        robot.push(KeyCode.INSERT);
        assertThat(window.model.search().orElseThrow().found()).allMatch(window.model.search().orElseThrow()::fits);
    }

    @Test
    void homeShowsAllAndTheFullStopWhatIsSelected(FxRobot robot) {
        open(robot, CanvasWindow.chain(100));
        select(robot, "b5");
        robot.push(KeyCode.PERIOD);
        assertThat(window.model.viewport().zoom()).isEqualTo(1);
        assertThat(window.model.viewport().visible().contains(
                window.model.picture().card("b99").orElseThrow().box())).isFalse();
        robot.push(KeyCode.HOME);
        assertThat(window.model.viewport().visible().contains(
                window.model.picture().card("b99").orElseThrow().box())).isTrue();
    }

    @Test
    void aWholeDrawingStaysWholeInAWindowOfAnotherSizeUntilItIsTouched(FxRobot robot) throws TimeoutException {
        open(robot, CanvasWindow.row("Input", "ReLU", "Output"));
        double before = window.model.viewport().zoom();
        widen(robot, 500);
        Viewport small = window.model.viewport();
        assertThat(small.zoom()).isLessThan(before);
        robot.push(KeyCode.HOME);
        assertThat(window.model.viewport()).isEqualTo(small);
        robot.interact(() -> window.model.view(small.panned(10, 0)));
        widen(robot, 700);
        assertThat(window.model.viewport().zoom()).isEqualTo(small.zoom());
    }

    /// It is the display that gives the window another size, some time after it was asked to.
    private void widen(FxRobot robot, double width) throws TimeoutException {
        robot.interact(() -> window.view.getScene().getWindow().setWidth(width));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> Math.abs(window.model.viewport().width() - width) < FRAME);
    }

    @Test
    void f2RenamesInPlace(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU"));
        select(robot, "relu");
        robot.push(KeyCode.F2).write("bend").push(KeyCode.ENTER);
        assertThat(drawing().edges()).containsExactly(Edge.of("input", "bend"));
        assertThat(selected()).containsExactly("bend");
        robot.push(KeyCode.F2).write("input").push(KeyCode.ENTER);
        assertThat(window.failures).singleElement().asString().contains("input");
        assertThat(drawing().contains("bend")).isTrue();
    }

    @Test
    void ctrlGDrawsAFrameWithATitle(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU"));
        select(robot, "input", "relu");
        robot.push(CTRL, KeyCode.G);
        robot.write("head").push(KeyCode.ENTER);
        assertThat(drawing().remarks()).singleElement().extracting(Remark::text).isEqualTo("head");
        robot.push(KeyCode.F2).write("neck").push(KeyCode.ENTER);
        assertThat(drawing().remarks()).singleElement().extracting(Remark::text).isEqualTo("neck");
        robot.interact(window.document::undo);
        robot.interact(window.document::undo);
        assertThat(drawing().remarks()).isEmpty();
    }

    @Test
    void aNoteAndItsWordsAreOneStepAndANoteWithoutWordsIsNone(FxRobot robot) {
        open(robot, CanvasWindow.row("Input"));
        robot.push(CTRL, KeyCode.ALT, KeyCode.M).write("why").push(CTRL, KeyCode.ENTER);
        assertThat(drawing().remarks()).singleElement().extracting(Remark::text).isEqualTo("why");
        robot.interact(window.document::undo);
        assertThat(drawing().remarks()).isEmpty();
        robot.push(CTRL, KeyCode.ALT, KeyCode.M).push(KeyCode.ESCAPE);
        assertThat(drawing().remarks()).isEmpty();
        assertThat(window.document.undoLabel()).isEmpty();
    }

    @Test
    void anArrowTakesTheBlocksOfAFrameAlong(FxRobot robot) {
        open(robot, CanvasWindow.row("Input", "ReLU"));
        select(robot, "input");
        robot.push(CTRL, KeyCode.G).push(KeyCode.ENTER).push(KeyCode.DOWN);
        assertThat(drawing().node("input").y()).isPositive();
        assertThat(drawing().node("relu").y()).isZero();
    }

    @Test
    void ctrlLLaysOutInOneStep(FxRobot robot) {
        open(robot, CanvasWindow.chain(20));
        robot.interact(() -> window.document.drawing().nodes().forEach(node -> window.document
                .apply(new GraphEdit.Move(node.name(), 0, 0))));
        robot.push(CTRL, KeyCode.L);
        assertThat(drawing().node("b1").x()).isGreaterThan(drawing().node("b0").x());
        robot.interact(window.document::undo);
        assertThat(drawing().nodes()).allMatch(node -> node.x() == 0);
    }

    @Test
    void ctrlLShowsAllOfTheNewLayoutWhileCardsStillGlide(FxRobot robot) throws TimeoutException {
        open(robot, CanvasWindow.row(Stream.generate(() -> "ReLU").limit(20).toArray(String[]::new)));
        robot.interact(() -> window.view.setMotion(CanvasView.Motion.FULL));
        robot.push(CTRL, KeyCode.L);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.model.lifted().isEmpty());
        Viewport after = window.model.viewport();
        robot.push(KeyCode.HOME);
        assertThat(after.zoom()).isEqualTo(window.model.viewport().zoom());
        assertThat(after.pan().distance(window.model.viewport().pan())).isLessThan(0.01);
    }

    @Test
    void ctrlDownLooksInsideAndCtrlBackspaceOut(FxRobot robot) {
        open(robot, Graph.of(List.of(new Node("res", Templates.all().getFirst().composite(), 0, 0)), List.of()));
        select(robot, "res");
        robot.push(CTRL, KeyCode.DOWN);
        assertThat(window.document.place()).containsExactly("res");
        robot.push(CTRL, KeyCode.BACK_SPACE);
        assertThat(window.document.place()).isEmpty();
        assertThat(Optional.of(selected())).contains(Set.of("res"));
    }

    @Test
    void everyCardAndWireHasAnAccessibleText(FxRobot robot) throws TimeoutException {
        open(robot, CanvasWindow.row("Input", "Conv2d", "Dense"));
        assertThat(CanvasWindow.spoken(robot, "#card-conv2d").getAccessibleText()).contains("conv2d")
                .contains("32×28×28");
        assertThat(CanvasWindow.spoken(robot, "#wire-conv2d-0-dense-0").getAccessibleText()).contains("conv2d")
                .contains("dense").contains("one row of features");
    }
}
