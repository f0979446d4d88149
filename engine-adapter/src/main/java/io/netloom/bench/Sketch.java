package io.netloom.bench;

import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import java.util.ArrayList;
import java.util.List;

/// Draws a network block by block, each behind the last one unless a place is given.
final class Sketch {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private String last = "";

    /// A sketch with an Input.
    static Sketch of(String shape) {
        var sketch = new Sketch();
        sketch.add("in", "Input", "shape", shape);
        return sketch;
    }

    /// Puts a block behind the last one; settings in turn, name and value.
    Sketch then(String name, String type, String... settings) {
        edges.add(Edge.of(last, name));
        return add(name, type, settings);
    }

    /// Goes on from a block that stands already.
    Sketch from(String name) {
        last = name;
        return this;
    }

    /// The block that is gone on from.
    String last() {
        return last;
    }

    /// Puts an Add behind the last block and another.
    Sketch plus(String name, String other) {
        edges.add(Edge.of(last, name));
        edges.add(new Edge(other, 0, name, 1));
        return add(name, "Add");
    }

    private Sketch add(String name, String type, String... settings) {
        nodes.add(new Node(name, Catalogue.standard().make(type, settings), 200.0 * nodes.size(), 0));
        last = name;
        return this;
    }

    /// The network, with an Output behind the last block.
    CheckedGraph end() {
        then("out", "Output");
        return Check.of(Graph.of(nodes, edges)).checked().orElseThrow();
    }
}
