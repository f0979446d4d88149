package io.netloom.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.netloom.Drawing;
import io.netloom.RandomDrawings;
import io.netloom.layer.Layer;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/// What holds for drawings of any kind.
class GraphPropertiesTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anOrderPutsEachBlockBehindAllThatFeedItAndOnlyACyclePreventsIt(@ForAll("graphs") Graph graph) {
        switch (Topology.order(graph)) {
            case Topology.Ordered(List<Node> nodes) -> {
                assertThat(nodes).containsExactlyInAnyOrderElementsOf(graph.nodes());
                assertThat(graph.edges()).allSatisfy(edge -> assertThat(nodes.indexOf(graph.node(edge.from())))
                        .isLessThan(nodes.indexOf(graph.node(edge.to()))));
            }
            case Topology.Cyclic(List<Edge> cycle) -> {
                assertThat(graph.edges()).containsAll(cycle);
                assertThat(cycle).extracting(Edge::from).doesNotHaveDuplicates();
                for (int i = 0; i < cycle.size(); i++) {
                    assertThat(cycle.get(i).to()).isEqualTo(cycle.get((i + 1) % cycle.size()).from());
                }
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aDrawingWhoseOrderIsRightAlreadyKeepsIt(@ForAll("graphs") Graph graph) {
        if (Topology.order(graph) instanceof Topology.Ordered(List<Node> nodes)) {
            Graph sorted = Graph.of(nodes, graph.edges());
            assertThat(Topology.order(sorted)).isEqualTo(new Topology.Ordered(nodes));
        }
        var names = new ArrayList<>(graph.nodes().stream().map(Node::name).toList());
        boolean forward = graph.edges().stream().allMatch(e -> names.indexOf(e.from()) < names.indexOf(e.to()));
        if (forward) {
            assertThat(Topology.order(graph)).isEqualTo(new Topology.Ordered(List.copyOf(graph.nodes())));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anEditDoesWhatItSaysAndLeavesTheOldDrawingForUndo(@ForAll("edited") Tuple2<Graph, GraphEdit> edited) {
        Graph before = edited.get1();
        Graph kept = Graph.of(List.copyOf(before.nodes()), List.copyOf(before.edges()),
                List.copyOf(before.remarks()));
        GraphEdit edit = edited.get2();
        assertThat(edit.label()).isNotBlank();
        attempt(before, edit).ifPresent(after -> checkEdit(before, edit, after));
        assertThat(before).isEqualTo(kept).hasSameHashCodeAs(kept);
    }

    @Example
    void wiresThatEndAtOneInputAreRefused() {
        Drawing drawing = new Drawing().block("a", "ReLU").block("b", "ReLU").chain("a", "b").chain("b", "b");
        assertThatThrownBy(drawing::graph).isInstanceOf(BadInput.class).hasMessage(
                "Two wires end at input 0 of 'b'. Take one of them away.");
    }

    @Example
    void aNameIsUsedOnce() {
        Drawing drawing = new Drawing().block("a", "ReLU").block("a", "Tanh");
        assertThatThrownBy(drawing::graph).isInstanceOf(BadInput.class)
                .hasMessage("Two blocks are called 'a'. Give one of them another name.");
    }

    @Example
    void dissolvingJoinsWhatFedABlockToAllThatItFed() {
        Graph graph = new Drawing().block("in", "Input").block("relu", "ReLU").block("a", "Tanh").block("b", "Add")
                .chain("in", "relu", "a").wire("relu", "b", 1).graph();
        assertThat(new GraphEdit.Dissolve("relu").apply(graph).edges())
                .containsExactlyInAnyOrder(Edge.of("in", "a"), new Edge("in", 0, "b", 1));
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return Arbitraries.oneOf(RandomDrawings.graphs(), RandomDrawings.nested(), RandomDrawings.resting());
    }

    @Provide
    Arbitrary<Tuple2<Graph, GraphEdit>> edited() {
        return graphs().flatMap(graph -> RandomDrawings.edits(graph).map(edit -> Tuple.of(graph, edit)));
    }

    /// The drawing after the edit; a refusal has to say why.
    private static Optional<Graph> attempt(Graph graph, GraphEdit edit) {
        try {
            return Optional.of(edit.apply(graph));
        } catch (BadInput e) {
            assertThat(e).message().endsWith(".");
            return Optional.empty();
        }
    }

    private static void checkEdit(Graph before, GraphEdit edit, Graph after) {
        switch (edit) {
            case GraphEdit.Add(Node node) -> {
                assertThat(before.contains(node.name())).isFalse();
                assertThat(after.nodes()).containsExactlyElementsOf(with(before, node));
                assertThat(after.edges()).isEqualTo(before.edges());
            }
            case GraphEdit.Remove(String name) -> {
                assertThat(after.nodes()).containsExactlyElementsOf(without(before, name));
                assertThat(after.edges()).isEqualTo(before.edges().stream().filter(e -> !e.touches(name)).toList());
            }
            case GraphEdit.Dissolve(String name) -> {
                assertThat(after.nodes()).containsExactlyElementsOf(without(before, name));
                assertThat(after.edges())
                        .containsAll(before.edges().stream().filter(e -> !e.touches(name)).toList())
                        .noneMatch(e -> e.touches(name));
                assertThat(after.edges().size()).isLessThanOrEqualTo(before.edges().size());
            }
            case GraphEdit.Connect(Edge edge) -> {
                assertThat(after.nodes()).containsExactlyElementsOf(before.nodes());
                assertThat(after.incoming(edge.to())).contains(edge);
                assertThat(othersThan(edge, after)).isEqualTo(othersThan(edge, before));
            }
            case GraphEdit.Disconnect(Edge edge) -> {
                assertThat(after.nodes()).containsExactlyElementsOf(before.nodes());
                assertThat(after.edges()).doesNotContain(edge).hasSize(before.edges().size() - 1);
                assertThat(before.edges()).containsAll(after.edges());
            }
            case GraphEdit.Splice(Node node, Edge edge) -> {
                assertThat(after.nodes()).containsExactlyElementsOf(with(before, node));
                assertThat(after.outgoing(node.name())).containsExactly(new Edge(node.name(), 0, edge.to(),
                        edge.input()));
                assertThat(after.incoming(node.name())).containsExactly(new Edge(edge.from(), edge.output(),
                        node.name(), 0));
                assertThat(after.edges()).hasSize(before.edges().size() + 1).doesNotContain(edge);
            }
            case GraphEdit.Rename(String from, String to) -> {
                assertThat(after.nodes()).extracting(Node::block)
                        .containsExactlyElementsOf(before.nodes().stream().map(Node::block).toList());
                assertThat(after.node(to)).isEqualTo(before.node(from).renamed(to));
                assertThat(new GraphEdit.Rename(to, from).apply(after)).isEqualTo(before);
            }
            case GraphEdit.Change(String name, Layer layer) -> {
                assertThat(after.node(name)).isEqualTo(before.node(name).with(layer));
                assertThat(without(after, name)).isEqualTo(without(before, name));
                assertThat(after.edges()).isEqualTo(before.edges());
            }
            case GraphEdit.SetActivity(String name, Activity activity) -> {
                assertThat(after.node(name)).isEqualTo(before.node(name).with(activity));
                assertThat(without(after, name)).isEqualTo(without(before, name));
                assertThat(after.edges()).isEqualTo(before.edges());
            }
            case GraphEdit.Move(String name, double x, double y) -> {
                assertThat(after.node(name)).isEqualTo(before.node(name).at(x, y));
                assertThat(without(after, name)).isEqualTo(without(before, name));
                assertThat(after.edges()).isEqualTo(before.edges());
            }
            case GraphEdit.Annotate(Remark remark) -> {
                assertThat(after.remarks()).contains(remark);
                assertThat(othersThan(remark.id(), after)).isEqualTo(othersThan(remark.id(), before));
            }
            case GraphEdit.Erase(String id) ->
                assertThat(after.remarks()).hasSize(before.remarks().size() - 1)
                        .containsExactlyElementsOf(othersThan(id, before));
            case GraphEdit.Inside(String name, GraphEdit inner) -> {
                Graph inside = ((Composite) after.node(name).block()).inside();
                assertThat(inside).isEqualTo(inner.apply(((Composite) before.node(name).block()).inside()));
                assertThat(without(after, name)).isEqualTo(without(before, name));
                assertThat(before.edges().size()).isGreaterThanOrEqualTo(after.edges().size());
            }
            case GraphEdit.Several(String _, List<GraphEdit> edits) -> {
                Graph each = before;
                for (GraphEdit one : edits) {
                    each = attempt(each, one).orElseGet(() -> fail("one of several edits does not fit alone"));
                }
                assertThat(after).isEqualTo(each);
            }
        }
        assertThat(new HashSet<>(after.edges())).hasSameSizeAs(after.edges());
        boolean remarked = switch (edit) {
            case GraphEdit.Annotate _,GraphEdit.Erase _ -> true;
            case GraphEdit.Several(String _, List<GraphEdit> _) -> true;
            case GraphEdit.Add _,GraphEdit.Remove _,GraphEdit.Dissolve _,GraphEdit.Connect _,GraphEdit.Disconnect _,GraphEdit.Splice _,GraphEdit.Rename _,GraphEdit.Change _,GraphEdit.SetActivity _,GraphEdit.Move _,GraphEdit.Inside _ ->
                false;
        };
        if (!remarked) {
            assertThat(after.remarks()).containsExactlyElementsOf(before.remarks());
        }
    }

    private static List<Remark> othersThan(String id, Graph graph) {
        return graph.remarks().stream().filter(r -> !r.id().equals(id)).toList();
    }

    private static List<Node> with(Graph graph, Node node) {
        var nodes = new ArrayList<>(graph.nodes());
        nodes.add(node);
        return nodes;
    }

    private static List<Node> without(Graph graph, String name) {
        return graph.nodes().stream().filter(n -> !n.name().equals(name)).toList();
    }

    private static List<Edge> othersThan(Edge edge, Graph graph) {
        return graph.edges().stream().filter(e -> !(e.to().equals(edge.to()) && e.input() == edge.input())).toList();
    }
}
