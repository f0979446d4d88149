package io.netloom.bench;

import java.util.Optional;

/// Another way of training the same networks, written as its own users would write it at its best. Rivals are found by
/// `ServiceLoader` and are no part of what is installed.
public interface Rival {

    /// What the results call it: `djl`, `pytorch`.
    String name();

    /// What it needs to be there, for a message where it is missing.
    String needs();

    /// Gets ready; empty where it is not on this machine, or does not know the network.
    Optional<Contender> enter(Contest contest);
}
