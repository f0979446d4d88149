package io.netloom.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Templates;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which wires would fit.
class FitTest {

    private static Graph graph(List<Edge> edges, String... types) {
        return Graph.of(Stream.of(types).map(type -> new Node(type, Catalogue.standard().make(type), 0, 0)).toList(),
                edges);
    }

    private static boolean allows(Graph graph, String from, String to) {
        return new Fit(graph, Check.of(graph), List.of()).allows(Edge.of(from, to));
    }

    @Test
    void aWireFitsWhereTheBlockTakesTheShape() {
        Graph graph = graph(List.of(), "Input", "Conv2d", "Dense");
        assertThat(allows(graph, "Input", "Conv2d")).isTrue();
        assertThat(allows(graph, "Input", "Dense")).isFalse();
    }

    @Test
    void whatIsNotKnownYetFits() {
        Graph graph = graph(List.of(), "Conv2d", "Dense");
        assertThat(allows(graph, "Conv2d", "Dense")).isTrue();
    }

    @Test
    void noWireMayLeadBack() {
        Graph graph = graph(List.of(Edge.of("Conv2d", "ReLU"), Edge.of("ReLU", "Tanh")), "Conv2d", "ReLU", "Tanh");
        assertThat(allows(graph, "Tanh", "Conv2d")).isFalse();
        assertThat(allows(graph, "Conv2d", "Conv2d")).isFalse();
        assertThat(allows(graph, "Conv2d", "Tanh")).isTrue();
    }

    @Test
    void aMergeTakesWhatGoesWithItsOtherWires() {
        Graph graph = graph(List.of(Edge.of("Input", "Flatten"), Edge.of("Input", "Add")), "Input", "Flatten", "Add");
        var fit = new Fit(graph, Check.of(graph), List.of());
        assertThat(fit.allows(new Edge("Flatten", 0, "Add", 1))).isFalse();
        assertThat(fit.allows(new Edge("Input", 0, "Add", 1))).isTrue();
        assertThat(fit.allows(new Edge("Flatten", 0, "Add", 0))).isTrue();
    }

    @Test
    void aCompositeIsAskedAsAWhole() {
        Block residual = Templates.all().getFirst().composite();
        assertThat(Fit.takes(residual, List.of(Shape.of(64, 8, 8)))).isTrue();
        assertThat(Fit.takes(residual, List.of(Shape.of(16)))).isFalse();
    }
}
