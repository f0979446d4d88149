package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import java.util.HashMap;
import java.util.Map;

/// Cards on their way from where they were to where their blocks are.
record Glide(Map<String, Point> from) {

    /// Where the cards are; they begin and end slowly.
    Map<String, Point> at(double share, Graph graph) {
        double eased = share * share * (3 - 2 * share);
        var corners = new HashMap<String, Point>();
        for (Node node : graph.nodes()) {
            Point start = from.get(node.name());
            if (start != null) {
                corners.put(node.name(), start.towards(new Point(node.x(), node.y()), eased));
            }
        }
        return corners;
    }
}
