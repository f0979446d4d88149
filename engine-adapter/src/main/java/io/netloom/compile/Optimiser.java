package io.netloom.compile;

import io.netloom.shape.BadInput;

/// How gradients move the weights. The learning rate is given at each step.
public sealed interface Optimiser {

    /// Stochastic gradient descent with momentum, as `torch.optim.SGD`.
    ///
    /// @param momentum share of the last step that is kept, 0 to below 1
    /// @param weightDecay L2 penalty, 0 to 1
    record Sgd(double momentum, double weightDecay) implements Optimiser {

        /// @throws BadInput for a value outside its range
        public Sgd {
            require(0 <= momentum && momentum < 1, "momentum", momentum, "0 to below 1");
            require(0 <= weightDecay && weightDecay <= 1, "weight decay", weightDecay, "0 to 1");
        }
    }

    /// Adam (Kingma and Ba 2014, https://arxiv.org/abs/1412.6980), as `torch.optim.Adam`.
    ///
    /// @param beta1 decay of the mean of gradients, 0 to below 1
    /// @param beta2 decay of the mean of squared gradients, 0 to below 1
    /// @param epsilon added to the root, so that nothing is divided by 0; above 0, at most 1
    /// @param weightDecay L2 penalty, 0 to 1
    record Adam(double beta1, double beta2, double epsilon, double weightDecay) implements Optimiser {

        /// @throws BadInput for a value outside its range
        public Adam {
            require(0 <= beta1 && beta1 < 1, "beta1", beta1, "0 to below 1");
            require(0 <= beta2 && beta2 < 1, "beta2", beta2, "0 to below 1");
            require(0 < epsilon && epsilon <= 1, "epsilon", epsilon, "above 0, at most 1");
            require(0 <= weightDecay && weightDecay <= 1, "weight decay", weightDecay, "0 to 1");
        }

        /// The values of the paper.
        public static Adam usual() {
            return new Adam(0.9, 0.999, 1e-8, 0);
        }
    }

    private static void require(boolean good, String name, double value, String range) {
        if (!good) {
            throw new BadInput("The optimiser's " + name + " must be " + range + ", not " + value + ".");
        }
    }
}
