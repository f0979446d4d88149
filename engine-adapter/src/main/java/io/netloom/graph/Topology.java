package io.netloom.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;

/// The order in which data passes through a drawing, or the cycle that leaves it without one.
public sealed interface Topology {

    /// Every node stands behind all that feed it; otherwise in the order of the graph.
    record Ordered(List<Node> nodes) implements Topology {}

    /// Wires that lead back to where they came from, in the order of the walk.
    record Cyclic(List<Edge> cycle) implements Topology {}

    /// Sorts the nodes (Kahn 1962).
    static Topology order(Graph graph) {
        var waiting = new HashMap<String, Integer>();
        var place = new HashMap<String, Integer>();
        var ready = new PriorityQueue<Node>(Comparator.comparing(node -> place.get(node.name())));
        for (Node node : graph.nodes()) {
            place.put(node.name(), place.size());
            int wires = graph.incoming(node.name()).size();
            waiting.put(node.name(), wires);
            if (wires == 0) {
                ready.add(node);
            }
        }
        var order = new ArrayList<Node>();
        while (!ready.isEmpty()) {
            Node node = ready.remove();
            order.add(node);
            waiting.remove(node.name());
            for (Edge edge : graph.outgoing(node.name())) {
                if (waiting.merge(edge.to(), -1, Integer::sum) == 0) {
                    ready.add(graph.node(edge.to()));
                }
            }
        }
        return waiting.isEmpty() ? new Ordered(List.copyOf(order))
                : new Cyclic(cycle(graph, waiting.keySet().iterator().next(), waiting));
    }

    /// Every node that waits is fed by another that waits, so walking against the wires must meet itself.
    private static List<Edge> cycle(Graph graph, String start, HashMap<String, Integer> waiting) {
        var path = new ArrayList<Edge>();
        var seen = new HashSet<String>();
        String at = start;
        while (seen.add(at)) {
            Edge back = graph.incoming(at).stream().filter(e -> waiting.containsKey(e.from())).findFirst()
                    .orElseThrow();
            path.add(back);
            at = back.from();
        }
        String meeting = at;
        int begin = 0;
        while (!path.get(begin).to().equals(meeting)) {
            begin++;
        }
        return path.subList(begin, path.size()).reversed().stream().toList();
    }
}
