package io.netloom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.Drawing;
import io.netloom.RandomDrawings;
import io.netloom.graph.Composite;
import io.netloom.graph.Composites;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Topology;
import io.netloom.layer.Role;
import io.netloom.shape.BadInput;
import io.netloom.shape.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// A composite is what stands inside of it.
class CompositesTest {
    private static final int MOST_FIXES = 100;

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void aCompositeComputesWhatItsBlocksComputeDrawnFlat(@ForAll("graphs") Graph graph,
            @ForAll @IntRange(max = 8) int from, @ForAll @IntRange(max = 8) int length) {
        Graph flat = mended(graph);
        Graph grouped = grouped(flat, from, length, "c");
        sameNetwork(flat, grouped);
        sameNetwork(flat, grouped(grouped, 0, from + 1, "d"));
    }

    @Example
    void oneDrawingServesImagesOfAnySizeAndEachCopyHasWeightsOfItsOwn() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4×9×7").composite("first", residual())
                .block("pool", "MaxPool2d").composite("second", residual()).block("out", "Output")
                .chain("in", "first", "pool", "second", "out").checked();
        assertThat(network.node("first/conv").outputs()).containsExactly(Shape.of(4, 9, 7));
        assertThat(network.node("second/conv").outputs()).containsExactly(Shape.of(4, 4, 3));
        assertThat(network.order()).extracting(node -> node.node().name()).containsExactly("in", "first/conv",
                "first/add", "pool", "second/conv", "second/add", "out");
        assertThat(network.incoming("first/add")).containsExactly(Edge.of("first/conv", "first/add"),
                new Edge("in", 0, "first/add", 1));
        assertThat(network.drawn()).extracting(node -> node.node().name()).containsExactly("in", "first", "pool",
                "second", "out");
        assertThat(network.parameters()).isEqualTo(2 * (4 * 4 * 9 + 4));
    }

    @Example
    void aCompositeAsAWholeHasShapesAndCosts() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4×9×7").composite("outer",
                new Drawing().block("a", "Input").composite("inner", residual()).block("b", "Output")
                        .chain("a", "inner", "b").graph())
                .block("out", "Output").chain("in", "outer", "out").graph();
        Map<String, CheckedNode> nodes = Check.of(graph).nodes();
        assertThat(nodes).containsOnlyKeys("in", "outer", "outer/a", "outer/inner", "outer/inner/in",
                "outer/inner/conv", "outer/inner/add", "outer/inner/out", "outer/b", "out");
        assertThat(nodes.get("outer").inputs()).containsExactly(Shape.of(4, 9, 7));
        assertThat(nodes.get("outer").outputs()).containsExactly(Shape.of(4, 9, 7));
        assertThat(nodes.get("outer").cost()).isEqualTo(nodes.get("outer/inner").cost())
                .isEqualTo(nodes.get("outer/inner/conv").cost().plus(nodes.get("outer/inner/add").cost()));
        assertThat(nodes.get("outer/inner/in").outputs()).containsExactly(Shape.of(4, 9, 7));
        assertThat(nodes.get("outer/inner/conv").ownName()).isEqualTo("conv");
    }

    @Example
    void aProblemInsideIsSaidWithItsPathAndMendedInside() {
        Graph wrong = new Drawing().block("in", "Input").block("head", "Dense").block("out", "Output")
                .chain("in", "head", "out").graph();
        Graph graph = new Drawing().block("in", "Input", "shape", "28×28").composite("outer",
                new Drawing().block("a", "Input").composite("inner", wrong).block("b", "Output")
                        .chain("a", "inner", "b").graph())
                .block("out", "Output").chain("in", "outer", "out").graph();
        Finding finding = onlyFinding(graph);
        assertThat(finding.node()).isEqualTo("outer/inner/head");
        assertThat(finding.message()).isEqualTo("Dense 'outer/inner/head' needs one row of features for each example"
                + " but receives 28×28. Put a Flatten before it.");
        GraphEdit fix = finding.fixes().getFirst();
        assertThat(fix.label()).isEqualTo("Insert Flatten 'flatten' before 'head' in 'inner' in 'outer'");
        CheckedGraph mended = Check.of(fix.apply(graph)).checked().orElseThrow();
        assertThat(mended.node("outer/inner/flatten").outputs()).containsExactly(Shape.of(784));
        assertThat(mended.graph().node("outer").block()).isNotEqualTo(graph.node("outer").block());
    }

    @Example
    void whatIsWrongInsideIsSaidEvenBehindAProblem() {
        Graph wrong = new Drawing().block("in", "Input").block("drop", "Dropout", "rate", "2").block("out", "Output")
                .chain("in", "drop", "out").graph();
        Graph graph = new Drawing().block("in", "Input", "shape", "2×2").block("dense", "Dense").composite("c", wrong)
                .block("out", "Output").chain("in", "dense", "c", "out").graph();
        assertThat(Check.of(graph).findings()).extracting(Finding::node).containsExactly("dense", "c/drop");
    }

    @Example
    void anOutputThatNobodyTakesIsNamed() {
        Graph inside = new Drawing().block("in", "Input").block("used", "Output").block("dense", "Dense")
                .block("spare", "Output").chain("in", "used").chain("in", "dense", "spare").graph();
        Graph graph = new Drawing().block("in", "Input", "shape", "4").composite("c", inside).block("out", "Output")
                .chain("in", "c", "out").graph();
        assertThat(onlyFinding(graph).message()).isEqualTo(
                "Composite 'c' needs all its outputs joined but nothing takes its 'spare'. Remove 'spare' in 'c'.");
        assertThat(Check.of(mended(graph)).findings()).isEmpty();
    }

    @Example
    void anEmptyCompositeGetsBothEnds() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").composite("c", Graph.empty())
                .block("out", "Output").chain("in", "c", "out").graph();
        assertThat(Check.of(graph).findings()).extracting(Finding::message).contains(
                "The inside of Composite 'c' needs an Input block but has none. Add an Input block in 'c'.");
    }

    @Example
    void aBlockMayNotBeCalledAsOneInsideIs() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4×9×7").composite("c", residual())
                .block("c/conv", "ReLU").block("out", "Output").chain("in", "c", "c/conv", "out").graph();
        assertThat(onlyFinding(graph).message()).isEqualTo("ReLU 'c/conv' needs a name of its own but another block is"
                + " called 'c/conv', too. Rename 'c/conv' to 'c/conv2'.");
        assertThat(Check.of(mended(graph)).findings()).isEmpty();
        assertThatThrownBy(() -> Composites.expand(graph)).isInstanceOf(BadInput.class);
    }

    @Example
    void compositesThatOnlyHandOnInCirclesAreNoObstacle() {
        Graph wire = new Drawing().block("in", "Input").block("out", "Output").chain("in", "out").graph();
        Graph graph = new Drawing().composite("a", wire).composite("b", wire).block("relu", "ReLU")
                .chain("a", "b", "a").chain("b", "relu").graph();
        assertThat(Composites.expand(graph)).isEqualTo(Graph.of(List.of(graph.node("relu")), List.of()));
        assertThat(Check.of(graph).findings()).isNotEmpty();
    }

    @Example
    void compositesAreNestedToABoundedDepth() {
        Graph graph = residual();
        for (int depth = 1; depth <= Composite.MAX_DEPTH; depth++) {
            graph = new Drawing().block("in", "Input", "shape", "4×9×7").composite("c", graph).block("out", "Output")
                    .chain("in", "c", "out").graph();
        }
        Graph deepest = graph;
        assertThat(deepest.depth()).isEqualTo(Composite.MAX_DEPTH);
        assertThat(Check.of(deepest).checked().orElseThrow().order()).hasSize(4);
        assertThatThrownBy(() -> new Composite("deeper", deepest)).isInstanceOf(BadInput.class)
                .hasMessage("Composites can be nested 8 deep, no deeper.");
    }

    @Example
    void longNamesInCompositesAreNoObstacle() {
        String name = "n".repeat(Node.MAX_NAME);
        Graph graph = new Drawing().block("in", "Input").block(name, "ReLU").block("out", "Output")
                .chain("in", name, "out").graph();
        for (int depth = 1; depth <= Composite.MAX_DEPTH; depth++) {
            graph = new Drawing().block("in", "Input").composite(name, graph).block("out", "Output")
                    .chain("in", name, "out").graph();
        }
        assertThat(Check.of(graph).checked()).isPresent();
    }

    @Example
    void wiresFollowTheEndsThatStay() {
        Graph inside = new Drawing().block("a", "Input").block("b", "Input").block("c", "Input").block("add", "Add")
                .block("out", "Output").chain("a", "add", "out").wire("b", "add", 1).wire("c", "add", 2).graph();
        Graph graph = new Drawing().block("x", "Input").block("y", "Input").block("z", "Input").composite("all", inside)
                .chain("x", "all").wire("y", "all", 1).wire("z", "all", 2).graph();
        assertThat(new GraphEdit.Inside("all", new GraphEdit.Remove("b")).apply(graph).edges())
                .containsExactly(Edge.of("x", "all"), new Edge("z", 0, "all", 1));
        assertThat(new GraphEdit.Inside("all", new GraphEdit.Rename("b", "renamed")).apply(graph).edges())
                .isEqualTo(graph.edges());
        assertThatThrownBy(() -> new GraphEdit.Inside("x", new GraphEdit.Remove("b")).apply(graph))
                .isInstanceOf(BadInput.class).hasMessage("There is nothing inside of 'x'.");
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return RandomDrawings.graphs();
    }

    private static Graph residual() {
        return new Drawing().block("in", "Input", "shape", "77").block("conv", "Conv2d", "filters", "4")
                .block("add", "Add").block("out", "Output").chain("in", "conv", "add", "out").wire("in", "add", 1)
                .graph();
    }

    private static Finding onlyFinding(Graph graph) {
        List<Finding> findings = Check.of(graph).findings();
        assertThat(findings).as(findings.toString()).hasSize(1);
        return findings.getFirst();
    }

    private static Graph mended(Graph graph) {
        Graph mended = graph;
        for (int i = 0; i < MOST_FIXES && !Check.of(mended).findings().isEmpty(); i++) {
            mended = Check.of(mended).findings().getFirst().fixes().getFirst().apply(mended);
        }
        return mended;
    }

    private static void sameNetwork(Graph flat, Graph grouped) {
        Check check = Check.of(grouped);
        assertThat(check.findings()).isEmpty();
        CheckedGraph one = Check.of(flat).checked().orElseThrow();
        CheckedGraph other = check.checked().orElseThrow();
        assertThat(other.order()).hasSameSizeAs(one.order());
        UnaryOperator<String> own = path -> path.replaceFirst("^(d/)?(c/)?", "");
        for (CheckedNode node : other.order()) {
            CheckedNode same = one.node(own.apply(node.node().name()));
            assertThat(node.inputs()).isEqualTo(same.inputs());
            assertThat(node.outputs()).isEqualTo(same.outputs());
            assertThat(node.weights()).isEqualTo(same.weights());
            assertThat(node.cost()).isEqualTo(same.cost());
            assertThat(other.incoming(node.node().name()).stream()
                    .map(e -> new Edge(own.apply(e.from()), e.output(), own.apply(e.to()), e.input())))
                    .isEqualTo(one.incoming(same.node().name()));
        }
        assertThat(other.parameters()).isEqualTo(one.parameters());
        assertThat(other.drawn().stream().map(CheckedNode::cost).reduce(Cost.NOTHING, Cost::plus))
                .isEqualTo(one.order().stream().map(CheckedNode::cost).reduce(Cost.NOTHING, Cost::plus));
    }

    /// The same network, some hidden blocks of which that follow on each other stand in a composite.
    private static Graph grouped(Graph graph, int from, int length, String name) {
        List<Node> hidden = ((Topology.Ordered) Topology.order(graph)).nodes().stream()
                .filter(n -> n.block().role() == Role.HIDDEN).skip(from).limit(length).toList();
        Set<String> group = hidden.stream().map(Node::name).collect(Collectors.toSet());
        if (group.isEmpty()) {
            return graph;
        }
        var outer = new Drawing();
        var inner = new Drawing();
        var ports = new HashMap<Edge, Integer>();
        Map<List<Object>, Integer> outputs = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            if (group.contains(edge.to()) && !group.contains(edge.from())) {
                inner.block("in " + ports.size(), "Input").wire("in " + ports.size(), edge.to(), edge.input());
                ports.put(edge, ports.size());
            } else if (group.contains(edge.from()) && !group.contains(edge.to())) {
                outputs.putIfAbsent(List.of(edge.from(), edge.output()), outputs.size());
            }
        }
        outputs.forEach((source, port) -> inner.block("out " + port, "Output").wire((String) source.getFirst(),
                (int) source.getLast(), "out " + port, 0));
        graph.nodes().forEach(node -> (group.contains(node.name()) ? inner : outer).node(node));
        for (Edge edge : graph.edges()) {
            boolean fromInside = group.contains(edge.from());
            boolean toInside = group.contains(edge.to());
            if (fromInside && toInside) {
                inner.wire(edge.from(), edge.output(), edge.to(), edge.input());
            } else {
                outer.wire(fromInside ? name : edge.from(),
                        fromInside ? outputs.get(List.of(edge.from(), edge.output())) : edge.output(),
                        toInside ? name : edge.to(), toInside ? ports.get(edge) : edge.input());
            }
        }
        return outer.composite(name, inner.graph()).graph();
    }
}
