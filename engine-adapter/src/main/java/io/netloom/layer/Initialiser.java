package io.netloom.layer;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a weight may be filled before training. *Fan in* and *fan out* are the numbers of inputs and outputs that one
/// unit is joined to.
public sealed interface Initialiser extends Filling {
    /// Uniform within ±√(6 / (fan in + fan out)); for sigmoid and tanh (Glorot and Bengio 2010).
    Initialiser XAVIER_UNIFORM = Named.XAVIER_UNIFORM;
    /// Normal with deviation √(2 / (fan in + fan out)).
    Initialiser XAVIER_NORMAL = Named.XAVIER_NORMAL;
    /// Uniform within ±√(6 / fan in); for ReLU (He et al. 2015).
    Initialiser HE_UNIFORM = Named.HE_UNIFORM;
    /// Normal with deviation √(2 / fan in).
    Initialiser HE_NORMAL = Named.HE_NORMAL;
    /// Normal with deviation 0.05.
    Initialiser NORMAL = Named.NORMAL;
    /// Normal with deviation 0.02, drawn again beyond two deviations; for transformers of images.
    Initialiser TRUNCATED_NORMAL = Named.TRUNCATED_NORMAL;
    /// Uniform within ±0.05.
    Initialiser UNIFORM = Named.UNIFORM;
    /// Units as vectors at right angles, so that lengths are kept; for what is applied again and again (Saxe et al. 2013).
    Initialiser ORTHOGONAL = Named.ORTHOGONAL;
    /// All 0.
    Initialiser ZEROS = Named.ZEROS;
    /// All 1.
    Initialiser ONES = Named.ONES;

    /// All of one number.
    ///
    /// @param value finite
    record Constant(double value) implements Initialiser {
        private static final Pattern TEXT = Pattern.compile("constant\\s*\\(([^()]*)\\)");

        /// @throws IllegalArgumentException if a float cannot hold the value
        public Constant {
            if (!Float.isFinite((float) value)) {
                throw new IllegalArgumentException("a constant is a finite number, not " + value);
            }
        }

        @Override
        public void fill(FloatBuffer target, long fanIn, long fanOut, RandomGenerator random) {
            while (target.hasRemaining()) {
                target.put((float) value);
            }
        }

        @Override
        public String toString() {
            return "constant(" + value + ")";
        }
    }

    /// Reads `he_uniform` and its like, or `constant(0.1)`.
    ///
    /// @throws IllegalArgumentException if the text is none of them
    static Initialiser parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        Matcher constant = Constant.TEXT.matcher(name);
        if (constant.matches()) {
            try {
                return new Constant(Double.parseDouble(constant.group(1)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("a constant is a number, like constant(0.1), not " + text, e);
            }
        }
        return Arrays.stream(Named.values()).filter(n -> n.toString().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("it is " + range() + ", not " + text));
    }

    /// What [#parse] reads, in words.
    static String range() {
        return Arrays.stream(Named.values()).map(Named::toString).collect(Collectors.joining(", ", "one of ",
                ", or a number like constant(0.1)"));
    }

    /// Those that need no number.
    enum Named implements Initialiser {
        XAVIER_UNIFORM, XAVIER_NORMAL, HE_UNIFORM, HE_NORMAL, NORMAL, TRUNCATED_NORMAL, UNIFORM, ORTHOGONAL, ZEROS, ONES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

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
                case ZEROS -> new Constant(0).fill(target, fanIn, fanOut, random);
                case ONES -> new Constant(1).fill(target, fanIn, fanOut, random);
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
    }
}
