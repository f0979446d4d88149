package io.netloom.layer;

import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Axes of one example, in some order, counted as in PyTorch: 1 is the first behind the batch.
public record Axes(List<Integer> order) {
    public Axes {
        order = List.copyOf(order);
    }

    /// These axes.
    public static Axes of(Integer... order) {
        return new Axes(List.of(order));
    }

    /// Reads `2, 3, 1`; commas may be left out.
    ///
    /// @throws IllegalArgumentException if the text is not whole numbers
    public static Axes parse(String text) {
        String[] parts = text.strip().split("\\s*,\\s*|\\s+", -1);
        if (parts.length > Shape.MAX_RANK) {
            throw new IllegalArgumentException("there are at most " + Shape.MAX_RANK + " axes: " + text);
        }
        try {
            return new Axes(Arrays.stream(parts).map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("axes are whole numbers, like 2, 3, 1, not " + text, e);
        }
    }

    /// As people write them: `2, 3, 1`.
    @Override
    public String toString() {
        return order.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
