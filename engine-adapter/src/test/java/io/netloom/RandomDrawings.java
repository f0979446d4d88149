package io.netloom;

import io.netloom.graph.Activity;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Axes;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.LayerType;
import io.netloom.layer.Padding;
import io.netloom.layer.Size2;
import io.netloom.layer.Size3;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/// Drawings as nobody would draw them: any blocks, with any settings, joined in any way.
public final class RandomDrawings {
    private static final int MOST_BLOCKS = 8;

    private RandomDrawings() {}

    /// Layers of all types; most settings lie within their range and suit small networks, some do not.
    public static Arbitrary<Layer> layers() {
        return Arbitraries.of(Catalogue.standard().types()).flatMap(RandomDrawings::layers);
    }

    /// Layers of one type.
    public static Arbitrary<Layer> layers(LayerType type) {
        List<Arbitrary<Optional<String>>> values = type.schema().fields().stream()
                .map(field -> text(field).optional(0.5)).toList();
        return Combinators.combine(values).as(texts -> {
            var settings = new HashMap<String, String>();
            for (int i = 0; i < texts.size(); i++) {
                String name = type.schema().fields().get(i).name();
                texts.get(i).ifPresent(text -> settings.put(name, text));
            }
            return type.with(settings);
        });
    }

    /// Shapes of no to five axes.
    public static Arbitrary<Shape> shapes() {
        Arbitrary<Long> sizes = Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.longs().between(1, 9)),
                Tuple.of(2, Arbitraries.longs().between(10, 3000)),
                Tuple.of(1, Arbitraries.of(65_536L, 2_147_483_647L)));
        return sizes.list().ofMaxSize(5).map(list -> Shape.of(list.stream().mapToLong(Long::longValue).toArray()));
    }

    /// Drawings without composites, about half of them with cycles.
    public static Arbitrary<Graph> graphs() {
        return graphs(layers().map(Block.Single::new));
    }

    /// Drawings with composites in composites, in which ends are frequent.
    public static Arbitrary<Graph> nested() {
        return graphs(blocks(2));
    }

    /// Drawings, some blocks of which were bypassed or muted.
    public static Arbitrary<Graph> resting() {
        Arbitrary<Activity> activities = Arbitraries.frequency(Tuple.of(4, Activity.ACTIVE),
                Tuple.of(1, Activity.BYPASSED), Tuple.of(1, Activity.MUTED));
        return Arbitraries.oneOf(graphs(), nested()).flatMap(graph -> activities.list().ofSize(graph.nodes().size())
                .map(list -> {
                    Graph resting = graph;
                    List<Node> nodes = List.copyOf(graph.nodes());
                    for (int i = 0; i < nodes.size(); i++) {
                        resting = new GraphEdit.SetActivity(nodes.get(i).name(), list.get(i)).apply(resting);
                    }
                    return resting;
                }));
    }

    private static Arbitrary<Block> blocks(int depth) {
        Arbitrary<Block> layers = layers().map(Block.Single::new);
        Arbitrary<Block> ends = Arbitraries.of("Input", "Output")
                .map(type -> new Block.Single(Catalogue.standard().make(type)));
        if (depth == 0) {
            return Arbitraries.frequencyOf(Tuple.of(2, layers), Tuple.of(1, ends));
        }
        Arbitrary<Block> composites = Combinators
                .combine(Arbitraries.of("Residual block", "块"), graphs(Arbitraries.lazy(() -> blocks(depth - 1))))
                .as(Composite::new);
        return Arbitraries.frequencyOf(Tuple.of(4, layers), Tuple.of(2, ends), Tuple.of(3, composites));
    }

    private static Arbitrary<Graph> graphs(Arbitrary<Block> blocks) {
        return blocks.list().ofMaxSize(MOST_BLOCKS)
                .flatMap(list -> Combinators.combine(wires().list().ofMaxSize(2 * MOST_BLOCKS),
                        Arbitraries.of(true, false), Arbitraries.of(true, false))
                        .as((wires, forward, chained) -> graph(list, wires, forward, chained)))
                .flatMap(graph -> remarks().list().ofMaxSize(2).uniqueElements(Remark::id)
                        .map(remarks -> Graph.of(graph.nodes(), graph.edges(), remarks)));
    }

    private static Arbitrary<Remark> remarks() {
        Arbitrary<Double> sizes = Arbitraries.integers().between(1, 500).map(Integer::doubleValue);
        return Combinators.combine(Arbitraries.of("a", "b", "注"), Arbitraries.of(Remark.Kind.values()),
                Arbitraries.of("", "see \"above\"", "两行\n文字"), places(), places(), sizes, sizes).as(Remark::new);
    }

    /// Edits of a drawing and of what stands inside of its composites; some do not fit it.
    public static Arbitrary<GraphEdit> edits(Graph graph) {
        Arbitrary<GraphEdit> single = singleEdits(graph);
        var kinds = new ArrayList<Tuple2<Integer, Arbitrary<GraphEdit>>>();
        kinds.add(Tuple.of(8, single));
        kinds.add(Tuple.of(1, single.list().ofMaxSize(3).map(edits -> new GraphEdit.Several("Several", edits))));
        for (Node node : graph.nodes()) {
            if (node.block() instanceof Composite(String _, Graph inside)) {
                kinds.add(Tuple.of(4, edits(inside).map(edit -> new GraphEdit.Inside(node.name(), edit))));
            }
        }
        kinds.add(Tuple.of(1, single.map(edit -> new GraphEdit.Inside("n0", edit))));
        return Arbitraries.frequencyOf(kinds);
    }

    private static Arbitrary<GraphEdit> singleEdits(Graph graph) {
        var known = new ArrayList<>(graph.nodes().stream().map(Node::name).toList());
        known.add("nobody");
        Arbitrary<String> names = Arbitraries.of(known);
        Arbitrary<Node> nodes = Combinators
                .combine(Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of("new", "块", "a b")), Tuple.of(1, names)),
                        layers(), places(), places())
                .as(Node::new);
        Arbitrary<Edge> any = Combinators.combine(names, ports(), names, ports()).as(Edge::new);
        Arbitrary<Edge> edges = graph.edges().isEmpty() ? any
                : Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(graph.edges())), Tuple.of(1, any));
        return Arbitraries.oneOf(nodes.map(GraphEdit.Add::new), names.map(GraphEdit.Remove::new),
                names.map(GraphEdit.Dissolve::new), any.map(GraphEdit.Connect::new),
                edges.map(GraphEdit.Disconnect::new),
                Combinators.combine(nodes, edges).as(GraphEdit.Splice::new),
                Combinators.combine(names, Arbitraries.oneOf(names, Arbitraries.of("renamed", "", " "))).as(
                        GraphEdit.Rename::new),
                Combinators.combine(names, layers()).as(GraphEdit.Change::new),
                Combinators.combine(names, Arbitraries.of(Activity.values())).as(GraphEdit.SetActivity::new),
                Combinators.combine(names, places(), places()).as(GraphEdit.Move::new),
                remarks().map(GraphEdit.Annotate::new), Arbitraries.of("a", "b", "注").map(GraphEdit.Erase::new));
    }

    private static Graph graph(List<Block> blocks, List<Wire> wires, boolean forward, boolean chained) {
        var nodes = new ArrayList<Node>();
        for (Block block : blocks) {
            nodes.add(new Node("n" + nodes.size(), block, 10 * nodes.size(), 0));
        }
        var edges = new ArrayList<Edge>();
        var taken = new HashSet<List<Object>>();
        if (chained) {
            for (int i = 1; i < nodes.size(); i++) {
                edges.add(Edge.of("n" + (i - 1), "n" + i));
                taken.add(List.of("n" + i, 0));
            }
        }
        for (Wire wire : wires) {
            int from = wire.from();
            int to = wire.to();
            if (forward) {
                from = Math.min(wire.from(), wire.to());
                to = Math.max(wire.from(), wire.to());
            }
            boolean there = Math.max(from, to) < nodes.size() && !(forward && from == to);
            if (there && taken.add(List.of("n" + to, wire.input()))) {
                edges.add(new Edge("n" + from, wire.output(), "n" + to, wire.input()));
            }
        }
        return Graph.of(nodes, edges);
    }

    private record Wire(int from, int output, int to, int input) {}

    private static Arbitrary<Wire> wires() {
        Arbitrary<Integer> blocks = Arbitraries.integers().between(0, MOST_BLOCKS - 1);
        return Combinators.combine(blocks, ports(), blocks, ports()).as(Wire::new);
    }

    private static Arbitrary<Integer> ports() {
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(0)), Tuple.of(1, Arbitraries.of(1, 2, 70)));
    }

    private static Arbitrary<Double> places() {
        return Arbitraries.integers().between(-1000, 1000).map(Integer::doubleValue);
    }

    private static Arbitrary<String> text(Field field) {
        Arbitrary<Integer> numbers = Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.integers().between(1, 6)),
                Tuple.of(1, Arbitraries.of(-1, 0, 64, 513, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE)));
        Arbitrary<String> sizes = Combinators.combine(numbers, numbers).as((h, w) -> new Size2(h, w).toString());
        if (field.type() == int.class) {
            return numbers.map(Object::toString);
        } else if (field.type() == double.class) {
            return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.doubles().between(0, 1)),
                    Tuple.of(1, Arbitraries.of(-1.0, 1e-12, 1e300, Double.NaN, Double.NEGATIVE_INFINITY)))
                    .map(Object::toString);
        } else if (field.type() == boolean.class) {
            return Arbitraries.of("true", "false");
        } else if (field.type() == Size2.class) {
            return sizes;
        } else if (field.type() == Axes.class) {
            return Arbitraries.oneOf(Arbitraries.of("1", "2, 1", "2, 3, 1", "3, 1, 2", "4, 1, 2, 3"),
                    numbers.list().ofMinSize(1).ofMaxSize(5).map(list -> new Axes(list).toString()));
        } else if (field.type() == Size3.class) {
            return Combinators.combine(numbers, numbers, numbers).as((d, h, w) -> new Size3(d, h, w).toString());
        } else if (field.type() == Padding.class) {
            return Arbitraries.oneOf(Arbitraries.of("same", "valid"), numbers.map(Object::toString), sizes);
        } else if (field.type() == Initialiser.class) {
            return Arbitraries.oneOf(Arbitraries.of(Initialiser.Named.values()),
                    Arbitraries.doubles().between(-1, 1).map(Initialiser.Constant::new)).map(Initialiser::toString);
        } else if (field.type() == Shape.class) {
            return shapes().filter(shape -> shape.rank() > 0).map(Shape::toString);
        } else if (field.type().isEnum()) {
            return Arbitraries.of(Arrays.stream(field.type().getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT)).collect(Collectors.toList()));
        }
        return Arbitraries.strings().ofMaxLength(8);
    }
}
