package io.netloom.check;

import io.netloom.graph.Activity;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Composites;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Topology;
import io.netloom.layer.Arity;
import io.netloom.layer.Layer;
import io.netloom.layer.Role;
import io.netloom.layer.Schema;
import io.netloom.layer.Weight;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Walks a drawing once and says what flows on every wire and everything that is wrong. Never throws. What stands inside of
/// a composite is walked in the same way, with the shapes that arrive at the composite.
public final class Check {
    private final Graph drawing;
    /// What of the drawing takes part.
    private final Graph graph;
    private final List<String> composites;
    /// How messages call the drawing.
    private final String subject;
    /// The shapes that arrive from outside; nothing, as long as what is outside has problems.
    private final Optional<List<Shape>> arriving;
    /// The nodes of this drawing, by their own names.
    private final Map<String, CheckedNode> drawn = new LinkedHashMap<>();
    /// All nodes, also those inside of composites, by path.
    private final Map<String, CheckedNode> nodes;
    private final Set<String> paths;
    private final List<Finding> findings;
    /// What an earlier check knew, by path.
    private final Map<String, CheckedNode> known;

    private Check(Graph drawing, Map<String, CheckedNode> known) {
        this.drawing = drawing;
        this.graph = drawing.live();
        this.composites = List.of();
        this.subject = "The network";
        this.arriving = Optional.empty();
        this.nodes = new LinkedHashMap<>();
        this.paths = new HashSet<>();
        this.findings = new ArrayList<>();
        this.known = known;
    }

    /// The inside of a composite.
    private Check(Check outside, Node node, Graph inside, Optional<List<Shape>> arriving) {
        this.drawing = inside;
        this.graph = inside.live();
        this.composites = Stream.concat(outside.composites.stream(), Stream.of(node.name())).toList();
        this.subject = "The inside of " + outside.title(node);
        this.arriving = arriving;
        this.nodes = outside.nodes;
        this.paths = outside.paths;
        this.findings = outside.findings;
        this.known = outside.known;
    }

    /// Checks a drawing.
    public static Check of(Graph graph) {
        return of(graph, Map.of());
    }

    /// Checks a drawing that was edited since it was checked last. The answer is that of [#of]; but blocks that are still the
    /// same, with the same shapes arriving, are not asked again.
    public Check after(Graph edited) {
        return of(edited, nodes);
    }

    private static Check of(Graph graph, Map<String, CheckedNode> known) {
        var check = new Check(graph, known);
        check.walk();
        return check;
    }

    /// The drawing as the compiler takes it, if nothing is wrong.
    public Optional<CheckedGraph> checked() {
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        Graph flat = Composites.expand(drawing);
        return switch (Topology.order(flat)) {
            case Topology.Ordered(List<Node> order) -> Optional.of(new CheckedGraph(drawing, drawn.values(), flat,
                    order.stream().map(node -> nodes.get(node.name())).toList()));
            case Topology.Cyclic cyclic -> throw new IllegalStateException("each drawing has an order, but: " + cyclic);
        };
    }

    /// What is known of each node whose inputs are sound, also where others have problems. A composite stands here as one
    /// node, and each node inside of it by its path, `res1/conv1`.
    public Map<String, CheckedNode> nodes() {
        return Collections.unmodifiableMap(nodes);
    }

    /// Everything that is wrong.
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /// What the whole network costs, as far as it is known.
    public Cost cost() {
        return drawn.values().stream().map(CheckedNode::cost).reduce(Cost.NOTHING, Cost::plus);
    }

    private void walk() {
        findIdleEnds();
        switch (Topology.order(graph)) {
            case Topology.Cyclic(List<Edge> cycle) -> findCycle(cycle);
            case Topology.Ordered(List<Node> order) -> order.forEach(this::visit);
        }
        findDeadEnds();
        findMissingEnds();
    }

