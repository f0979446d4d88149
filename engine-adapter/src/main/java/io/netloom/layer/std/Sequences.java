package io.netloom.layer.std;

import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// Sequences are positions × features.
final class Sequences {
    private Sequences() {}

    /// What is wrong with input `input` of a layer that needs a sequence.
    static Optional<Problem> problem(int input, Shape x) {
        if (x.rank() == 2) {
            return Optional.empty();
        }
        long[] axes = x.features();
        long features = axes.length > 1 ? axes[axes.length - 1] : 1;
        var remedies = new ArrayList<Remedy>();
        remedies.add(new Remedy.InsertBefore(input, "Reshape",
                Map.of("shape", Shape.of(x.elements() / features, features).toString())));
        if (x.rank() == 3) {
            remedies.add(new Remedy.InsertBefore(input, "PatchEmbedding", Map.of()));
        }
        return Optional.of(new Problem(Problem.Kind.SHAPE, "a sequence, positions × features",
                "receives " + x + (input == 0 ? "" : " at input " + (input + 1)), remedies));
    }
}
