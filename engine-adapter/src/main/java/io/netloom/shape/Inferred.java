package io.netloom.shape;

/// A layer's answer to the shapes that it is given: the [Shapes] that come out, or the [Problem].
public sealed interface Inferred permits Shapes, Problem {}
