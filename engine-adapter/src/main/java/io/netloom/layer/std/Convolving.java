package io.netloom.layer.std;

import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import java.util.List;

/// A layer that is one kernel, and nothing besides.
interface Convolving extends Layer {

    /// The kernel that slides over an input of shape `x`, whatever its axes.
    Kernel kernel(Shape x);

    @Override
    default Inferred infer(List<Shape> inputs) {
        return kernel(inputs.getFirst()).infer(inputs.getFirst());
    }

    @Override
    default List<Weight> weights(List<Shape> inputs) {
        return kernel(inputs.getFirst()).weights(inputs.getFirst(), "");
    }

    @Override
    default long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return kernel(inputs.getFirst()).multiplyAdds(inputs.getFirst(), outputs.getFirst());
    }

    @Override
    default List<String> torch(TorchCode code) {
        return List.of(kernel(code.shape(0)).torch(code, code.input(), code.shape(0), ""));
    }

    @Override
    default boolean bearsRounding() {
        return true;
    }

    @Override
    default PythonCode module(List<Shape> inputs) {
        return kernel(inputs.getFirst()).module(inputs.getFirst());
    }
}
