package io.netloom.data;

/// What an example is used for.
public enum Part {
    /// The network learns from it.
    TRAIN,
    /// It is looked at while the network learns, to see when to stop.
    VALIDATION,
    /// It is kept back until the end.
    TEST
}
