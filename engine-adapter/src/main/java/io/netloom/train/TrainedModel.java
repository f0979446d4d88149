package io.netloom.train;

import io.netloom.compile.Compiler;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.compile.Weights;
import java.nio.ByteBuffer;
import java.util.SequencedMap;
import java.util.SortedMap;

/// A network with what it learnt.
///
/// @param objective the network and what it is to learn
/// @param weights what it learnt
/// @param tasks what each target of the data means, by the target's name, in the data's order
public record TrainedModel(Objective objective, Weights weights, SequencedMap<String, Task> tasks) {

    /// The model as a TorchScript archive with `forward` and `predict`.
    ///
    /// @param extras files that travel inside, by name: what else one must know to use it
    public ByteBuffer archive(SortedMap<String, byte[]> extras) {
        return Compiler.inference(objective, weights).archive(extras);
    }
}
