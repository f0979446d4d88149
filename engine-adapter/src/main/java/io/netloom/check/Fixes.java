package io.netloom.check;

import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.LayerType;
import io.netloom.layer.Role;
import io.netloom.layer.Schema;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns what a layer would like changed into edits of the drawing, and finds edits for problems of wiring.
final class Fixes {
    private static final double CARD_STEP = 200;

    private Fixes() {}

    static List<GraphEdit> of(Graph graph, Node node, Problem problem) {
        var fixes = new ArrayList<GraphEdit>();
        for (Remedy remedy : problem.remedies()) {
            switch (remedy) {
                case Remedy.InsertBefore(int input, String type, Map<String, String> settings) ->
                    fixes.add(insert(graph, graph.incoming(node.name()).get(input), type, settings));
                case Remedy.Change(String setting, String value) -> fixes.add(new GraphEdit.Change(node.name(),
                        Schema.of(node.layer()).with(node.layer(), Map.of(setting, value))));
                case Remedy.Bypass() -> fixes.add(new GraphEdit.Bypass(node.name()));
            }
        }
        if (problem.kind() == Problem.Kind.WIRING) {
            fixes.addAll(wiring(graph, node));
        }
        fixes.add(new GraphEdit.Remove(node.name()));
        return fixes;
    }

    /// A block where data enters or leaves, joined to the first block that waits for it.
    static GraphEdit missingEnd(Graph graph, String type) {
        LayerType layerType = Catalogue.standard().find(type);
        String name = graph.freeName(type.toLowerCase(Locale.ROOT));
        boolean input = layerType.defaults().role() == Role.INPUT;
        double x = input ? graph.nodes().stream().mapToDouble(Node::x).min().orElse(CARD_STEP) - CARD_STEP
                : graph.nodes().stream().mapToDouble(Node::x).max().orElse(-CARD_STEP) + CARD_STEP;
        double y = graph.nodes().stream().findFirst().map(Node::y).orElse(0.0);
        var edits = new ArrayList<GraphEdit>();
        edits.add(new GraphEdit.Add(new Node(name, layerType.defaults(), x, y)));
        graph.nodes().stream().filter(n -> input ? lacksWires(graph, n) : leadsNowhere(graph, n)).findFirst()
                .ifPresent(n -> edits.add(new GraphEdit.Connect(
                        input ? new Edge(name, 0, n.name(), freeInput(graph, n)) : Edge.of(n.name(), name))));
        return new GraphEdit.Several("Add an " + type + " block", edits);
    }

    private static GraphEdit insert(Graph graph, Edge edge, String type, Map<String, String> settings) {
        Layer layer = Catalogue.standard().find(type).with(settings);
        Node from = graph.node(edge.from());
        Node to = graph.node(edge.to());
        return new GraphEdit.Splice(new Node(graph.freeName(type.toLowerCase(Locale.ROOT)), layer,
                (from.x() + to.x()) / 2, (from.y() + to.y()) / 2), edge);
    }

    private static List<GraphEdit> wiring(Graph graph, Node node) {
        var fixes = new ArrayList<GraphEdit>();
        if (lacksWires(graph, node)) {
            fixes.add(source(graph, node));
        } else if (leadsNowhere(graph, node)) {
            graph.nodes().stream().filter(n -> lacksWires(graph, n) && !leads(graph, n, node)).findFirst()
                    .ifPresent(n -> fixes.add(
                            new GraphEdit.Connect(new Edge(node.name(), 0, n.name(), freeInput(graph, n)))));
        }
        for (Edge edge : graph.incoming(node.name())) {
            boolean portThere = edge.input() < node.block().inputs().max()
                    && edge.output() < graph.node(edge.from()).block().outputs().size();
            if (!portThere) {
                fixes.add(new GraphEdit.Disconnect(edge));
            }
        }
        return fixes;
    }

    /// Something to feed a block that lacks wires: a block whose answer nobody takes, else a new Input. A merge that has
    /// one wire and can have no other is not needed.
    private static GraphEdit source(Graph graph, Node node) {
        var loose = graph.nodes().stream().filter(n -> leadsNowhere(graph, n) && !leads(graph, node, n)).findFirst();
        if (loose.isPresent()) {
            return new GraphEdit.Connect(new Edge(loose.get().name(), 0, node.name(), freeInput(graph, node)));
        }
        return switch (node.block()) {
            case Block.Single _ when !graph.incoming(node.name()).isEmpty() -> new GraphEdit.Bypass(node.name());
            case Block.Single _,Composite _ -> newInput(graph, node);
        };
    }

    private static GraphEdit newInput(Graph graph, Node node) {
        String name = graph.freeName("input");
        var input = new Node(name, Catalogue.standard().find("Input").defaults(), node.x() - CARD_STEP, node.y());
        return new GraphEdit.Several("Add an Input block before '" + node.name() + "'",
                List.of(new GraphEdit.Add(input),
                        new GraphEdit.Connect(new Edge(name, 0, node.name(), freeInput(graph, node)))));
    }

    /// Whether data passes from one block to the other, so that a wire back would close a cycle.
    private static boolean leads(Graph graph, Node from, Node to) {
        var seen = new HashSet<String>();
        var queue = new ArrayDeque<>(List.of(from.name()));
        while (!queue.isEmpty()) {
            String name = queue.remove();
            if (seen.add(name)) {
                graph.outgoing(name).forEach(edge -> queue.add(edge.to()));
            }
        }
        return seen.contains(to.name());
    }

    private static boolean lacksWires(Graph graph, Node node) {
        return graph.incoming(node.name()).size() < node.block().inputs().min();
    }

    private static boolean leadsNowhere(Graph graph, Node node) {
        return graph.outgoing(node.name()).isEmpty() && !node.block().outputs().isEmpty();
    }

    private static int freeInput(Graph graph, Node node) {
        var taken = graph.incoming(node.name()).stream().map(Edge::input).toList();
        int input = 0;
        while (taken.contains(input)) {
            input++;
        }
        return input;
    }
}
