package io.netloom.layer;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/// How a weight may be filled before training. *Fan in* and *fan out* are the numbers of inputs and outputs that one
/// unit is joined to.
public enum Initialiser implements Filling {
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
    /// Normal with deviation 0.02, drawn again beyond two deviations; for transformers of images.
    TRUNCATED_NORMAL,
    /// Uniform within ±0.05.
    UNIFORM,
    /// Units as vectors at right angles, so that lengths are kept; for what is applied again and again (Saxe et al. 2013).
    ORTHOGONAL,
    /// All 0.
    ZEROS,
    /// All 1.
    ONES;

    @Override
    public void fill(FloatBuffer target, long fanIn, long fanOut, RandomGenerator random) {
        double in = Math.max(1, fanIn);
        double both = Math.max(1, fanIn + fanOut);
        switch (this) {
            case XAVIER_UNIFORM -> uniform(target, Math.sqrt(6 / both), random);
            case XAVIER_NORMAL -> normal(target, Math.sqrt(2 / both), random);
            case HE_UNIFORM -> uniform(target, Math.sqrt(6 / in), random);
            case HE_NORMAL -> normal(target, Math.sqrt(2 / in), random);
            case NORMAL -> normal(target, 0.05, random);
            case TRUNCATED_NORMAL -> truncatedNormal(target, 0.02, random);
            case UNIFORM -> uniform(target, 0.05, random);
            case ORTHOGONAL -> Orthogonal.fill(target, columns(target.remaining(), fanIn), random);
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

    private static void truncatedNormal(FloatBuffer target, double deviation, RandomGenerator random) {
        while (target.hasRemaining()) {
            double value = random.nextGaussian();
            if (Math.abs(value) <= 2) {
                target.put((float) (value * deviation));
            }
        }
    }

    /// As many as one unit has inputs, where the weight falls into such rows; else it is one row.
    private static int columns(int elements, long fanIn) {
        return (int) (fanIn > 0 && elements % fanIn == 0 ? fanIn : elements);
    }

    private static void constant(FloatBuffer target, float value) {
        while (target.hasRemaining()) {
            target.put(value);
        }
    }
}
