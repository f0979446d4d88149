package io.netloom.check;

import io.netloom.graph.Activity;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Composites;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Arity;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.LayerType;
import io.netloom.layer.Role;
import io.netloom.layer.Schema;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Says which wires would fit, before they are drawn. What cannot be known yet counts as fitting.
public final class Fit {
    private static final int SPACING = 200;

    private final Graph graph;
    private final Map<String, CheckedNode> nodes;
    private final List<String> composites;
    private final Map<String, Set<String>> ahead = new HashMap<>();
    private final Map<String, Set<String>> behind = new HashMap<>();

    /// @param graph the drawing that is looked at
    /// @param check of the whole project
    /// @param composites the names of those that the drawing stands in, from the outside in
    public Fit(Graph graph, Check check, List<String> composites) {
        this.graph = graph;
        this.nodes = check.nodes();
        this.composites = List.copyOf(composites);
    }

    /// Whether a wire would fit; one that ends at its input would go. It must lead on, not back, and what arrives must be
    /// what the block takes.
    public boolean allows(Edge wire) {
        Block target = graph.node(wire.to()).block();
        if (wire.input() >= target.inputs().max() || wire.output() >= graph.node(wire.from()).block().outputs().size()
                || leadsBack(wire)) {
            return false;
        }
        var arriving = new ArrayList<Optional<Shape>>();
        boolean drawn = false;
        for (Edge other : graph.incoming(wire.to())) {
            if (!drawn && other.input() >= wire.input()) {
                arriving.add(shape(wire.from(), wire.output()));
                drawn = true;
            }
            if (other.input() != wire.input()) {
                arriving.add(shape(other.from(), other.output()));
            }
        }
        if (!drawn) {
            arriving.add(shape(wire.from(), wire.output()));
        }
        return graph.node(wire.to()).activity() != Activity.ACTIVE || arriving.contains(Optional.<Shape>empty())
                || takes(target, arriving.stream().map(Optional::orElseThrow).toList());
    }

    /// The shape that leaves an output, if the check knows it.
    public Optional<Shape> shape(String node, int output) {
        CheckedNode known = nodes.get(Composites.path(composites, node));
        return known == null || output >= known.outputs().size() ? Optional.empty()
                : Optional.of(known.outputs().get(output));
    }

    /// Whether a wire would close a circle. One of its ends is usually the same as that of the wire that was asked about
    /// before, so what lies ahead of one end and behind the other is kept.
    private boolean leadsBack(Edge wire) {
        if (ahead.containsKey(wire.to())) {
            return ahead.get(wire.to()).contains(wire.from());
        }
        if (!behind.containsKey(wire.from())) {
            ahead.put(wire.to(), reached(wire.to(), node -> graph.outgoing(node).stream().map(Edge::to)));
            behind.put(wire.from(), reached(wire.from(), node -> graph.incoming(node).stream().map(Edge::from)));
        }
        return behind.get(wire.from()).contains(wire.to());
    }

    private static Set<String> reached(String start, Function<String, Stream<String>> next) {
        var seen = new HashSet<String>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            if (seen.add(at)) {
                next.apply(at).forEach(queue::add);
            }
        }
        return seen;
    }

    /// Whether a block takes these shapes, perhaps with more wires to come.
    public static boolean takes(Block block, List<Shape> shapes) {
        Arity arity = block.inputs();
        if (shapes.size() > arity.max()) {
            return false;
        }
        return shapes.size() < arity.min() || gives(block, shapes).isPresent();
    }

    /// What a block makes of shapes, if it takes them.
    public static Optional<List<Shape>> gives(Block block, List<Shape> shapes) {
        if (!block.inputs().accepts(shapes.size())) {
            return Optional.empty();
        }
        return switch (block) {
            case Block.Single(Layer layer) -> gives(layer, shapes);
            case Composite composite -> gives(composite, shapes);
        };
    }

    private static Optional<List<Shape>> gives(Layer layer, List<Shape> shapes) {
        if (!Schema.of(layer).problems(layer).isEmpty()) {
            return Optional.empty();
        }
        return switch (layer.infer(List.copyOf(shapes))) {
            case Problem _ -> Optional.empty();
            case Shapes(List<Shape> outputs) -> Optional.of(outputs);
        };
    }

    /// The check of a drawing with the composite alone.
    private static Optional<List<Shape>> gives(Composite composite, List<Shape> shapes) {
        String name = "composite";
        Graph alone = new GraphEdit.Add(new Node(name, composite, SPACING, 0)).apply(Graph.empty());
        LayerType input = Catalogue.standard().types().stream().filter(t -> t.defaults().role() == Role.INPUT)
                .findFirst().orElseThrow();
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).rank() == 0) {
                return Optional.empty();
            }
            String source = "input" + i;
            Layer layer = input.with(Map.of(input.schema().fields().getFirst().name(), shapes.get(i).toString()));
            alone = new GraphEdit.Add(new Node(source, layer, 0, i)).apply(alone);
            alone = new GraphEdit.Connect(new Edge(source, 0, name, i)).apply(alone);
        }
        return Optional.ofNullable(Check.of(alone).nodes().get(name)).map(CheckedNode::outputs);
    }
}