    private void visit(Node node) {
        if (node.activity() == Activity.BYPASSED) {
            pass(node);
            return;
        }
        Optional<CheckedNode> same = untouched(node);
        if (same.isPresent()) {
            if (named(node)) {
                put(node, same.get());
            }
            return;
        }
        boolean inRange = inRange(node);
        boolean named = named(node);
        boolean sound = wired(node) && named && inRange;
        Optional<List<Shape>> inputs = sound ? inputs(node) : Optional.empty();
        switch (node.block()) {
            case Block.Single(Layer layer) -> inputs.ifPresent(shapes -> infer(node, layer, shapes));
            case Composite composite -> enter(node, composite, inputs);
        }
    }

    /// What was known of a layer of the outermost drawing, if it is the very same, and the very same shapes arrive. Most
    /// are, so that this decides how long a check takes after an edit.
    private Optional<CheckedNode> untouched(Node node) {
        CheckedNode old = composites.isEmpty() ? known.get(node.name()) : null;
        if (old == null || old.node() != node || !(node.block() instanceof Block.Single)) {
            return Optional.empty();
        }
        List<Edge> wires = graph.incoming(node.name());
        if (wires.size() != old.inputs().size()
                || !wires.isEmpty() && wires.getLast().input() >= node.block().inputs().max()) {
            return Optional.empty();
        }
        for (int i = 0; i < wires.size(); i++) {
            Edge wire = wires.get(i);
            CheckedNode source = drawn.get(wire.from());
            if (source == null || wire.output() >= source.outputs().size()
                    || source.outputs().get(wire.output()) != old.inputs().get(i)) {
                return Optional.empty();
            }
        }
        return Optional.of(old);
    }

    /// What arrives at a bypassed node goes on as it is.
    private void pass(Node node) {
        if (node.block().role() != Role.HIDDEN || !named(node)) {
            return;
        }
        List<Edge> wires = graph.incoming(node.name());
        int outputs = node.block().outputs().size();
        if (wires.isEmpty()) {
            find(node, new Problem(Problem.Kind.WIRING, "a wire to hand on, for it is bypassed",
                    "nothing is joined to it", List.of()));
        } else if (wires.size() > 1 || outputs != 1) {
            find(node, new Problem(Problem.Kind.SETTING, "one wire in and one output to be bypassed",
                    "has " + wires.size() + " joined, and " + outputs + (outputs == 1 ? " output" : " outputs"),
                    List.of()),
                    List.of(new GraphEdit.SetActivity(node.name(), Activity.ACTIVE),
                            new GraphEdit.SetActivity(node.name(), Activity.MUTED)));
        } else if (portsThere(node, wires)) {
            inputs(node).ifPresent(shapes -> accept(node, shapes, shapes, List.of(), Cost.NOTHING));
        }
    }

    /// What was known of the same block, by itself.
    private Optional<CheckedNode> known(Node node) {
        return Optional.ofNullable(known.get(path(node)))
                .filter(old -> old.node().block() == node.block() && old.node().activity() == node.activity());
    }

    private boolean inRange(Node node) {
        if (known(node).isPresent()) {
            return true;
        }
        List<Problem> problems = switch (node.block()) {
            case Block.Single(Layer layer) -> Schema.of(layer).problems(layer);
            case Composite _ -> List.of();
        };
        problems.forEach(problem -> find(node, problem));
        return problems.isEmpty();
    }

    /// The shapes that arrive at a node, if they are known.
    private Optional<List<Shape>> inputs(Node node) {
        var inputs = new ArrayList<Shape>();
        for (Edge edge : graph.incoming(node.name())) {
            CheckedNode source = drawn.get(edge.from());
            if (source == null) {
                return Optional.empty();
            }
            inputs.add(source.outputs().get(edge.output()));
        }
        return Optional.of(inputs);
    }

