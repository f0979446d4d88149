package io.netloom.app.canvas.geometry;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A drawing with the size of each card: all that laying out, placing and walking need.
///
/// @param graph blocks, their places and wires
/// @param layouts of every block, by its name
public record Cards(Graph graph, Map<String, CardLayout> layouts) {

    /// @throws IllegalArgumentException if a block has no layout
    public Cards {
        layouts = Map.copyOf(layouts);
        for (Node node : graph.nodes()) {
            if (!layouts.containsKey(node.name())) {
                throw new IllegalArgumentException("there is no layout for " + node.title());
            }
        }
    }

    /// The cards of a drawing, each laid out by `layout`.
    public static Cards of(Graph graph, Function<Node, CardLayout> layout) {
        var layouts = new LinkedHashMap<String, CardLayout>();
        graph.nodes().forEach(node -> layouts.put(node.name(), layout.apply(node)));
        return new Cards(graph, layouts);
    }

    /// The size and ports of a block's card.
    public CardLayout layout(String name) {
        return layouts.get(graph.node(name).name());
    }

    /// The upper left corner of a block's card.
    public Point corner(String name) {
        Node node = graph.node(name);
        return new Point(node.x(), node.y());
    }

    /// A block's card.
    public Box box(String name) {
        return layout(name).box(corner(name));
    }

    /// All cards by name, in the order of the drawing.
    public Map<String, Box> boxes() {
        var boxes = new LinkedHashMap<String, Box>();
        graph.nodes().forEach(node -> boxes.put(node.name(), box(node.name())));
        return boxes;
    }

    /// The smallest box around all cards; absent if there are none.
    public Optional<Box> bounds() {
        return Box.around(boxes().values());
    }

    /// Where a wire begins.
    public Point start(Edge edge) {
        return layout(edge.from()).output(corner(edge.from()), edge.output());
    }

    /// Where a wire ends.
    public Point end(Edge edge) {
        return layout(edge.to()).input(corner(edge.to()), edge.input());
    }

    /// The line of a wire, around the cards that stand between.
    ///
    /// @param index the same cards
    public Wire wire(Edge edge, SpatialIndex<String> index) {
        return Lanes.route(start(edge), end(edge), box(edge.from()), box(edge.to()), index::boxes);
    }
}
