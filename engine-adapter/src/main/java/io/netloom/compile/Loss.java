package io.netloom.compile;

import io.netloom.shape.BadInput;
import java.util.Map;

/// What training makes small, as mean over the batch. Formulas are those of `torch.nn`.
public sealed interface Loss {
    /// Cross entropy with all classes alike.
    Loss CROSS_ENTROPY = new CrossEntropy(0, new ClassWeights.Even());
    /// Mean squared error.
    Loss MSE = new Mse();

    /// Softmax cross entropy of logits against the class, as `nn.CrossEntropyLoss`.
    ///
    /// @param labelSmoothing share of the target that is spread over all classes, 0 to below 1 (Szegedy et al. 2015,
    ///     https://arxiv.org/abs/1512.00567)
    /// @param classWeights how much an example of each class counts
    record CrossEntropy(double labelSmoothing, ClassWeights classWeights) implements Loss {

        /// @throws BadInput for a value outside its range
        public CrossEntropy {
            if (!(0 <= labelSmoothing && labelSmoothing < 1)) {
                throw new BadInput("The label smoothing must be 0 to below 1, not " + labelSmoothing + ".");
            }
        }
    }

    /// Squared error of the scaled target, as `nn.MSELoss`.
    record Mse() implements Loss {}

    /// Absolute error of the scaled target, as `nn.L1Loss`.
    record Mae() implements Loss {}

    /// Squared error up to `delta`, absolute beyond it, of the scaled target, as `nn.HuberLoss`.
    ///
    /// @param delta above 0
    record Huber(double delta) implements Loss {

        /// @throws BadInput for a value outside its range
        public Huber {
            if (!(delta > 0)) {
                throw new BadInput("The Huber loss's delta must be above 0, not " + delta + ".");
            }
        }
    }

    /// How much an example of each class counts.
    sealed interface ClassWeights {

        /// All alike.
        record Even() implements ClassWeights {}

        /// Rare classes more: `examples / (classes × examples of the class)`, counted on the training part, as
        /// scikit-learn's `balanced`.
        record Balanced() implements ClassWeights {}

        /// As given, by class; a class that is not named counts 1.
        ///
        /// @param weights each 0 or more
        record Given(Map<String, Double> weights) implements ClassWeights {

            /// @throws BadInput for a negative weight
            public Given {
                weights = Map.copyOf(weights);
                weights.forEach((name, weight) -> {
                    if (!(weight >= 0)) {
                        throw new BadInput("The weight of class '" + name + "' must be 0 or more, not " + weight + ".");
                    }
                });
            }
        }
    }

    /// Whether a task can be learnt by it.
    default boolean fits(Task task) {
        return switch (this) {
            case CrossEntropy _ -> task instanceof Task.Classification;
            case Mse _,Mae _,Huber _ -> task instanceof Task.Regression;
        };
    }

    /// The usual loss for a task.
    static Loss usualFor(Task task) {
        return switch (task) {
            case Task.Classification _ -> CROSS_ENTROPY;
            case Task.Regression _ -> MSE;
        };
    }
}
