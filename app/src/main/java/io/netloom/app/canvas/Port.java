package io.netloom.app.canvas;

import io.netloom.graph.Edge;

/// A place on a card where wires begin or end.
///
/// @param node the block's name
/// @param side left or right
/// @param index from 0, from top to bottom
public record Port(String node, Side side, int index) {

    /// The two sides of a card.
    public enum Side {
        /// Where data enters.
        INPUT,
        /// Where data leaves.
        OUTPUT
    }

    /// An input.
    public static Port input(String node, int index) {
        return new Port(node, Side.INPUT, index);
    }

    /// An output.
    public static Port output(String node, int index) {
        return new Port(node, Side.OUTPUT, index);
    }

    /// The wire between this port and one of the other side.
    public Edge to(Port other) {
        return switch (side) {
            case OUTPUT -> new Edge(node, index, other.node, other.index);
            case INPUT -> new Edge(other.node, other.index, node, index);
        };
    }
}
