package io.netloom.train;

/// Keeps models while training goes on, so that nothing is lost when it is cut off.
public interface Keeper {

    /// The model has the smallest loss so far.
    void best(TrainedModel model);

    /// The model as it is after an epoch, or when training was stopped.
    void last(TrainedModel model);
}
