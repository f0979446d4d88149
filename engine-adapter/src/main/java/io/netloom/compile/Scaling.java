package io.netloom.compile;

/// Brings raw data into the range in which networks learn: `(x - mean) / std` along one feature axis (a channel
/// of an image, a column of a table). It was fitted on the training part and travels inside the model.
///
/// @param mean one value a channel
/// @param std one positive value a channel
/// @param along the axis of channels
public record Scaling(float[] mean, float[] std, Along along) {

    /// Where channels lie.
    public enum Along {
        /// On the first feature axis, as those of images do.
        FIRST,
        /// On the last axis, as the numbers of each position of a sequence do.
        LAST
    }

    /// Channels on the first axis.
    public Scaling(float[] mean, float[] std) {
        this(mean, std, Along.FIRST);
    }

    public Scaling {
        mean = mean.clone();
        std = std.clone();
        if (mean.length != std.length) {
            throw new IllegalArgumentException(mean.length + " means but " + std.length + " deviations");
        }
    }
}
