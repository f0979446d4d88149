package io.netloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/// Draws networks for tests, block by block.
public final class Drawing {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /// Adds a block; settings in turn, name and value.
    public Drawing block(String name, String type, String... settings) {
        return block(name, Catalogue.standard().make(type, settings));
    }

    /// Adds a block of this layer.
    public Drawing block(String name, Layer layer) {
        nodes.add(new Node(name, layer, 200.0 * nodes.size(), 100));
        return this;
    }

    /// Adds a block that was drawn elsewhere.
    public Drawing node(Node node) {
        nodes.add(node);
        return this;
    }

    /// Adds a composite with this drawing inside.
    public Drawing composite(String name, Graph inside) {
        nodes.add(new Node(name, new Composite("Composite", inside), 200.0 * nodes.size(), 100));
        return this;
    }

    /// Wires that join the blocks in turn, each from the first output to the first input.
    public Drawing chain(String... names) {
        for (int i = 1; i < names.length; i++) {
            edges.add(Edge.of(names[i - 1], names[i]));
        }
        return this;
    }

    /// A wire to the given input.
    public Drawing wire(String from, String to, int input) {
        return wire(from, 0, to, input);
    }

    /// A wire from the given output to the given input.
    public Drawing wire(String from, int output, String to, int input) {
        edges.add(new Edge(from, output, to, input));
        return this;
    }

    /// What has been drawn.
    public Graph graph() {
        return Graph.of(nodes, edges);
    }

    /// What has been drawn, in which nothing may be wrong.
    public CheckedGraph checked() {
        Check check = Check.of(graph());
        assertThat(check.findings()).isEmpty();
        return check.checked().orElseThrow();
    }
}
