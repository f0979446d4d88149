package io.netloom.graph;

import io.netloom.layer.Layer;

/// A block at its place in the drawing.
///
/// @param name unique in its graph, chosen by the user
/// @param block what it computes
/// @param activity whether it takes part
/// @param x left edge on the canvas, in pixels at zoom 1
/// @param y upper edge on the canvas
public record Node(String name, Block block, Activity activity, double x, double y) {
    /// Longest name that makes sense on a card; a bound for files from strangers.
    public static final int MAX_NAME = 100;

    /// A node that takes part.
    public Node(String name, Block block, double x, double y) {
        this(name, block, Activity.ACTIVE, x, y);
    }

    /// A node that is one layer, and takes part.
    public Node(String name, Layer layer, double x, double y) {
        this(name, new Block.Single(layer), x, y);
    }

    /// The layer of a node that is one; in a network that was checked every node is.
    public Layer layer() {
        return switch (block) {
            case Block.Single(Layer layer) -> layer;
            case Composite _ -> throw new IllegalStateException(title() + " is many layers");
        };
    }

    /// How messages call it: `Dense 'head'`.
    public String title() {
        return block.type() + " '" + name + "'";
    }

    /// The same under another name.
    public Node renamed(String newName) {
        return new Node(newName, block, activity, x, y);
    }

    Node with(Layer layer) {
        return with(new Block.Single(layer));
    }

    Node with(Block newBlock) {
        return new Node(name, newBlock, activity, x, y);
    }

    Node with(Activity newActivity) {
        return new Node(name, block, newActivity, x, y);
    }

    /// The same at another place.
    public Node at(double newX, double newY) {
        return new Node(name, block, activity, newX, newY);
    }
}
