package io.netloom.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// The order in which data passes through a drawing, or the cycle that leaves it without one.
public sealed interface Topology {

    /// Every node stands behind all that feed it; otherwise in the order of the graph.
    record Ordered(List<Node> nodes) implements Topology {}

    /// Wires that lead back to where they came from, in the order of the walk.
    record Cyclic(List<Edge> cycle) implements Topology {}

    /// Sorts the nodes (Kahn 1962).
    static Topology order(Graph graph) {
        List<Node> nodes = List.copyOf(graph.nodes());
        var places = HashMap.<String, Integer>newHashMap(nodes.size());
        int[] waiting = new int[nodes.size()];
        var ready = new PriorityQueue<Integer>();
        for (int i = 0; i < waiting.length; i++) {
            String name = nodes.get(i).name();
            places.put(name, i);
            waiting[i] = graph.incoming(name).size();
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        var order = new ArrayList<Node>(waiting.length);
        while (!ready.isEmpty()) {
            Node node = nodes.get(ready.remove());
            order.add(node);
            places.remove(node.name());
            for (Edge edge : graph.outgoing(node.name())) {
                int place = places.get(edge.to());
                if (--waiting[place] == 0) {
                    ready.add(place);
                }
            }
        }
        return places.isEmpty() ? new Ordered(List.copyOf(order))
                : new Cyclic(cycle(graph, places.keySet().iterator().next(), places.keySet()));
    }

    /// Every node that waits is fed by another that waits, so walking against the wires must meet itself.
    private static List<Edge> cycle(Graph graph, String start, Set<String> waiting) {
        var path = new ArrayList<Edge>();
        var seen = new HashSet<String>();
        String at = start;
        while (seen.add(at)) {
            Edge back = graph.incoming(at).stream().filter(e -> waiting.contains(e.from())).findFirst()
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
