package io.netloom.train;

import io.netloom.compile.Optimiser;
import io.netloom.data.Fractions;
import io.netloom.shape.BadInput;

/// How to train.
///
/// @param epochs how often the network sees the training part, 1 to 1,000,000
/// @param batchSize examples a step, 1 to 1,000,000
/// @param learningRate how far a step moves along the gradient, above 0
/// @param optimiser how gradients move the weights
/// @param fractions shares of the data kept for validation and test
/// @param seed fixes the split, the first weights, the order of examples and dropout
public record TrainingPlan(int epochs, int batchSize, double learningRate, Optimiser optimiser, Fractions fractions,
        long seed) {
    private static final int MANY = 1_000_000;

    /// @throws BadInput for a value outside its range
    public TrainingPlan {
        require(1 <= epochs && epochs <= MANY, "epochs", epochs, "1 to 1,000,000");
        require(1 <= batchSize && batchSize <= MANY, "batch size", batchSize, "1 to 1,000,000");
        require(learningRate > 0 && learningRate <= 100, "learning rate", learningRate, "above 0, at most 100");
    }

    /// Adam, 20 epochs, batches of 32, learning rate 0.001.
    public static TrainingPlan usual() {
        return new TrainingPlan(20, 32, 1e-3, Optimiser.Adam.usual(), Fractions.DEFAULT, 1);
    }

    /// The same plan with another number of epochs.
    public TrainingPlan withEpochs(int newEpochs) {
        return new TrainingPlan(newEpochs, batchSize, learningRate, optimiser, fractions, seed);
    }

    /// The same plan with another batch size.
    public TrainingPlan withBatchSize(int newBatchSize) {
        return new TrainingPlan(epochs, newBatchSize, learningRate, optimiser, fractions, seed);
    }

    /// The same plan with another learning rate.
    public TrainingPlan withLearningRate(double newLearningRate) {
        return new TrainingPlan(epochs, batchSize, newLearningRate, optimiser, fractions, seed);
    }

    /// The same plan with another seed.
    public TrainingPlan withSeed(long newSeed) {
        return new TrainingPlan(epochs, batchSize, learningRate, optimiser, fractions, newSeed);
    }

    private static void require(boolean good, String name, Number value, String range) {
        if (!good) {
            throw new BadInput("The " + name + " must be " + range + ", not " + value + ".");
        }
    }
}
