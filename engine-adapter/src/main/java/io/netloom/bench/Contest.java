package io.netloom.bench;

import io.netloom.compile.TensorData;
import java.util.List;

/// What a rival is asked to train: the network of this name, with Adam at [#RATE], batch after batch in this order and
/// again from the first.
///
/// @param course the network
/// @param inputs for each batch a tensor of `FLOAT32`, in direct memory, the batch as its first axis
/// @param targets for each batch the classes, `INT64`
/// @param threads on which to work
public record Contest(Course course, List<TensorData> inputs, List<TensorData> targets, int threads) {
    /// Adam's learning rate.
    public static final double RATE = 1e-3;
    /// Fixes all that is random.
    public static final long SEED = 1;

    public Contest {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }
}
