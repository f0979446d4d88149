package io.netloom.layer;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// How a weight gets its first numbers. [Initialiser] has those among which a user may choose; a layer may have one of
/// its own.
public interface Filling {

    /// Fills `target` to its limit.
    ///
    /// @param fanIn inputs that one unit is joined to
    /// @param fanOut outputs that one input is joined to
    void fill(FloatBuffer target, long fanIn, long fanOut, RandomGenerator random);

    /// The same number everywhere; or, of several, each in a part of its own, of which all are equally long.
    static Filling constant(double... parts) {
        return new Constant(Arrays.stream(parts).boxed().toList());
    }

    /// Equal parts, each of one number.
    record Constant(List<Double> parts) implements Filling {
        public Constant {
            parts = List.copyOf(parts);
        }

        @Override
        public void fill(FloatBuffer target, long fanIn, long fanOut, RandomGenerator random) {
            int part = Math.ceilDiv(target.remaining(), parts.size());
            for (int i = 0; target.hasRemaining(); i++) {
                target.put(parts.get(i / part).floatValue());
            }
        }
    }
}
