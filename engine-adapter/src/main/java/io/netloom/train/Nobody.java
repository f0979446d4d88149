package io.netloom.train;

/// Keeps nothing: the models of folds did not learn from all examples, and those of a trial learnt next to nothing.
record Nobody() implements Keeper {
    @Override
    public void best(TrainedModel model) {}

    @Override
    public void last(TrainedModel model) {}
}
