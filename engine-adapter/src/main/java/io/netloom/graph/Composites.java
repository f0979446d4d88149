package io.netloom.graph;

import io.netloom.layer.Role;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws what stands inside of composites out flat. Block `conv1` inside of `res1` becomes `res1/conv1`. Blocks that do not take
/// part are left out: a wire stands where one was bypassed.
public final class Composites {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private Composites() {}

    /// The same network without composites, and without what does not take part. Wires that end at a port that is not there, or that only go round in
    /// circles, are left out.
    ///
    /// @throws BadInput if a block is called as one inside of a composite is, such as `res1/conv1`
    public static Graph expand(Graph graph) {
        if (graph.depth() == 0 && graph.nodes().stream().allMatch(node -> node.activity() == Activity.ACTIVE)) {
            return graph;
        }
        var flat = new Composites();
        flat.draw(new Level(graph, "", Optional.empty()));
        return Graph.flat(flat.nodes, flat.edges);
    }

    /// The path of a block that stands inside of composites.
    ///
    /// @param composites their names, from the outside in
    public static String path(List<String> composites, String name) {
        return composites.isEmpty() ? name : String.join("/", composites) + "/" + name;
    }

    /// Where two drawings differ: the names of the composites, from the outside in, outside of which they are the same.
    public static List<String> difference(Graph one, Graph other) {
        var place = new ArrayList<String>();
        Optional<Insides> inner = onlyInside(one, other);
        while (inner.isPresent()) {
            place.add(inner.get().name);
            inner = onlyInside(inner.get().one, inner.get().other);
        }
        return place;
    }

    private record Insides(String name, Graph one, Graph other) {}

    /// The one composite in which two drawings differ, if that is all.
    private static Optional<Insides> onlyInside(Graph one, Graph other) {
        List<Node> different = other.nodes().stream()
                .filter(node -> !one.contains(node.name()) || !one.node(node.name()).equals(node)).toList();
        if (different.size() != 1 || !one.contains(different.getFirst().name())
                || one.nodes().size() != other.nodes().size() || !one.edges().equals(other.edges())
                || !List.copyOf(one.remarks()).equals(List.copyOf(other.remarks()))) {
            return Optional.empty();
        }
        Node now = different.getFirst();
        Node then = one.node(now.name());
        return now.with(then.block()).equals(then) && then.block() instanceof Composite before
                && now.block() instanceof Composite after
                        ? Optional.of(new Insides(now.name(), before.inside(), after.inside()))
                        : Optional.empty();
    }

    private void draw(Level level) {
        var ends = new ArrayList<Place>();
        for (Node node : level.graph.nodes()) {
            if (node.activity() != Activity.ACTIVE) {
                continue;
            }
            switch (node.block()) {
                case Composite composite -> draw(level.inside(node, composite));
                case Block.Single _ when level.above.isPresent() && node.block().role() != Role.HIDDEN -> {
                    // It only hands on, and so becomes a wire.
                }
                case Block.Single _ -> {
                    nodes.add(node.renamed(level.path(node.name())));
                    ends.add(new Place(level, node.name(), 0));
                }
            }
        }
        for (Place end : ends) {
            for (Edge wire : level.graph.incoming(end.node)) {
                new Place(level, wire.from(), wire.output()).source().ifPresent(source -> edges.add(
                        new Edge(source.level.path(source.node), source.port, level.path(end.node), wire.input())));
            }
        }
    }

    /// A drawing and where it stands.
    private static final class Level {
        private final Graph graph;
        private final String prefix;
        /// The composite that it is the inside of.
        private final Optional<Place> above;
        private final Map<String, Level> insides = new HashMap<>();

        Level(Graph graph, String prefix, Optional<Place> above) {
            this.graph = graph.live();
            this.prefix = prefix;
            this.above = above;
        }

        Level inside(Node node, Composite composite) {
            return insides.computeIfAbsent(node.name(), name -> new Level(composite.inside(), path(name) + "/",
                    Optional.of(new Place(this, name, 0))));
        }

        String path(String name) {
            return prefix + name;
        }

        Optional<Place> feeding(String bypassed) {
            return graph.incoming(bypassed).stream().findFirst()
                    .map(wire -> new Place(this, wire.from(), wire.output()));
        }

        Optional<Place> feeding(String node, int input) {
            return graph.incoming(node).stream().filter(wire -> wire.input() == input).findFirst()
                    .map(wire -> new Place(this, wire.from(), wire.output()));
        }
    }

    /// An output of a node somewhere.
    private record Place(Level level, String node, int port) {

        /// The layer's output that arrives here, through the ends of however many composites.
        Optional<Place> source() {
            var seen = new HashSet<Place>();
            Optional<Place> at = Optional.of(this);
            while (at.isPresent() && !at.get().isLayer()) {
                at = seen.add(at.get()) ? at.get().before() : Optional.empty();
            }
            return at;
        }

        private boolean isLayer() {
            Node here = level.graph.node(node);
            return here.activity() == Activity.ACTIVE && switch (here.block()) {
                case Composite _ -> false;
                case Block.Single single -> level.above.isEmpty() || single.role() == Role.HIDDEN;
            };
        }

        private Optional<Place> before() {
            Node here = level.graph.node(node);
            if (here.activity() == Activity.BYPASSED) {
                return level.feeding(node);
            }
            return switch (here.block()) {
                case Composite composite -> port < composite.outputs().size()
                        ? level.inside(here, composite).feeding(composite.outputs().get(port), 0)
                        : Optional.empty();
                case Block.Single _ -> {
                    Place composite = level.above.orElseThrow();
                    int input = level.graph.inputs().indexOf(node);
                    yield port == 0 && input >= 0 ? composite.level.feeding(composite.node, input) : Optional.empty();
                }
            };
        }
    }
}
