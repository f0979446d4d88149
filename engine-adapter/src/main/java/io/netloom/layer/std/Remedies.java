package io.netloom.layer.std;

import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Problems and remedies that several layers share.
final class Remedies {
    private Remedies() {}

    /// Insert a layer, with its defaults, before the first input.
    static Remedy before(String type) {
        return new Remedy.InsertBefore(0, type, Map.of());
    }

    /// What has channels and so many axes of places.
    static String noun(int axes) {
        return switch (axes) {
            case 1 -> "a sequence";
            case 2 -> "an image";
            default -> "a volume";
        };
    }

    /// The layer needs images, channels × height × width, and receives something else.
    static Problem needsImage(Shape x) {
        return needsPlaces(x, 2);
    }

    /// The layer needs channels × places, of so many axes, and receives something else.
    static Problem needsPlaces(Shape x, int axes) {
        String layout = switch (axes) {
            case 1 -> "channels × length";
            case 2 -> "channels × height × width";
            default -> "channels × depth × height × width";
        };
        return Problem.shape(noun(axes) + ", " + layout, "receives " + x, reshape(arranged(x, axes)));
    }

    /// The layer needs channels × places, of one to three axes, and receives something else.
    static Problem needsPlaces(Shape x) {
        return Problem.shape("channels × places (a length, height × width, or depth × height × width)",
                "receives " + x, reshape(arranged(x, 1)));
    }

    /// As many entries as `x` has, as channels and so many axes of places.
    private static long[] arranged(Shape x, int axes) {
        long[] features = new long[axes + 1];
        Arrays.fill(features, 1);
        long side = Math.round(Math.sqrt(x.elements()));
        if (x.rank() == axes) {
            System.arraycopy(x.features(), 0, features, 1, axes);
        } else if (axes == 1 && x.rank() > 1) {
            features[0] = x.size(0);
            features[1] = x.elements() / x.size(0);
        } else if (axes > 1 && side * side == x.elements()) {
            features[axes - 1] = side;
            features[axes] = side;
        } else {
            features[axes] = x.elements();
        }
        return features;
    }

    /// The layer needs so many numbers, and one is all that there is: what it makes of them would always be the same.
    static Problem needsTwo(String numbers, Shape x) {
        return Problem.shape("at least " + numbers, "receives " + x, new Remedy.Dissolve());
    }

    /// The problem of a merge, if its inputs have not all one shape.
    static Optional<Problem> unequal(List<Shape> inputs) {
        return IntStream.range(1, inputs.size()).filter(i -> !inputs.get(i).equals(inputs.getFirst())).boxed()
                .findFirst().map(i -> needsSame(inputs.getFirst(), i, inputs.get(i)));
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
