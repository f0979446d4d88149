package io.netloom.layer;

/// What part a layer plays in the network.
public enum Role {
    /// Data enters here.
    INPUT,
    /// Computes something from its inputs.
    HIDDEN,
    /// The network's answer is taken, and the loss applied, here.
    OUTPUT
}
