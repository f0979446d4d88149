package io.netloom.bench;

/// Some steps in a row.
///
/// @param millis what a step took
/// @param loss of the last step, which shows that there was learning
public record Lap(double millis, double loss) {

    /// One training step, which gives its loss.
    public interface Step {
        float take();
    }

    /// Times steps that are taken in this process.
    public static Lap time(int steps, Step step) {
        float loss = Float.NaN;
        long began = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            loss = step.take();
        }
        return new Lap((System.nanoTime() - began) / 1e6 / steps, loss);
    }
}
