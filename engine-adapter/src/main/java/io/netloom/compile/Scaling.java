package io.netloom.compile;

/// Brings raw data into the range in which networks learn: `(x - mean) / std` along the first feature axis (a channel
/// of an image, a column of a table). It was fitted on the training part and travels inside the model.
///
/// @param mean one value a channel
/// @param std one positive value a channel
public record Scaling(float[] mean, float[] std) {
    public Scaling {
        mean = mean.clone();
        std = std.clone();
        if (mean.length != std.length) {
            throw new IllegalArgumentException(mean.length + " means but " + std.length + " deviations");
        }
    }
}