    private void infer(Node node, Layer layer, List<Shape> inputs) {
        if (!composites.isEmpty() && layer.role() == Role.INPUT) {
            arriving.ifPresent(
                    shapes -> accept(node, List.of(), List.of(shapes.get(drawing.inputs().indexOf(node.name()))),
                            List.of(), Cost.NOTHING));
            return;
        }
        Optional<CheckedNode> same = known(node).filter(old -> old.inputs().equals(inputs));
        if (same.isPresent()) {
            accept(node, same.get());
            return;
        }
        switch (layer.infer(List.copyOf(inputs))) {
            case Problem problem -> find(node, problem);
            case Shapes(List<Shape> outputs) -> {
                List<Weight> weights = layer.weights(inputs);
                if (feasible(node, outputs, weights)) {
                    accept(node, inputs, outputs, weights,
                            Cost.of(weights, layer.multiplyAdds(inputs, outputs), outputs));
                }
            }
        }
    }

    private void enter(Node node, Composite composite, Optional<List<Shape>> inputs) {
        var inside = new Check(this, node, composite.inside(), inputs);
        inside.walk();
        List<CheckedNode> outputs = composite.outputs().stream().map(inside.drawn::get).filter(Objects::nonNull)
                .toList();
        if (inputs.isPresent() && outputs.size() == composite.outputs().size()) {
            accept(node, inputs.get(), outputs.stream().map(output -> output.inputs().getFirst()).toList(), List.of(),
                    inside.cost());
        }
    }

    private void accept(Node node, List<Shape> inputs, List<Shape> outputs, List<Weight> weights, Cost cost) {
        Node here = node.renamed(path(node));
        put(node, new CheckedNode(here, composites, inputs, outputs, weights, cost));
    }

    /// What was known of the same block with the same inputs; where nothing at all is different, the very same object.
    private void accept(Node node, CheckedNode old) {
        Node here = composites.isEmpty() ? node : node.renamed(path(node));
        put(node, old.node() == here || old.node().equals(here) ? old
                : new CheckedNode(here, composites, old.inputs(), old.outputs(), old.weights(), old.cost()));
    }

    private void put(Node node, CheckedNode checked) {
        drawn.put(node.name(), checked);
        nodes.put(checked.node().name(), checked);
    }

    private boolean feasible(Node node, List<Shape> outputs, List<Weight> weights) {
        for (Shape shape : outputs) {
            if (shape.elements() > Integer.MAX_VALUE) {
                find(node,
                        new Problem(Problem.Kind.NETWORK, "an output of at most 2 thousand million numbers an example",
                                "gives " + shape, List.of()));
                return false;
            }
        }
        for (Weight weight : weights) {
            if (weight.elements() > Integer.MAX_VALUE / 4) {
                find(node, new Problem(Problem.Kind.NETWORK, "weights of at most 500 million numbers",
                        "its " + weight.name() + " would be " + weight.shape(), List.of()));
                return false;
            }
        }
        return true;
    }

    /// The path of a block inside of a composite may be the name of another block; weights could not be told apart.
    private boolean named(Node node) {
        if (paths.add(path(node))) {
            return true;
        }
        var problem = new Problem(Problem.Kind.NETWORK, "a name of its own",
                "another block is called '" + path(node) + "', too", List.of());
        find(node, problem, List.of(new GraphEdit.Rename(node.name(), drawing.freeName(node.name()))));
        return false;
    }

    private boolean wired(Node node) {
        List<Edge> wires = graph.incoming(node.name());
        Arity arity = node.block().inputs();
        // They come in the order of their inputs.
        boolean portsThere = wires.isEmpty() || wires.getLast().input() < arity.max();
        if (!portsThere || !arity.accepts(wires.size())) {
            String found = wires.isEmpty() ? "nothing is joined to it" : "has " + wires.size() + " joined";
            find(node, new Problem(Problem.Kind.WIRING, arity + " joined", found, List.of()));
            return false;
        }
        return portsThere(node, wires);
    }

    private boolean portsThere(Node node, List<Edge> wires) {
        for (Edge edge : wires) {
            List<String> outputs = graph.node(edge.from()).block().outputs();
            if (edge.output() >= outputs.size()) {
                find(node, new Problem(Problem.Kind.WIRING, "wires that come from outputs that are there",
                        "'" + edge.from() + "' has " + outputs.size() + " outputs, no number " + edge.output(),
                        List.of()));
                return false;
            }
        }
        return true;
    }

