package io.netloom.layer.std;

import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Problems and remedies that several layers share.
final class Remedies {
    private Remedies() {}

    /// Insert a layer, with its defaults, before the first input.
    static Remedy before(String type) {
        return new Remedy.InsertBefore(0, type, Map.of());
    }

    /// The layer needs images, channels × height × width, and receives something else.
    static Problem needsImage(Shape x) {
        var remedies = new ArrayList<Remedy>();
        long side = Math.round(Math.sqrt(x.elements()));
        if (x.rank() == 2) {
            remedies.add(reshape(1, x.size(0), x.size(1)));
        } else if (side * side == x.elements()) {
            remedies.add(reshape(1, side, side));
        } else {
            remedies.add(reshape(1, 1, x.elements()));
        }
        return new Problem(Problem.Kind.SHAPE, "an image, channels × height × width", "receives " + x, remedies);
    }

    /// A merge needs inputs of one shape: input `i` is to become like `first`.
    static Problem needsSame(Shape first, int i, Shape other) {
        var remedies = new ArrayList<Remedy>();
        if (first.rank() == 3 && other.rank() == 3 && other.size(1) % first.size(1) == 0
                && other.size(2) % first.size(2) == 0) {
            String stride = other.size(1) / first.size(1) + "×" + other.size(2) / first.size(2);
            remedies.add(new Remedy.InsertBefore(i, "Conv2d", Map.of("filters", Long.toString(first.size(0)),
                    "kernelSize", "1×1", "stride", stride, "padding", "valid")));
        } else if (first.rank() == 1 && other.rank() == 1) {
            remedies.add(new Remedy.InsertBefore(i, "Dense", Map.of("units", Long.toString(first.size(0)))));
        } else if (first.elements() == other.elements()) {
            remedies.add(new Remedy.InsertBefore(i, "Reshape", Map.of("shape", first.toString())));
        }
        return new Problem(Problem.Kind.SHAPE, "inputs of one shape",
                "input 1 is " + first + " and input " + (i + 1) + " is " + other, List.copyOf(remedies));
    }

    private static Remedy reshape(long... features) {
        return new Remedy.InsertBefore(0, "Reshape", Map.of("shape", Shape.of(features).toString()));
    }
}
