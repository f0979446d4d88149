package io.netloom.bench;

/// A network in training; it goes on from lap to lap.
public interface Contender extends AutoCloseable {

    /// Trains some steps and reads the loss of each.
    Lap run(int steps);

    /// Number of weights that it learns, by which one sees that all train the same network.
    long parameters();

    @Override
    void close();
}