    private String path(Node node) {
        return Composites.path(composites, node.name());
    }

    private String title(Node node) {
        return node.block().type() + " '" + path(node) + "'";
    }

    private void find(Node node, Problem problem) {
        find(node, problem, new Fixes(drawing, graph).of(node, problem));
    }

    private void find(Node node, Problem problem, List<GraphEdit> fixes) {
        findings.add(new Finding(path(node), title(node), problem,
                fixes.stream().map(fix -> GraphEdit.inside(composites, fix)).toList()));
    }

    private void findCycle(List<Edge> cycle) {
        Edge last = cycle.getLast();
        Node node = graph.node(last.to());
        var names = new ArrayList<String>(cycle.stream().map(Edge::from).toList());
        names.add(last.to());
        var problem = new Problem(Problem.Kind.CYCLE, "data that comes from before it",
                "its wires lead back to itself: " + String.join(" → ", names), List.of());
        find(node, problem, List.of(new GraphEdit.Disconnect(last)));
    }

    /// Where data enters and leaves, something must; and the ports of a composite must be there, for its wires are.
    private void findIdleEnds() {
        for (Node node : drawing.nodes()) {
            boolean end = node.block().role() != Role.HIDDEN;
            if (end && (node.activity() == Activity.BYPASSED
                    || node.activity() == Activity.MUTED && !composites.isEmpty())) {
                find(node, new Problem(Problem.Kind.SETTING, composites.isEmpty() ? "to take part or to be muted"
                        : "to take part, for it is a port of its composite",
                        node.activity() == Activity.BYPASSED ? "is bypassed" : "is muted", List.of()),
                        List.of(new GraphEdit.SetActivity(node.name(), Activity.ACTIVE)));
            }
        }
    }

    /// A block whose answer reaches no output would be computed for nothing and could not learn. It is said of the last of each
    /// such row, where the way is missing.
    private void findDeadEnds() {
        Set<String> alive = new HashSet<>();
        var queue = new ArrayDeque<String>();
        queue.addAll(graph.outputs());
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
            boolean dead = !alive.contains(node.name());
            if (dead && graph.outgoing(node.name()).isEmpty()) {
                find(node, new Problem(Problem.Kind.WIRING, "a way to an Output", "leads to none", List.of()));
            } else if (!dead && node.block() instanceof Composite composite) {
                findLooseOutputs(node, composite);
            }
        }
    }

    /// What leads only to an output that nobody takes could not learn.
    private void findLooseOutputs(Node node, Composite composite) {
        Set<Integer> taken = graph.outgoing(node.name()).stream().map(Edge::output).collect(Collectors.toSet());
        for (int i = 0; i < composite.outputs().size(); i++) {
            if (!taken.contains(i)) {
                String output = composite.outputs().get(i);
                find(node,
                        new Problem(Problem.Kind.WIRING, "all its outputs joined", "nothing takes its '" + output + "'",
                                List.of()),
                        List.of(new GraphEdit.Inside(node.name(), new GraphEdit.Remove(output)),
                                new GraphEdit.Remove(node.name())));
            }
        }
    }

    private void findMissingEnds() {
        if (graph.inputs().isEmpty()) {
            findMissing("Input", Role.INPUT);
        }
        if (graph.outputs().isEmpty()) {
            findMissing("Output", Role.OUTPUT);
        }
    }

    private void findMissing(String type, Role role) {
        Stream<GraphEdit> unmuted = drawing.nodes().stream()
                .filter(node -> node.block().role() == role && node.activity() == Activity.MUTED)
                .map(node -> new GraphEdit.SetActivity(node.name(), Activity.ACTIVE));
        Stream<GraphEdit> made = Stream.of(new Fixes(drawing, graph).missingEnd(type));
        findings.add(new Finding(String.join("/", composites), subject,
                new Problem(Problem.Kind.NETWORK, "an " + type + " block", "has none", List.of()),
                Stream.concat(unmuted, made).map(fix -> GraphEdit.inside(composites, fix)).toList()));
    }
}
