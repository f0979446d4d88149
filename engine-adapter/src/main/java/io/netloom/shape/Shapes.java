package io.netloom.shape;

import java.util.List;

/// The shapes that come out of a layer, one an output.
public record Shapes(List<Shape> list) implements Inferred {
    public Shapes {
        list = List.copyOf(list);
    }

    /// The shapes of these outputs.
    public static Shapes of(Shape... shapes) {
        return new Shapes(List.of(shapes));
    }
}
