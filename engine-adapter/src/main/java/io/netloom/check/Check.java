package io.netloom.check;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Topology;
import io.netloom.layer.Arity;
import io.netloom.layer.Role;
import io.netloom.layer.Schema;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Walks a drawing once and says what flows on every wire and everything that is wrong. Never throws.
public final class Check {
    private final Graph graph;
    private final Map<String, CheckedNode> nodes = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Check(Graph graph) {
        this.graph = graph;
    }

    /// Checks a drawing.
    public static Check of(Graph graph) {
        var check = new Check(graph);
        switch (Topology.order(graph)) {
            case Topology.Cyclic(List<Edge> cycle) -> check.findCycle(cycle);
            case Topology.Ordered(List<Node> order) -> order.forEach(check::visit);
        }
        check.findDeadEnds();
        check.findMissingEnds();
        return check;
    }

    /// The drawing as the compiler takes it, if nothing is wrong.
    public Optional<CheckedGraph> checked() {
        return findings.isEmpty() ? Optional.of(new CheckedGraph(graph, List.copyOf(nodes.values())))
                : Optional.empty();
    }

    /// What is known of each node whose inputs are sound, also where others have problems.
    public Map<String, CheckedNode> nodes() {
        return Map.copyOf(nodes);
    }

    /// Everything that is wrong.
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void visit(Node node) {
        boolean sound = true;
        for (Problem problem : Schema.of(node.layer()).problems(node.layer())) {
            find(node, problem);
            sound = false;
        }
        sound &= wired(node);
        if (!sound) {
            return;
        }
        var inputs = new ArrayList<Shape>();
        for (Edge edge : graph.incoming(node.name())) {
            CheckedNode source = nodes.get(edge.from());
            if (source == null) {
                return;
            }
            inputs.add(source.outputs().get(edge.output()));
        }
        Inferred inferred = node.layer().infer(List.copyOf(inputs));
        switch (inferred) {
            case Problem problem -> find(node, problem);
            case Shapes(List<Shape> outputs) -> accept(node, inputs, outputs);
        }
    }

    private void accept(Node node, List<Shape> inputs, List<Shape> outputs) {
        List<Weight> weights = node.layer().weights(inputs);
        for (Shape shape : outputs) {
            if (shape.elements() > Integer.MAX_VALUE) {
                find(node,
                        new Problem(Problem.Kind.NETWORK, "an output of at most 2 thousand million numbers an example",
                                "gives " + shape, List.of()));
                return;
            }
        }
        for (Weight weight : weights) {
            if (weight.elements() > Integer.MAX_VALUE / 4) {
                find(node, new Problem(Problem.Kind.NETWORK, "weights of at most 500 million numbers",
                        "its " + weight.name() + " would be " + weight.shape(), List.of()));
                return;
            }
        }
        nodes.put(node.name(), new CheckedNode(node, List.copyOf(inputs), outputs, weights,
                node.layer().multiplyAdds(inputs, outputs)));
    }

    private boolean wired(Node node) {
        List<Edge> wires = graph.incoming(node.name());
        Arity arity = node.layer().inputs();
        boolean portsThere = wires.stream().allMatch(e -> e.input() < arity.max());
        if (!portsThere || !arity.accepts(wires.size())) {
            String found = wires.isEmpty() ? "nothing is joined to it" : "has " + wires.size() + " joined";
            find(node, new Problem(Problem.Kind.WIRING, arity + " joined", found, List.of()));
            return false;
        }
        for (Edge edge : wires) {
            List<String> outputs = graph.node(edge.from()).layer().outputs();
            if (edge.output() >= outputs.size()) {
                find(node, new Problem(Problem.Kind.WIRING, "wires that come from outputs that are there",
                        "'" + edge.from() + "' has " + outputs.size() + " outputs, no number " + edge.output(),
                        List.of()));
                return false;
            }
        }
        return true;
    }

    private void find(Node node, Problem problem) {
        findings.add(new Finding(node.name(), node.title(), problem, Fixes.of(graph, node, problem)));
    }

    private void findCycle(List<Edge> cycle) {
        Edge last = cycle.getLast();
        Node node = graph.node(last.to());
        var names = new ArrayList<String>(cycle.stream().map(Edge::from).toList());
        names.add(last.to());
        var problem = new Problem(Problem.Kind.CYCLE, "data that comes from before it",
                "its wires lead back to itself: " + String.join(" → ", names), List.of());
        findings.add(new Finding(node.name(), node.title(), problem, List.of(new GraphEdit.Disconnect(last))));
    }

    /// A block whose answer reaches no output would be computed for nothing and could not learn.
    private void findDeadEnds() {
        Set<String> alive = new HashSet<>();
        var queue = new ArrayDeque<String>();
        graph.nodes().stream().filter(n -> n.layer().role() == Role.OUTPUT).map(Node::name).forEach(queue::add);
        while (!queue.isEmpty()) {
            String name = queue.remove();
            if (alive.add(name)) {
                graph.incoming(name).forEach(edge -> queue.add(edge.from()));
            }
        }
        if (alive.isEmpty()) {
            return;
        }
        for (Node node : graph.nodes()) {
            if (!alive.contains(node.name())) {
                find(node, new Problem(Problem.Kind.WIRING, "a way to an Output", "leads to none", List.of()));
            }
        }
    }

    private void findMissingEnds() {
        for (Role role : List.of(Role.INPUT, Role.OUTPUT)) {
            if (graph.nodes().stream().noneMatch(n -> n.layer().role() == role)) {
                String type = role == Role.INPUT ? "Input" : "Output";
                findings.add(new Finding("", "The network",
                        new Problem(Problem.Kind.NETWORK, "an " + type + " block", "has none", List.of()),
                        List.of(Fixes.missingEnd(graph, type))));
            }
        }
    }
}
