package io.netloom.data;

import java.util.SplittableRandom;

/// With which other example one is mixed, and how much of it stays (Zhang et al. 2017, https://arxiv.org/abs/1710.09412). The share is
/// drawn for each example, from a beta distribution; the larger part is always the example's own, so that what it mostly shows
/// follows the order of the epoch.
///
/// @param partner the other example
/// @param share of the example itself, 0.5 to 1
record Mixup(int partner, double share) {

    static Mixup draw(double alpha, int[] partners, SplittableRandom random) {
        int partner = partners[random.nextInt(partners.length)];
        double one = gamma(alpha, random);
        double other = gamma(alpha, random);
        double sum = one + other;
        double share = sum > 0 ? one / sum : 1;
        return new Mixup(partner, Math.max(share, 1 - share));
    }

    /// A gamma distribution of scale 1 (Marsaglia and Tsang 2000, https://doi.org/10.1145/358407.358414).
    private static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
