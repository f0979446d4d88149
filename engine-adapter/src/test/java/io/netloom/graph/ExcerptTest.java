package io.netloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.layer.Catalogue;
import io.netloom.layer.Schema;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final Graph BRANCHED = Graph.of(
            List.of(node("input", "Input", 0), node("a", "ReLU", 300), node("b", "ReLU", 600), node("sum", "Add", 900),
                    node("output", "Output", 1200)),
            List.of(Edge.of("input", "a"), Edge.of("input", "b"), Edge.of("a", "sum"), new Edge("b", 0, "sum", 1),
                    Edge.of("sum", "output")));

    @Test
    void aValueThatSeveralBlocksTakeArrivesByOneInput() {
        Graph cut = Excerpt.of(BRANCHED, Set.of("a", "b", "sum"), _ -> Optional.of(Shape.of(3, 8, 8)));
        assertThat(cut.inputs()).containsExactly("in");
        assertThat(cut.outputs()).containsExactly("out");
        assertThat(cut.edges()).containsExactlyInAnyOrder(Edge.of("in", "a"), Edge.of("in", "b"), Edge.of("a", "sum"),
                new Edge("b", 0, "sum", 1), Edge.of("sum", "out"));
        assertThat(Schema.of(cut.node("in").layer()).settings(cut.node("in").layer())).containsEntry("shape", "3×8×8");
    }

    @Test
    void aValueThatIsTakenInsideAndOutsideLeavesToo() {
        Graph graph = new GraphEdit.Several("", List.of(new GraphEdit.Add(node("other", "ReLU", 900)),
                new GraphEdit.Connect(Edge.of("a", "other")))).apply(BRANCHED);
        Graph cut = Excerpt.of(graph, Set.of("a", "b", "sum"), _ -> Optional.empty());
        assertThat(cut.edges()).contains(Edge.of("a", "out"), Edge.of("sum", "out2"));
    }

    @Test
    void aCompositeMadeOfItCanTakeItsPlace() {
        Graph cut = Excerpt.of(BRANCHED, Set.of("a", "b", "sum"), _ -> Optional.empty());
        Graph with = Graph.of(
                List.of(node("input", "Input", 0), new Node("it", new Composite("It", cut), 0, 0),
                        node("output", "Output", 0)),
                List.of(Edge.of("input", "it"), Edge.of("it", "output")));
        assertThat(Composites.expand(with).nodes()).extracting(Node::name).containsExactlyInAnyOrder("input", "it/a",
                "it/b", "it/sum", "output");
    }

    @Test
    void whatIsCutOutBeginsAtTheOrigin() {
        Graph cut = Excerpt.of(BRANCHED, Set.of("b"), _ -> Optional.empty());
        assertThat(cut.node("in").x()).isZero();
        assertThat(cut.node("b").x()).isEqualTo(210);
        assertThat(cut.node("out").x()).isEqualTo(420);
    }

    private static Node node(String name, String type, double x) {
        return new Node(name, Catalogue.standard().make(type), x, 50);
    }
}
