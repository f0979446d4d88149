package io.netloom.train;

import java.util.Optional;

/// What training tells while it goes on: plain numbers.
public sealed interface TrainEvent {

    /// Training begins.
    ///
    /// @param parameters entries that are learnt
    /// @param train examples to learn from
    /// @param validation examples for validation
    /// @param test examples kept for the test
    /// @param stepsPerEpoch steps an epoch
    /// @param device where it computes
    record Started(long parameters, int train, int validation, int test, int stepsPerEpoch, String device)
            implements TrainEvent {}

    /// What training will take, before the first step.
    ///
    /// @param secondsPerEpoch validation included, from a trial
    /// @param bytes memory of the whole program, or of the GPU
    record Estimated(double secondsPerEpoch, long bytes) implements TrainEvent {}

    /// Some steps later; at most ten a second.
    ///
    /// @param epoch counted from 1
    /// @param step steps of this epoch that are done
    /// @param loss the last batch's
    /// @param learningRate with which it was learnt from
    /// @param gradientNorm L2 norm of all gradients together, before they were bounded, at the first step that moved the weights since
    ///     the last progress; not a number where none has
    /// @param recent of the examples since the last progress in this epoch, while the network was learning
    /// @param examplesPerSecond rate since training began, pauses left out
    /// @param secondsLeft until the last epoch ends, at this rate
    record Progress(int epoch, int step, double loss, double learningRate, double gradientNorm, Metrics recent,
            double examplesPerSecond, double secondsLeft)
            implements TrainEvent {}

    /// An epoch is over.
    ///
    /// @param epoch counted from 1
    /// @param seconds how long it took, validation included
    /// @param learningRate of its last step
    /// @param train while the network was learning
    /// @param validation after the epoch; empty where no examples are kept for it
    /// @param best whether this is the smallest loss so far
    record EpochEnded(int epoch, double seconds, double learningRate, Metrics train, Optional<Metrics> validation,
            boolean best)
            implements TrainEvent {}

    /// The loss is no longer a finite number; training ends.
    ///
    /// @param atEpoch counted from 1
    /// @param step the first of that epoch, counted from 1, where loss or gradients were not finite
    /// @param learningRate with which it happened
    /// @param layer the first block, in the order of the network, whose gradient was not finite at that step; where all were,
    ///     the one with the largest; empty where it was not found out
    /// @param gradient size of the largest entry of its gradient
    record Diverged(int atEpoch, int step, double learningRate, Optional<String> layer, double gradient)
            implements
            TrainEvent {

        /// Whether it was so before any weight had moved, so that no other learning rate helps.
        public boolean isFromTheStart() {
            return atEpoch == 1 && step == 1 && !Double.isFinite(gradient);
        }
    }

    /// Training is over; metrics are of the best weights.
    ///
    /// @param reason why it ended
    /// @param bestEpoch the epoch whose weights are kept; 0 where none was completed
    record Finished(Reason reason, int bestEpoch, Metrics train, Optional<Metrics> validation, Optional<Metrics> test)
            implements TrainEvent {}

    /// Why training ended.
    enum Reason {
        /// All epochs are done.
        COMPLETED,
        /// The validation loss had not fallen for as many epochs as the plan's patience.
        EARLY,
        /// Somebody asked it to stop.
        STOPPED,
        /// The loss was no longer a finite number.
        DIVERGED
    }
}
