package io.netloom.layer.std;

import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;

/// Where an axis, counted as PyTorch counts (0 is the batch, -1 the last), lies in a shape.
sealed interface Axis {

    /// Feature axis `index`, counted from 0 behind the batch.
    record Feature(int index) implements Axis {}

    /// The batch, or no axis of the shape at all.
    record None() implements Axis {}

    static Axis of(int axis, Shape shape) {
        int index = axis < 0 ? shape.rank() + axis : axis - 1;
        return index >= 0 && index < shape.rank() ? new Feature(index) : new None();
    }

    static Problem problem(int axis, Shape shape) {
        return Problem.setting("an axis from 1 to " + shape.rank() + ", or -1 to -" + shape.rank()
                + " from the end", "axis is " + axis, new Remedy.Change("axis", "-1"));
    }
}
