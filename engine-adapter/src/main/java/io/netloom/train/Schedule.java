package io.netloom.train;

import io.netloom.shape.Range;
import io.netloom.shape.Sentence;

/// How the learning rate changes while training goes on, as a factor on the plan's rate. The formulas are those of
/// `torch.optim.lr_scheduler`. What a constructor without arguments makes is what a project file means that leaves settings out.
public sealed interface Schedule {

    /// Where training stands.
    ///
    /// @param step steps that are done, over all epochs: how often the weights were moved
    /// @param stepsPerEpoch steps an epoch
    /// @param steps steps of the whole training
    /// @param plateaus how often the validation loss has stopped to fall
    record Moment(long step, long stepsPerEpoch, long steps, int plateaus) {
        long epoch() {
            return step / stepsPerEpoch;
        }

        /// The share of training that is done, 0 to 1.
        double progress() {
            return steps <= 1 ? 0 : Math.min(1, (double) step / (steps - 1));
        }
    }

    /// The factor for the step that comes next, 0 or more.
    double factor(Moment moment);

    /// Epochs without a smaller loss that are waited for; one more is a plateau.
    default int patience() {
        return Integer.MAX_VALUE;
    }

    /// Always 1.
    record Constant() implements Schedule {
        @Override
        public double factor(Moment moment) {
            return 1;
        }
    }

    /// Times `gamma` every so many epochs, as `StepLR`.
    ///
    /// @param epochs 1 or more
    /// @param gamma above 0, at most 1
    record Step(int epochs, double gamma) implements Schedule {
        /// A tenth every ten epochs.
        public Step() {
            this(10, 0.1);
        }

        public Step {
            Range.require(epochs >= 1, Sentence.of("setting.step-epochs", "step schedule''s epochs"), epochs,
                    Range.atLeast("1"));
            Range.share(Sentence.of("setting.step-gamma", "step schedule''s gamma"), gamma);
        }

        @Override
        public double factor(Moment moment) {
            return Math.pow(gamma, Math.floorDiv(moment.epoch(), epochs));
        }
    }

    /// Times `gamma` after each epoch, as `ExponentialLR`.
    ///
    /// @param gamma above 0, at most 1
    record Exponential(double gamma) implements Schedule {
        /// A twentieth less each epoch.
        public Exponential() {
            this(0.95);
        }

        public Exponential {
            Range.share(Sentence.of("setting.exponential-gamma", "exponential schedule''s gamma"), gamma);
        }

        @Override
        public double factor(Moment moment) {
            return Math.pow(gamma, moment.epoch());
        }
    }

    /// Half a cosine from 1 to `floor` over the whole training, step by step, as `CosineAnnealingLR`
    /// (Loshchilov and Hutter 2016, https://arxiv.org/abs/1608.03983).
    ///
    /// @param floor the factor at the end, 0 to 1
    record Cosine(double floor) implements Schedule {
        /// Down to nothing.
        public Cosine() {
            this(0);
        }

        public Cosine {
            Range.require(0 <= floor && floor <= 1,
                    Sentence.of("setting.cosine-floor", "cosine schedule''s floor"), floor, Range.fromTo("0", "1"));
        }

        @Override
        public double factor(Moment moment) {
            return between(1, floor, moment.progress());
        }
    }

    /// Up from a 25th to 1 and down to a 250,000th, along half cosines, as `OneCycleLR`
    /// (Smith and Topin 2017, https://arxiv.org/abs/1708.07120).
    ///
    /// @param rise the share of training in which the rate rises, above 0, below 1
    record OneCycle(double rise) implements Schedule {
        private static final double START = 1 / 25.0;
        private static final double END = START / 1e4;

        /// Rises for the first three tenths.
        public OneCycle() {
            this(0.3);
        }

        public OneCycle {
            Range.require(rise > 0 && rise < 1, Sentence.of("setting.one-cycle-rise", "one-cycle schedule''s rise"),
                    rise, Range.aboveToBelow("0", "1"));
        }

        @Override
        public double factor(Moment moment) {
            double top = rise * moment.steps() - 1;
            double last = moment.steps() - 1.0;
            return moment.step() <= top
                    ? between(START, 1, moment.step() / top)
                    : between(1, END, Math.min(1, (moment.step() - top) / (last - top)));
        }
    }

    /// Times `gamma` whenever the validation loss has not fallen for more than `patience` epochs, as `ReduceLROnPlateau` with a threshold
    /// of 0.
    ///
    /// @param patience epochs that are waited for, 0 or more
    /// @param gamma above 0, at most 1
    record Plateau(int patience, double gamma) implements Schedule {
        /// A tenth behind ten epochs in vain.
        public Plateau() {
            this(10, 0.1);
        }

        public Plateau {
            Range.require(patience >= 0, Sentence.of("setting.plateau-patience", "plateau schedule''s patience"),
                    patience, Range.atLeast("0"));
            Range.share(Sentence.of("setting.plateau-gamma", "plateau schedule''s gamma"), gamma);
        }

        @Override
        public double factor(Moment moment) {
            return Math.pow(gamma, moment.plateaus());
        }
    }

    /// Rises in a straight line for some steps, then follows another schedule, which begins there.
    ///
    /// @param steps of the rise, 1 or more
    /// @param then what follows
    record WarmUp(int steps, Schedule then) implements Schedule {
        /// A hundred steps up to where a cosine begins.
        public WarmUp() {
            this(100, new Cosine());
        }

        public WarmUp {
            Range.require(steps >= 1, Sentence.of("setting.warm-up-steps", "warm-up''s steps"), steps,
                    Range.atLeast("1"));
            Range.require(!(then instanceof WarmUp), Sentence.of("setting.behind-warm-up", "schedule behind a warm-up"),
                    Sentence.of("range.warm-up", "a warm-up"),
                    Sentence.of("range.another-kind", "another kind"));
        }

        @Override
        public int patience() {
            return then.patience();
        }

        @Override
        public double factor(Moment moment) {
            if (moment.step() < steps) {
                return (moment.step() + 1.0) / (steps + 1.0);
            }
            return then.factor(new Moment(moment.step() - steps, moment.stepsPerEpoch(),
                    Math.max(1, moment.steps() - steps), moment.plateaus()));
        }
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
