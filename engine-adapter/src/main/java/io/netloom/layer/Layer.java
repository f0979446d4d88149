package io.netloom.layer;

import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.OptionalInt;

/// A type of block, with its settings. Each is one record in `layer.std`, found by `ServiceLoader`: its components,
/// annotated with [Setting], are the settings; its constructor without arguments gives the defaults; a [Card] on the
/// record describes it. A layer knows nothing of the graph that it stands in.
public interface Layer {

    /// The wires that come in.
    default Arity inputs() {
        return Arity.ONE;
    }

    /// Names of what goes out, one an output.
    default List<String> outputs() {
        return List.of("output");
    }

    /// Shapes in, shapes out, or the problem. Called only with as many inputs as [#inputs] accepts and with settings
    /// within their ranges; never throws.
    Inferred infer(List<Shape> inputs);

    /// The tensors that the layer keeps, for inputs that [#infer] accepted.
    default List<Weight> weights(List<Shape> inputs) {
        return List.of();
    }

    /// Multiply-accumulate operations of one example's forward pass.
    default long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return 0;
    }

    /// The forward pass in TorchScript: one expression an output.
    List<String> torch(TorchCode code);

    /// The forward pass where nobody else needs what comes in, so that it may be overwritten. It saves memory, and time with it.
    default List<String> torchInPlace(TorchCode code) {
        return torch(code);
    }

    /// Whether what goes out lies in memory of its own and is not needed for this layer's gradients, so that the next layer may
    /// overwrite it.
    default boolean givesItsOutputAway() {
        return false;
    }

    /// The forward pass as a person would write it in Python.
    PythonCode module(List<Shape> inputs);

    /// Its part in the network.
    default Role role() {
        return Role.HIDDEN;
    }

    /// Whether training draws random numbers here.
    default boolean random() {
        return false;
    }

    /// Whether training compares the examples of a batch with each other, so that one alone will not do.
    default boolean comparesExamples() {
        return false;
    }

    /// Whether inputs that were rounded to fewer digits do it no harm, because it rounds them itself or only moves, bounds or
    /// picks them. All others are given `FLOAT32`.
    default boolean bearsRounding() {
        return false;
    }

    /// How many different whole numbers, counted from 0, it can be given, where it takes such numbers.
    default OptionalInt tokens() {
        return OptionalInt.empty();
    }

    /// Whether what comes out is probabilities already, which a loss that takes the softmax or the sigmoid itself must not be
    /// given.
    default boolean probabilities() {
        return false;
    }
}
