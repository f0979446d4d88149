package io.netloom.app.canvas;

import io.netloom.graph.Edge;

/// What lies under the pointer.
public sealed interface Target {

    /// A port of a card.
    record OfPort(Port port) implements Target {}

    /// A card.
    record OfCard(String name) implements Target {}

    /// A wire.
    record OfWire(Edge edge) implements Target {}

    /// A note, or the line or title of a frame.
    record OfRemark(String id) implements Target {}

    /// The corner of a remark, by which its size is changed.
    record OfCorner(String id) implements Target {}

    /// The empty canvas.
    record Empty() implements Target {}
}
