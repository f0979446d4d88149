package io.netloom.compile;

import io.netloom.shape.BadInput;
import io.netloom.shape.Range;
import io.netloom.shape.Sentence;

/// How gradients move the weights. The learning rate is given at each step. Names, formulas and defaults are those of
/// `torch.optim`; `weightDecay` is the L2 penalty there, 0 to 1. What a constructor without arguments makes is what a project file
/// means that leaves settings out.
public sealed interface Optimiser {

    /// The L2 penalty, 0 to 1.
    double weightDecay();

    /// Stochastic gradient descent, as `torch.optim.SGD`.
    ///
    /// @param momentum share of the last step that is kept, 0 to below 1
    /// @param dampening share of the gradient that does not enter the momentum, but for the first step, 0 to below 1
    /// @param nesterov whether the gradient is taken ahead, where the momentum leads (needs a momentum without dampening)
    record Sgd(double momentum, double dampening, boolean nesterov, double weightDecay) implements Optimiser {

        /// @throws BadInput for a value outside its range
        public Sgd {
            decay(momentumName(), momentum);
            decay(Sentence.of("setting.dampening", "dampening"), dampening);
            penalty(weightDecay);
            require(!nesterov || momentum > 0, momentumName(), momentum,
                    Sentence.of("range.nesterov", "above 0 for Nesterov''s method"));
            require(!nesterov || dampening == 0, Sentence.of("setting.dampening", "dampening"), dampening,
                    Sentence.of("range.nesterov-dampening", "0 for Nesterov''s method"));
        }

        /// Plain descent along the gradient.
        public Sgd() {
            this(0, 0);
        }

        /// Without looking ahead.
        public Sgd(double momentum, double weightDecay) {
            this(momentum, 0, false, weightDecay);
        }
    }

    /// Adam (Kingma and Ba 2014, https://arxiv.org/abs/1412.6980), as `torch.optim.Adam`.
    ///
    /// @param beta1 decay of the mean of gradients, 0 to below 1
    /// @param beta2 decay of the mean of squared gradients, 0 to below 1
    /// @param epsilon added to the root, so that nothing is divided by 0; above 0, at most 1
    /// @param amsgrad whether the largest mean of squared gradients so far is taken instead of the last (Reddi et al. 2018,
    ///     https://openreview.net/forum?id=ryQu7f-RZ)
    record Adam(double beta1, double beta2, double epsilon, double weightDecay, boolean amsgrad)
            implements
            Optimiser {

        /// @throws BadInput for a value outside its range
        public Adam {
            moments(beta1, beta2, epsilon);
            penalty(weightDecay);
        }

        /// The values of the paper.
        public Adam() {
            this(0.9, 0.999, 1e-8, 0);
        }

        /// Without the largest mean.
        public Adam(double beta1, double beta2, double epsilon, double weightDecay) {
            this(beta1, beta2, epsilon, weightDecay, false);
        }
    }

    /// Adam whose weight decay is apart from the gradient (Loshchilov and Hutter 2017, https://arxiv.org/abs/1711.05101), as
    /// `torch.optim.AdamW`.
    ///
    /// @param beta1 decay of the mean of gradients, 0 to below 1
    /// @param beta2 decay of the mean of squared gradients, 0 to below 1
    /// @param epsilon added to the root; above 0, at most 1
    /// @param amsgrad whether the largest mean of squared gradients so far is taken instead of the last
    record AdamW(double beta1, double beta2, double epsilon, double weightDecay, boolean amsgrad)
            implements
            Optimiser {

        /// @throws BadInput for a value outside its range
        public AdamW {
            moments(beta1, beta2, epsilon);
            penalty(weightDecay);
        }

        /// The values of PyTorch.
        public AdamW() {
            this(0.9, 0.999, 1e-8, 0.01, false);
        }
    }

