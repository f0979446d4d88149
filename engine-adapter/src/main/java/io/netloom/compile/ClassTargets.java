package io.netloom.compile;

/// How the steps of a training are told the classes of a batch. What is judged is always told their numbers.
public enum ClassTargets {
    /// The number of the class of each example.
    NUMBERS,
    /// A share for each class, so that examples may be mixed.
    SHARES
}
