package io.netloom.layer.std;

import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;

/// So many entries at each side of an image, or at both ends of a sequence, which has no top and no bottom.
record Sides(int left, int right, int top, int bottom) {

    /// The problem, if `x` is neither an image nor a sequence, or a sequence with something above or below.
    Optional<Problem> problem(Shape x) {
        if (x.rank() != 2 && x.rank() != 3) {
            return Optional.of(Remedies.needsImage(x));
        }
        if (x.rank() == 2 && top + bottom > 0) {
            return Optional.of(Problem.setting("top and bottom to be 0 for a sequence",
                    "top is " + top + " and bottom is " + bottom, new Remedy.Change(top > 0 ? "top" : "bottom", "0")));
        }
        return Optional.empty();
    }

    /// In front of each axis of places of `x`.
    List<Long> before(Shape x) {
        return x.rank() == 2 ? List.of((long) left) : List.of((long) top, (long) left);
    }

    /// Behind each axis of places of `x`.
    List<Long> after(Shape x) {
        return x.rank() == 2 ? List.of((long) right) : List.of((long) bottom, (long) right);
    }
}