    /// Adam with Nesterov's momentum (Dozat 2016, https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ), as
    /// `torch.optim.NAdam`.
    ///
    /// @param beta1 decay of the mean of gradients, 0 to below 1
    /// @param beta2 decay of the mean of squared gradients, 0 to below 1
    /// @param epsilon added to the root; above 0, at most 1
    /// @param momentumDecay how fast the momentum grows to its full size, 0 to 1
    record NAdam(double beta1, double beta2, double epsilon, double momentumDecay, double weightDecay)
            implements
            Optimiser {

        /// The values of PyTorch.
        public NAdam() {
            this(0.9, 0.999, 1e-8, 0.004, 0);
        }

        /// @throws BadInput for a value outside its range
        public NAdam {
            moments(beta1, beta2, epsilon);
            require(0 <= momentumDecay && momentumDecay <= 1,
                    Sentence.of("setting.momentum-decay", "momentum decay"), momentumDecay, Range.fromTo("0", "1"));
            penalty(weightDecay);
        }
    }

    /// Divides by the root of the mean of squared gradients (Hinton's lecture 6e, 2012), as `torch.optim.RMSprop`.
    ///
    /// @param alpha decay of the mean of squared gradients, 0 to below 1
    /// @param epsilon added to the root; above 0, at most 1
    /// @param momentum share of the last step that is kept, 0 to below 1
    /// @param centered whether it divides by the deviation of gradients, the root of their variance, instead
    record RmsProp(double alpha, double epsilon, double momentum, boolean centered, double weightDecay)
            implements
            Optimiser {

        /// The values of PyTorch.
        public RmsProp() {
            this(0.99, 1e-8, 0, false, 0);
        }

        /// @throws BadInput for a value outside its range
        public RmsProp {
            decay(Sentence.plain("alpha"), alpha);
            require(0 < epsilon && epsilon <= 1, Sentence.plain("epsilon"), epsilon, Range.aboveTo("0", "1"));
            decay(momentumName(), momentum);
            penalty(weightDecay);
        }
    }

    /// Divides by the root of the sum of squared gradients (Duchi et al. 2011), as `torch.optim.Adagrad`.
    ///
    /// @param lrDecay how the learning rate falls with the steps, 0 to 1
    /// @param initialAccumulator with which the sum of squared gradients begins, 0 to 1000
    /// @param epsilon added to the root; above 0, at most 1
    record Adagrad(double lrDecay, double initialAccumulator, double epsilon, double weightDecay)
            implements
            Optimiser {

        /// The values of PyTorch.
        public Adagrad() {
            this(0, 0, 1e-10, 0);
        }

        /// @throws BadInput for a value outside its range
        public Adagrad {
            require(0 <= lrDecay && lrDecay <= 1, Sentence.of("setting.rate-decay", "learning rate decay"), lrDecay,
                    Range.fromTo("0", "1"));
            require(0 <= initialAccumulator && initialAccumulator <= 1000,
                    Sentence.of("setting.initial-accumulator", "initial accumulator"), initialAccumulator,
                    Range.fromTo("0", "1000"));
            require(0 < epsilon && epsilon <= 1, Sentence.plain("epsilon"), epsilon, Range.aboveTo("0", "1"));
            penalty(weightDecay);
        }
    }

    private static void moments(double beta1, double beta2, double epsilon) {
        decay(Sentence.plain("beta1"), beta1);
        decay(Sentence.plain("beta2"), beta2);
        require(0 < epsilon && epsilon <= 1, Sentence.plain("epsilon"), epsilon, Range.aboveTo("0", "1"));
    }

    private static void decay(Sentence name, double value) {
        require(0 <= value && value < 1, name, value, Range.fromToBelow("0", "1"));
    }

    private static Sentence momentumName() {
        return Sentence.of("setting.momentum", "momentum");
    }

    private static void penalty(double weightDecay) {
        require(0 <= weightDecay && weightDecay <= 1, Sentence.of("setting.weight-decay", "weight decay"), weightDecay,
                Range.fromTo("0", "1"));
    }

    private static void require(boolean good, Sentence name, double value, Sentence range) {
        Range.require(good, Sentence.of("setting.of-optimiser", "optimiser''s {0}", name), value, range);
    }
}
