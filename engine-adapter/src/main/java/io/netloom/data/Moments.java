package io.netloom.data;

/// Mean and standard deviation of numbers that come one by one (Welford's way, which does not lose digits far from
/// zero).
final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    float mean() {
        return (float) mean;
    }

    /// The deviation over all values, 1 where they do not differ.
    float std() {
        return scale(count == 0 ? 0 : Math.sqrt(squares / count));
    }

    /// A deviation by which one can divide: 1 instead of 0.
    static float scale(double deviation) {
        float std = (float) deviation;
        return std > 0 ? std : 1;
    }
}
