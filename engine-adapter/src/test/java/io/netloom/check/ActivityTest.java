package io.netloom.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.RandomDrawings;
import io.netloom.export.PyTorchSource;
import io.netloom.graph.Activity;
import io.netloom.graph.Composites;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Role;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Blocks that take no part.
class ActivityTest {
    private static final int MOST_FIXES = 1000;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aMutedBlockIsAsOneThatWasTakenAway(@ForAll("graphs") Graph graph) {
        for (Node node : graph.nodes()) {
            Check muted = Check.of(with(graph, node.name(), Activity.MUTED));
            Check gone = Check.of(new GraphEdit.Remove(node.name()).apply(graph));
            assertThat(problems(muted)).isEqualTo(problems(gone));
            assertThat(muted.nodes()).isEqualTo(gone.nodes());
            assertThat(muted.checked().map(CheckedGraph::order)).isEqualTo(gone.checked().map(CheckedGraph::order));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aBypassedBlockIsAsAWire(@ForAll("graphs") Graph graph) {
        Graph sound = mended(graph);
        for (Node node : sound.nodes()) {
            boolean hands = node.block().role() == Role.HIDDEN && sound.incoming(node.name()).size() == 1
                    && node.block().outputs().size() == 1 && comesOut(sound, sound.incoming(node.name()).getFirst());
            Graph resting = with(sound, node.name(), Activity.BYPASSED);
            Check bypassed = Check.of(resting);
            if (hands) {
                Graph without = new GraphEdit.Dissolve(node.name()).apply(sound);
                Check wire = Check.of(without);
                assertThat(problems(bypassed)).isEqualTo(problems(wire));
                assertThat(Set.copyOf(Composites.expand(resting).edges()))
                        .isEqualTo(Set.copyOf(Composites.expand(without).edges()));
                assertThat(bypassed.checked().map(PyTorchSource::of)).isEqualTo(wire.checked().map(PyTorchSource::of));
            } else {
                assertThat(bypassed.findings()).extracting(Finding::node).contains(node.name());
            }
        }
    }

    /// Whether a wire begins where something comes out: a composite without outputs may be joined, and is complained of behind it.
    private static boolean comesOut(Graph graph, Edge edge) {
        return edge.output() < graph.node(edge.from()).block().outputs().size();
    }

    @Example
    void aBypassedBlockHandsItsShapeOnAndCostsNothing() {
        CheckedGraph network = Check.of(with(chain(), "conv", Activity.BYPASSED)).checked().orElseThrow();
        CheckedNode conv = network.drawn().get(1);
        assertThat(conv.node().name()).isEqualTo("conv");
        assertThat(conv.outputs()).isEqualTo(conv.inputs()).containsExactly(Shape.of(1, 8, 8));
        assertThat(conv.cost()).isEqualTo(Cost.NOTHING);
        assertThat(network.incoming("relu")).containsExactly(Edge.of("in", "relu"));
        assertThat(network.order()).extracting(node -> node.node().name()).doesNotContain("conv");
    }

    @Example
    void whatIsMissedMayTakePartAgain() {
        Graph graph = with(chain(), "flatten", Activity.BYPASSED);
        Finding shape = Check.of(graph).findings().getFirst();
        assertThat(shape.message()).startsWith("Dense 'dense' needs one row of features for each example");
        assertThat(shape.fixes().getFirst().label()).isEqualTo("Let 'flatten' take part again");
        assertThat(Check.of(shape.fixes().getFirst().apply(graph)).findings()).isEmpty();

        Graph muted = with(chain(), "flatten", Activity.MUTED);
        List<Finding> findings = Check.of(muted).findings();
        assertThat(findings).extracting(Finding::node).containsExactly("dense", "relu");
        assertThat(findings.getFirst().fixes().getFirst().label()).isEqualTo("Let 'flatten' take part again");
        assertThat(findings.getLast().fixes()).extracting(GraphEdit::label).startsWith("Mute 'relu'",
                "Let 'flatten' take part again");
    }

    @Example
    void whatIsMutedIsNotNeededWhereItsWireNeedNotBe() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("a", "ReLU").block("b", "Tanh")
                .block("c", "Sigmoid").block("add", "Add").block("out", "Output").chain("in", "a", "add", "out")
                .chain("in", "b").wire("b", "add", 1).chain("in", "c").wire("c", "add", 2).graph();
        assertThat(Check.of(with(graph, "b", Activity.MUTED)).checked().orElseThrow().incoming("add"))
                .containsExactly(Edge.of("a", "add"), new Edge("c", 0, "add", 2));
        assertThat(message(with(with(graph, "b", Activity.MUTED), "c", Activity.MUTED)))
                .isEqualTo("Add 'add' needs at least 2 inputs joined but has 1 joined. Let 'b' take part again.");
    }

    @Example
    void aBranchIsMutedWithItsOutput() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("main", "Dense").block("out", "Output")
                .block("side", "Dense").block("aux", "Output").chain("in", "main", "out").chain("in", "side", "aux")
                .graph();
        CheckedGraph network = Check.of(with(with(graph, "side", Activity.MUTED), "aux", Activity.MUTED)).checked()
                .orElseThrow();
        assertThat(network.outputs()).extracting(node -> node.node().name()).containsExactly("out");
        assertThat(PyTorchSource.of(network)).doesNotContain("side");
    }

