package io.netloom.graph;

import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Some blocks of a drawing as a drawing of their own, which can become a composite or a template: an Input stands for each
/// value that arrives from outside, an Output for each that leaves.
public final class Excerpt {
    private static final double CARD_STEP = 210;

    private final Graph graph;
    private final Set<String> names;
    private final Function<Edge, Optional<Shape>> shapes;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final double left;
    private final double top;

    private Excerpt(Graph graph, Set<String> names, Function<Edge, Optional<Shape>> shapes) {
        this.graph = graph;
        this.names = names;
        this.shapes = shapes;
        left = names.stream().mapToDouble(name -> graph.node(name).x()).min().orElse(0) - CARD_STEP;
        top = names.stream().mapToDouble(name -> graph.node(name).y()).min().orElse(0);
    }

    /// These blocks by themselves. A value that nobody takes, inside or outside, becomes an Output as well.
    ///
    /// @param names blocks of `graph`
    /// @param shapes what flows on a wire, where that is known; the new Inputs are set to it
    /// @throws io.netloom.shape.BadInput for a block that is not there
    public static Graph of(Graph graph, Set<String> names, Function<Edge, Optional<Shape>> shapes) {
        return new Excerpt(graph, names, shapes).cut();
    }

    private Graph cut() {
        taken.addAll(names);
        graph.nodes().stream().filter(node -> names.contains(node.name())).forEach(this::copy);
        var inputs = new HashMap<Port, String>();
        for (Edge edge : graph.edges()) {
            if (names.contains(edge.from()) && names.contains(edge.to())) {
                edges.add(edge);
            } else if (names.contains(edge.to())) {
                String input = inputs.computeIfAbsent(new Port(edge.from(), edge.output()), _ -> input(edge));
                edges.add(new Edge(input, 0, edge.to(), edge.input()));
            }
        }
        for (Node node : List.copyOf(nodes)) {
            if (names.contains(node.name())) {
                leave(node);
            }
        }
        return Graph.of(nodes, edges);
    }

    private record Port(String node, int output) {}

    private void copy(Node node) {
        nodes.add(node.at(node.x() - left, node.y() - top));
    }

    private String input(Edge edge) {
        Node to = graph.node(edge.to());
        Layer layer = Catalogue.standard().find("Input")
                .with(shapes.apply(edge).map(shape -> Map.of("shape", shape.toString())).orElse(Map.of()));
        return add("in", layer, 0, to.y() - top);
    }

    private void leave(Node node) {
        int outputs = node.block().outputs().size();
        for (int port = 0; port < outputs; port++) {
            int output = port;
            List<Edge> wires = graph.outgoing(node.name()).stream().filter(e -> e.output() == output).toList();
            if (wires.isEmpty() || wires.stream().anyMatch(e -> !names.contains(e.to()))) {
                Layer layer = Catalogue.standard().find("Output").defaults();
                double right = nodes.stream().filter(n -> names.contains(n.name())).mapToDouble(Node::x).max()
                        .orElse(0);
                edges.add(new Edge(node.name(), port, add("out", layer, right + CARD_STEP, node.y()), 0));
            }
        }
    }

    private String add(String wish, Layer layer, double x, double y) {
        String name = wish;
        for (int twin = 2; !taken.add(name); twin++) {
            name = wish + twin;
        }
        nodes.add(new Node(name, layer, x, y));
        return name;
    }
}
