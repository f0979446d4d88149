package io.netloom.app.canvas.layout;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// The parts of a drawing that no wire joins.
final class Parts {
    private Parts() {}

    /// Names by part, both in the order of the drawing.
    static List<List<String>> of(Graph graph) {
        var parts = new ArrayList<List<String>>();
        var done = new HashSet<String>();
        for (Node node : graph.nodes()) {
            if (!done.contains(node.name())) {
                var part = reached(graph, node.name());
                done.addAll(part);
                parts.add(graph.nodes().stream().map(Node::name).filter(part::contains).toList());
            }
        }
        return parts;
    }

    private static HashSet<String> reached(Graph graph, String start) {
        var reached = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (reached.add(name)) {
                Stream.concat(graph.outgoing(name).stream().map(Edge::to),
                        graph.incoming(name).stream().map(Edge::from))
                        .forEach(waiting::add);
            }
        }
        return reached;
    }
}