    @Example
    void whatCannotHandOnSaysWhy() {
        Graph two = new Drawing().block("in", "Input", "shape", "4").block("relu", "ReLU").block("add", "Add")
                .block("out", "Output").chain("in", "relu", "add", "out").wire("in", "add", 1).graph();
        assertThat(message(with(two, "add", Activity.BYPASSED))).isEqualTo("Add 'add' needs one wire in and one output"
                + " to be bypassed but has 2 joined, and 1 output. Let 'add' take part again.");
        assertThat(message(with(two, "in", Activity.BYPASSED)))
                .isEqualTo("Input 'in' needs to take part or to be muted but is bypassed. Let 'in' take part again.");
        assertThat(message(with(two, "out", Activity.MUTED)))
                .isEqualTo("The network needs an Output block but has none. Let 'out' take part again.");
    }

    @Example
    void theEndsOfACompositeTakePart() {
        Graph inside = with(new Drawing().block("a", "Input").block("relu", "ReLU").block("b", "Output")
                .chain("a", "relu", "b").graph(), "a", Activity.MUTED);
        Graph graph = new Drawing().block("in", "Input", "shape", "4").composite("c", inside).block("out", "Output")
                .chain("in", "c", "out").graph();
        Finding finding = Check.of(graph).findings().getFirst();
        assertThat(finding.message()).isEqualTo("Input 'c/a' needs to take part, for it is a port of its composite but"
                + " is muted. Let 'a' take part again in 'c'.");
        assertThat(Check.of(finding.fixes().getFirst().apply(graph)).findings()).isEmpty();
        Graph resting = with(finding.fixes().getFirst().apply(graph), "c", Activity.BYPASSED);
        assertThat(Check.of(resting).checked().orElseThrow().incoming("out"))
                .containsExactly(Edge.of("in", "out"));
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return Arbitraries.oneOf(RandomDrawings.graphs(), RandomDrawings.nested());
    }

    private static Graph chain() {
        return new Drawing().block("in", "Input", "shape", "1×8×8").block("conv", "Conv2d").block("relu", "ReLU")
                .block("flatten", "Flatten").block("dense", "Dense").block("out", "Output")
                .chain("in", "conv", "relu", "flatten", "dense", "out").graph();
    }

    private static Graph with(Graph graph, String name, Activity activity) {
        return new GraphEdit.SetActivity(name, activity).apply(graph);
    }

    private static String message(Graph graph) {
        return Check.of(graph).findings().getFirst().message();
    }

    private record Said(String node, Problem problem) {}

    private static List<Said> problems(Check check) {
        return check.findings().stream().map(finding -> new Said(finding.node(), finding.problem())).toList();
    }

    private static Graph mended(Graph graph) {
        Graph mended = graph;
        for (int i = 0; i < MOST_FIXES && !Check.of(mended).findings().isEmpty(); i++) {
            mended = Check.of(mended).findings().getFirst().fixes().getFirst().apply(mended);
        }
        return mended;
    }
}
