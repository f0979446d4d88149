package io.netloom.train;

import java.time.Duration;

/// Keeps models while training goes on, so that nothing is lost when it is cut off.
public interface Keeper {

    /// The model has the smallest loss so far.
    void best(TrainedModel model);

    /// The model as it is after an epoch, or when training was stopped.
    void last(TrainedModel model);

    /// All that is needed to go on; after each epoch, and within one every [#interval].
    default void checkpoint(Checkpoint checkpoint) {}

    /// How long to wait before the next checkpoint within an epoch.
    default Duration interval() {
        return Duration.ofMinutes(2);
    }
}
