package io.netloom.compile;

/// How gradients move the weights. The learning rate is given at each step.
public sealed interface Optimiser {

    /// Stochastic gradient descent with momentum, as `torch.optim.SGD`.
    ///
    /// @param momentum share of the last step that is kept, 0 to below 1
    /// @param weightDecay L2 penalty, 0 or more
    record Sgd(double momentum, double weightDecay) implements Optimiser {}

    /// Adam (Kingma and Ba 2014, https://arxiv.org/abs/1412.6980), as `torch.optim.Adam`.
    ///
    /// @param beta1 decay of the mean of gradients
    /// @param beta2 decay of the mean of squared gradients
    /// @param epsilon added to the root, so that nothing is divided by 0
    /// @param weightDecay L2 penalty, 0 or more
    record Adam(double beta1, double beta2, double epsilon, double weightDecay) implements Optimiser {

        /// The values of the paper.
        public static Adam usual() {
            return new Adam(0.9, 0.999, 1e-8, 0);
        }
    }
}
