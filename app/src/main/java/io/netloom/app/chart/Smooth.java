package io.netloom.app.chart;

/// The moving average of a curve: each point counts a little, and older ones less and less, by how far back they lie. As in
/// TensorBoard it is put right for the beginning, where there is little to average over.
public final class Smooth {
    private final double keep;
    private final Trace trace = new Trace();
    private double sum;
    private double weight;
    private double before;

    /// @param keep share of the average that stays over a distance of 1, 0 to below 1
    public Smooth(double keep) {
        this.keep = keep;
    }

    /// Adds a point of the rough curve.
    public void add(double x, double y) {
        if (Double.isFinite(y)) {
            double kept = Math.pow(keep, Math.max(1, x - before));
            sum = kept * sum + (1 - kept) * y;
            weight = kept * weight + (1 - kept);
            before = x;
            trace.add(x, sum / weight);
        }
    }

    /// The smooth curve.
    public Trace trace() {
        return trace;
    }
}
