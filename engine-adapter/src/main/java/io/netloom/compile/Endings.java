package io.netloom.compile;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Edits that give what arrives at an Output the shape that it needs.
final class Endings {
    private static final long MOST_UNITS = 1_000_000;

    private Endings() {}

    /// The likely mend: another number of units or filters in the block before it, else blocks between the two.
    static GraphEdit reshape(CheckedGraph network, CheckedNode output, CheckedNode source, Shape needed) {
        return Stream.of("units", "filters").map(name -> resized(source, name, needed)).flatMap(Optional::stream)
                .findFirst().orElseGet(() -> insert(network, output, needed));
    }

    /// A Dense before an Output.
    static GraphEdit insertDense(CheckedGraph network, CheckedNode output, Map<String, String> settings) {
        return insert(network, output, List.of(Catalogue.standard().find("Dense").with(settings)));
    }

    private static Optional<GraphEdit> resized(CheckedNode source, String setting, Shape needed) {
        Layer layer = source.node().layer();
        Schema schema = Schema.of(layer);
        if (needed.rank() == 0 || schema.fields().stream().noneMatch(f -> f.name().equals(setting))) {
            return Optional.empty();
        }
        Layer changed = schema.with(layer, Map.of(setting, Long.toString(needed.size(0))));
        return changed.infer(source.inputs()) instanceof Shapes(List<Shape> shapes) && shapes.getFirst().equals(needed)
                ? Optional.of(new GraphEdit.Several(
                        "Set " + setting + " of '" + source.node().name() + "' to " + needed.size(0),
                        List.of(source.edit(new GraphEdit.Change(source.ownName(), changed)))))
                : Optional.empty();
    }

    private static GraphEdit insert(CheckedGraph network, CheckedNode output, Shape needed) {
        Shape given = output.inputs().getFirst();
        return Stream.of(scaled(given, needed), cropped(given, needed), rebuilt(given, needed))
                .filter(chain -> gives(chain, given, needed)).findFirst().map(chain -> insert(network, output, chain))
                .orElseGet(() -> insertDense(network, output, Map.of("units", Long.toString(needed.size(0)))));
    }

    private static boolean gives(List<Layer> chain, Shape given, Shape needed) {
        Shape shape = given;
        for (Layer layer : chain) {
            if (!(layer.infer(List.of(shape)) instanceof Shapes(List<Shape> shapes))) {
                return false;
            }
            shape = shapes.getFirst();
        }
        return !chain.isEmpty() && shape.equals(needed);
    }

    /// A picture grows by whole numbers, and takes the channels that are wanted.
    private static List<Layer> scaled(Shape given, Shape needed) {
        if (given.rank() != 3 || needed.rank() != 3) {
            return List.of();
        }
        long high = needed.size(1) / given.size(1);
        long wide = needed.size(2) / given.size(2);
        var chain = new ArrayList<Layer>();
        if (high > 1 || wide > 1) {
            chain.add(make("Upsample", "scale", high + "×" + wide));
        }
        return withChannels(chain, given, needed);
    }

    /// A picture loses its edges, and takes the channels that are wanted.
    private static List<Layer> cropped(Shape given, Shape needed) {
        if (given.rank() != 3 || needed.rank() != 3) {
            return List.of();
        }
        long rows = given.size(1) - needed.size(1);
        long columns = given.size(2) - needed.size(2);
        return rows < 0 || columns < 0 ? List.of()
                : withChannels(List.of(make("Crop", "left", Long.toString(columns / 2), "right",
                        Long.toString(columns - columns / 2), "top", Long.toString(rows / 2), "bottom",
                        Long.toString(rows - rows / 2))), given, needed);
    }

    private static List<Layer> withChannels(List<Layer> chain, Shape given, Shape needed) {
        var all = new ArrayList<>(chain);
        if (given.size(0) != needed.size(0)) {
            all.add(make("Conv2d", "filters", Long.toString(needed.size(0)), "kernelSize", "1"));
        }
        return all;
    }

    /// Everything is made anew from everything.
    private static List<Layer> rebuilt(Shape given, Shape needed) {
        if (needed.rank() == 1 || needed.elements() > MOST_UNITS) {
            return List.of();
        }
        var chain = new ArrayList<Layer>();
        if (given.rank() > 1) {
            chain.add(make("Flatten"));
        }
        chain.add(make("Dense", "units", Long.toString(needed.elements())));
        chain.add(make("Reshape", "shape", needed.toString()));
        return chain;
    }

    private static Layer make(String type, String... settings) {
        return Catalogue.standard().make(type, settings);
    }

    private static GraphEdit insert(CheckedGraph network, CheckedNode output, List<Layer> chain) {
        Graph drawing = network.graph();
        Edge wire = drawing.incoming(output.node().name()).getFirst();
        Node source = drawing.node(wire.from());
        var edits = new ArrayList<GraphEdit.Splice>();
        Graph after = drawing;
        for (Layer layer : chain) {
            String name = after.freeName(Schema.of(layer).type().toLowerCase(Locale.ROOT));
            var splice = new GraphEdit.Splice(new Node(name, layer, source.x(), source.y()), wire);
            after = splice.apply(after);
            wire = new Edge(name, 0, wire.to(), wire.input());
            edits.add(splice);
        }
        if (edits.size() == 1) {
            return edits.getFirst();
        }
        String titles = edits.stream().map(e -> e.node().title()).collect(Collectors.joining(", "));
        return new GraphEdit.Several("Insert " + titles + " before '" + output.node().name() + "'",
                List.copyOf(edits));
    }
}
