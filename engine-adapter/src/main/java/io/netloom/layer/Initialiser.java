package io.netloom.layer;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/// How a weight is filled before training. *Fan in* and *fan out* are the numbers of inputs and outputs that one
/// unit is joined to.
public enum Initialiser {
    /// Uniform within ±√(6 / (fan in + fan out)); for sigmoid and tanh (Glorot and Bengio 2010).
    XAVIER_UNIFORM,
    /// Normal with deviation √(2 / (fan in + fan out)).
    XAVIER_NORMAL,
    /// Uniform within ±√(6 / fan in); for ReLU (He et al. 2015).
    HE_UNIFORM,
    /// Normal with deviation √(2 / fan in).
    HE_NORMAL,
    /// Normal with deviation 0.05.
    NORMAL,
    /// Uniform within ±0.05.
    UNIFORM,
    /// All 0.
    ZEROS,
    /// All 1.
    ONES;

    /// Fills `target` to its limit.
    public void fill(FloatBuffer target, long fanIn, long fanOut, RandomGenerator random) {
        double in = Math.max(1, fanIn);
        double both = Math.max(1, fanIn + fanOut);
        switch (this) {
            case XAVIER_UNIFORM -> uniform(target, Math.sqrt(6 / both), random);
            case XAVIER_NORMAL -> normal(target, Math.sqrt(2 / both), random);
            case HE_UNIFORM -> uniform(target, Math.sqrt(6 / in), random);
            case HE_NORMAL -> normal(target, Math.sqrt(2 / in), random);
            case NORMAL -> normal(target, 0.05, random);
            case UNIFORM -> uniform(target, 0.05, random);
            case ZEROS -> constant(target, 0);
            case ONES -> constant(target, 1);
        }
    }

    private static void uniform(FloatBuffer target, double bound, RandomGenerator random) {
        while (target.hasRemaining()) {
            target.put((float) ((2 * random.nextDouble() - 1) * bound));
        }
    }

    private static void normal(FloatBuffer target, double deviation, RandomGenerator random) {
        while (target.hasRemaining()) {
            target.put((float) (random.nextGaussian() * deviation));
        }
    }

    private static void constant(FloatBuffer target, float value) {
        while (target.hasRemaining()) {
            target.put(value);
        }
    }
}
