package io.netloom.project;

import java.util.List;

/// Some of what a run has told within its epochs, in the order in which it came.
///
/// @param columns what is told: [#LEARNING_RATE], [#GRADIENT_NORM], and by name the metrics of the examples since what was told before
/// @param epochs of each record, counted from 1
/// @param steps of that epoch that were done
/// @param values by column, then by record; not a number where there is none
public record StepBlock(List<String> columns, int[] epochs, int[] steps, float[][] values) {
    /// The column of the learning rate.
    public static final String LEARNING_RATE = "learning_rate";
    /// The column of the norm of the gradients.
    public static final String GRADIENT_NORM = "gradient_norm";

    /// How many records it holds.
    public int size() {
        return epochs.length;
    }
}
