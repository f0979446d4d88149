package io.netloom.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Schema;
import io.netloom.shape.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void aDenseBehindAnImageAsksForAFlattenAndItsFixHelps() {
        Graph graph = new Drawing().block("in", "Input", "shape", "28×28").block("head", "Dense")
                .block("out", "Output").chain("in", "head", "out").graph();
        Finding finding = onlyFinding(graph);
        assertThat(finding.message()).isEqualTo("Dense 'head' needs one row of features for each example but receives"
                + " 28×28. Put a Flatten before it.");
        assertThat(finding.node()).isEqualTo("head");
        assertThat(finding.problem().kind()).isEqualTo(Problem.Kind.SHAPE);
        Graph mended = mend(graph);
        assertThat(types(mended)).containsExactlyInAnyOrder("Input", "Flatten", "Dense", "Output");
        assertThat(Check.of(mended).checked().orElseThrow().node("head").inputs().getFirst())
                .hasToString("784");
    }

    @Test
    void anAddOfUnequalChannelsGetsAConvolutionOfOneByOne() {
        Graph graph = new Drawing().block("in", "Input", "shape", "3×8×8").block("conv", "Conv2d", "filters", "16")
                .block("add", "Add").block("out", "Output").chain("in", "conv", "add", "out").wire("in", "add", 1)
                .graph();
        Finding finding = onlyFinding(graph);
        assertThat(finding.message()).startsWith(
                "Add 'add' needs inputs of one shape but input 1 is 16×8×8 and input 2 is 3×8×8. Put a Conv2d");
        Graph mended = mend(graph);
        Node inserted = mended.node("conv2d");
        assertThat(Schema.of(inserted.layer()).settings(inserted.layer())).containsEntry("kernelSize", "1×1")
                .containsEntry("filters", "16").containsEntry("stride", "1×1");
        assertThat(Check.of(mended).findings()).isEmpty();
    }

    @Test
    void anAddOfAHalvedImageGetsAConvolutionThatStrides() {
        Graph graph = new Drawing().block("in", "Input", "shape", "3×8×6")
                .block("conv", "Conv2d", "filters", "4", "stride", "2").block("add", "Add").block("out", "Output")
                .chain("in", "conv", "add", "out").wire("in", "add", 1).graph();
        assertThat(Check.of(mend(graph)).findings()).isEmpty();
    }

    @Test
    void anInputWithoutAWireIsNamedAndCanBeJoined() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense").block("out", "Output")
                .chain("dense", "out").graph();
        assertThat(messages(graph)).containsExactly(
                "Dense 'dense' needs one input joined but nothing is joined to it. Join 'in' to 'dense'.",
                "Input 'in' needs a way to an Output but leads to none. Join 'in' to 'dense'.");
        assertThat(Check.of(mend(graph)).findings()).isEmpty();
    }

    @Test
    void theEndOfAChainIsNotOfferedToItsBeginning() {
        Graph graph = new Drawing().block("flat", "Flatten").block("dense", "Dense").chain("flat", "dense").graph();
        assertThat(messages(graph)).containsExactly(
                "Flatten 'flat' needs one input joined but nothing is joined to it. Add an Input block before 'flat'.",
                "The network needs an Input block but has none. Add an Input block.",
                "The network needs an Output block but has none. Add an Output block.");
        assertThat(Check.of(mend(mend(graph))).findings()).isEmpty();
    }

    @Test
    void aMergeWithOneWireLacksAnother() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("add", "Add").block("out", "Output")
                .chain("in", "add", "out").graph();
        assertThat(onlyFinding(graph).message())
                .isEqualTo("Add 'add' needs at least 2 inputs joined but has 1 joined. Remove 'add' and join its"
                        + " neighbours.");
        assertThat(Check.of(mend(graph)).findings()).isEmpty();
    }

    @Test
    void aCycleIsToldBlockByBlockAndCanBeCut() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("add", "Add").block("relu", "ReLU")
                .block("out", "Output").chain("in", "add", "relu", "out").wire("relu", "add", 1).graph();
        Finding finding = onlyFinding(graph);
        assertThat(finding.problem().kind()).isEqualTo(Problem.Kind.CYCLE);
        assertThat(finding.message()).contains("its wires lead back to itself: ").containsAnyOf("add → relu → add",
                "relu → add → relu");
        assertThat(Check.of(mend(graph)).findings()).noneMatch(f -> f.problem().kind() == Problem.Kind.CYCLE);
    }

    @Test
    void aWireFromAnOutputThatIsNotThereCanBeTakenAway() {
        Graph graph = drawnWith(new Edge("in", 3, "dense", 0));
        Finding finding = Check.of(graph).findings().getFirst();
        assertThat(finding.message())
                .startsWith("Dense 'dense' needs wires that come from outputs that are there but 'in' has 1 output");
        assertThat(finding.fixes()).contains(new GraphEdit.Disconnect(new Edge("in", 3, "dense", 0)));
    }

    @Test
    void aWireToAnInputThatIsNotThereCanBeTakenAway() {
        Graph graph = drawnWith(new Edge("in", 0, "dense", 1));
        Finding finding = Check.of(graph).findings().getFirst();
        assertThat(finding.subject()).isEqualTo("Dense 'dense'");
        assertThat(finding.fixes()).contains(new GraphEdit.Disconnect(new Edge("in", 0, "dense", 1)));
    }

    @Test
    void aBlockThatLeadsToNoOutputIsADeadEnd() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense").block("out", "Output")
                .block("lost", "ReLU").chain("in", "dense", "out").chain("dense", "lost").graph();
        assertThat(onlyFinding(graph).message())
                .isEqualTo("ReLU 'lost' needs a way to an Output but leads to none. Remove 'lost'.");
        assertThat(Check.of(mend(graph)).findings()).isEmpty();
    }

    @Test
    void aNetworkWithoutInputGetsOne() {
        Graph graph = new Drawing().block("dense", "Flatten").block("out", "Output").chain("dense", "out").graph();
        Finding finding = Check.of(graph).findings().getLast();
        assertThat(finding.message()).isEqualTo("The network needs an Input block but has none. Add an Input block.");
        assertThat(Check.of(finding.fixes().getFirst().apply(graph)).findings()).isEmpty();
    }

    @Test
    void aNetworkWithoutOutputGetsOne() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense").chain("in", "dense")
                .graph();
        assertThat(onlyFinding(graph).message())
                .isEqualTo("The network needs an Output block but has none. Add an Output block.");
        assertThat(Check.of(mend(graph)).findings()).isEmpty();
    }

    @Test
    void anEmptyDrawingGetsBothEnds() {
        assertThat(messages(Graph.empty())).containsExactly(
                "The network needs an Input block but has none. Add an Input block.",
                "The network needs an Output block but has none. Add an Output block.");
        assertThat(Check.of(mend(mend(Graph.empty()))).findings()).isEmpty();
    }

    @Test
    void aSettingOutsideItsRangeIsSaidWithTheRange() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("drop", "Dropout", "rate", "1.5")
                .block("out", "Output").chain("in", "drop", "out").graph();
        assertThat(onlyFinding(graph).message()).isEqualTo(
                "Dropout 'drop' needs rate to be a number, 0 to 0.99 but it is 1.5. Set rate to 0.5.");
        assertThat(Check.of(mend(graph)).findings()).isEmpty();
    }

    @Test
    void whatIsWrongInTwoPlacesIsSaidAtOnce() {
        Graph graph = new Drawing().block("in", "Input", "shape", "1×4×4").block("a", "Dense").block("oa", "Output")
                .block("b", "Softmax", "axis", "5").block("ob", "Output").chain("in", "a", "oa").chain("in", "b", "ob")
                .graph();
        assertThat(Check.of(graph).findings()).extracting(Finding::node).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void anOutputTooLargeForAnyMachineIsRefused() {
        Graph graph = new Drawing().block("in", "Input", "shape", "100000×100000").block("out", "Output")
                .chain("in", "out").graph();
        assertThat(onlyFinding(graph).problem().kind()).isEqualTo(Problem.Kind.NETWORK);
    }

    @Test
    void theNumbersOfLeNetAreThoseOfTheBook() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "1×28×28")
                .block("c1", "Conv2d", "filters", "6", "kernelSize", "5").block("s2", "AvgPool2d")
                .block("c3", "Conv2d", "filters", "16", "kernelSize", "5", "padding", "valid").block("s4", "AvgPool2d")
                .block("flat", "Flatten").block("f5", "Dense", "units", "120").block("f6", "Dense", "units", "84")
                .block("f7", "Dense", "units", "10").block("out", "Output")
                .chain("in", "c1", "s2", "c3", "s4", "flat", "f5", "f6", "f7", "out").checked();
        assertThat(network.parameters()).isEqualTo(61_706);
        assertThat(network.node("c1").multiplyAdds()).isEqualTo(28L * 28 * 6 * 25);
        assertThat(network.multiplyAdds())
                .isEqualTo(28L * 28 * 6 * 25 + 10 * 10 * 16 * 6 * 25 + 400 * 120 + 120 * 84 + 84 * 10);
        assertThat(network.node("flat").outputs().getFirst()).hasToString("400");
    }

    /// A sound network, with one wire more.
    private static Graph drawnWith(Edge wire) {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense").block("out", "Output")
                .chain("in", "dense", "out").graph();
        return new GraphEdit.Connect(wire).apply(graph);
    }

    private static Graph mend(Graph graph) {
        return Check.of(graph).findings().getFirst().fixes().getFirst().apply(graph);
    }

    private static Finding onlyFinding(Graph graph) {
        List<Finding> findings = Check.of(graph).findings();
        assertThat(findings).as(findings.toString()).hasSize(1);
        return findings.getFirst();
    }

    private static List<String> messages(Graph graph) {
        return Check.of(graph).findings().stream().map(Finding::message).toList();
    }

    private static List<String> types(Graph graph) {
        return graph.nodes().stream().map(n -> Schema.of(n.layer()).type()).toList();
    }
}
