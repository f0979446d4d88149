package io.netloom.layer.std;

/// Which steps of a recurrent layer come out.
public enum Steps {
    /// One row of features for each position.
    ALL,
    /// What the layer knows when it has read all: one row of features.
    LAST
}
