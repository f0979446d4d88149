package io.netloom.check;

import io.netloom.graph.Activity;
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
import java.util.stream.Stream;

/// Turns what a layer would like changed into edits of the drawing, and finds edits for problems of wiring.
final class Fixes {
    private static final double CARD_STEP = 200;

    private final Graph drawing;
    private final Graph graph;

    /// @param drawing with what is muted
    /// @param graph without it
    Fixes(Graph drawing, Graph graph) {
        this.drawing = drawing;
        this.graph = graph;
    }

    List<GraphEdit> of(Node node, Problem problem) {
        var fixes = new ArrayList<GraphEdit>(awake(node, problem));
        for (Remedy remedy : problem.remedies()) {
            switch (remedy) {
                case Remedy.InsertBefore(int input, String type, Map<String, String> settings) ->
                    fixes.add(insert(graph.incoming(node.name()).get(input), type, settings));
                case Remedy.Change(String setting, String value) -> fixes.add(new GraphEdit.Change(node.name(),
                        Schema.of(node.layer()).with(node.layer(), Map.of(setting, value))));
                case Remedy.Dissolve() -> fixes.add(new GraphEdit.Dissolve(node.name()));
            }
        }
        if (problem.kind() == Problem.Kind.WIRING) {
            fixes.addAll(wiring(node));
        }
        fixes.add(new GraphEdit.Remove(node.name()));
        return fixes;
    }

    /// A block that was taken out and is missed: it may take part again. What leads only to muted blocks may be muted, too, or
    /// those may take part again; muting stands first, so that whoever always takes the first fix gets to an end.
    private List<GraphEdit> awake(Node node, Problem problem) {
        Activity missed = problem.kind() == Problem.Kind.WIRING ? Activity.MUTED : Activity.BYPASSED;
        var edits = new ArrayList<GraphEdit>();
        awaken(drawing.incoming(node.name()).stream().map(Edge::from), missed, edits);
        if (leadsNowhere(node) && !drawing.outgoing(node.name()).isEmpty()) {
            edits.add(new GraphEdit.SetActivity(node.name(), Activity.MUTED));
            awaken(drawing.outgoing(node.name()).stream().map(Edge::to), Activity.MUTED, edits);
        }
        return edits;
    }

    private void awaken(Stream<String> names, Activity missed, List<GraphEdit> edits) {
        names.distinct().filter(name -> drawing.node(name).activity() == missed)
                .forEach(name -> edits.add(new GraphEdit.SetActivity(name, Activity.ACTIVE)));
    }

    /// A block where data enters or leaves, joined to the first block that waits for it.
    GraphEdit missingEnd(String type) {
        LayerType layerType = Catalogue.standard().find(type);
        String name = drawing.freeName(type.toLowerCase(Locale.ROOT));
        boolean input = layerType.defaults().role() == Role.INPUT;
        double x = input ? graph.nodes().stream().mapToDouble(Node::x).min().orElse(CARD_STEP) - CARD_STEP
                : graph.nodes().stream().mapToDouble(Node::x).max().orElse(-CARD_STEP) + CARD_STEP;
        double y = graph.nodes().stream().findFirst().map(Node::y).orElse(0.0);
        var edits = new ArrayList<GraphEdit>();
        edits.add(new GraphEdit.Add(new Node(name, layerType.defaults(), x, y)));
        graph.nodes().stream().filter(n -> input ? lacksWires(n) : leadsNowhere(n)).findFirst()
                .ifPresent(n -> edits.add(new GraphEdit.Connect(
                        input ? new Edge(name, 0, n.name(), freeInput(n)) : Edge.of(n.name(), name))));
        return new GraphEdit.Several("Add an " + type + " block", edits);
    }

    private GraphEdit insert(Edge edge, String type, Map<String, String> settings) {
        Layer layer = Catalogue.standard().find(type).with(settings);
        Node from = graph.node(edge.from());
        Node to = graph.node(edge.to());
        return new GraphEdit.Splice(new Node(drawing.freeName(type.toLowerCase(Locale.ROOT)), layer,
                (from.x() + to.x()) / 2, (from.y() + to.y()) / 2), edge);
    }

    private List<GraphEdit> wiring(Node node) {
        var fixes = new ArrayList<GraphEdit>();
        if (lacksWires(node)) {
            fixes.add(source(node));
        } else if (leadsNowhere(node)) {
            graph.nodes().stream().filter(n -> lacksWires(n) && !leads(n, node)).findFirst()
                    .ifPresent(n -> fixes.add(
                            new GraphEdit.Connect(new Edge(node.name(), 0, n.name(), freeInput(n)))));
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
    private GraphEdit source(Node node) {
        var loose = graph.nodes().stream().filter(n -> leadsNowhere(n) && !leads(node, n)).findFirst();
        if (loose.isPresent()) {
            return new GraphEdit.Connect(new Edge(loose.get().name(), 0, node.name(), freeInput(node)));
        }
        return switch (node.block()) {
            case Block.Single _ when !graph.incoming(node.name()).isEmpty() -> new GraphEdit.Dissolve(node.name());
            case Block.Single _,Composite _ -> newInput(node);
        };
    }

    private GraphEdit newInput(Node node) {
        String name = drawing.freeName("input");
        var input = new Node(name, Catalogue.standard().find("Input").defaults(), node.x() - CARD_STEP, node.y());
        return new GraphEdit.Several("Add an Input block before '" + node.name() + "'",
                List.of(new GraphEdit.Add(input),
                        new GraphEdit.Connect(new Edge(name, 0, node.name(), freeInput(node)))));
    }

    /// Whether data passes from one block to the other, so that a wire back would close a cycle.
    private boolean leads(Node from, Node to) {
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

    private boolean lacksWires(Node node) {
        return graph.incoming(node.name()).size() < node.block().inputs().min();
    }

    private boolean leadsNowhere(Node node) {
        return graph.outgoing(node.name()).isEmpty() && !node.block().outputs().isEmpty();
    }

    private int freeInput(Node node) {
        var taken = graph.incoming(node.name()).stream().map(Edge::input).toList();
        int input = 0;
        while (taken.contains(input)) {
            input++;
        }
        return input;
    }
}
