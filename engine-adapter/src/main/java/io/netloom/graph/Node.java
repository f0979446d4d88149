package io.netloom.graph;

import io.netloom.layer.Layer;
import io.netloom.layer.Schema;

/// A block of the drawing.
///
/// @param name unique in its graph, chosen by the user
/// @param layer what it computes
/// @param x left edge on the canvas, in pixels at zoom 1
/// @param y upper edge on the canvas
public record Node(String name, Layer layer, double x, double y) {
    /// Longest name that makes sense on a card; a bound for files from strangers.
    public static final int MAX_NAME = 100;

    /// How messages call it: `Dense 'head'`.
    public String title() {
        return Schema.of(layer).type() + " '" + name + "'";
    }

    Node renamed(String newName) {
        return new Node(newName, layer, x, y);
    }

    Node with(Layer newLayer) {
        return new Node(name, newLayer, x, y);
    }

    Node at(double newX, double newY) {
        return new Node(name, layer, newX, newY);
    }
}
