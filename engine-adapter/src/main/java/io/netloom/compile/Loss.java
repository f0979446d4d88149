package io.netloom.compile;

/// What training makes small.
public enum Loss {
    /// Softmax cross entropy of logits against the class, mean over the batch.
    CROSS_ENTROPY,
    /// Squared error of the scaled target, mean over the batch.
    MSE;

    /// The usual loss for a task.
    public static Loss usualFor(Task task) {
        return switch (task) {
            case Task.Classification _ -> CROSS_ENTROPY;
            case Task.Regression _ -> MSE;
        };
    }
}
