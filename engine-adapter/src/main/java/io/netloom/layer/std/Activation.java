package io.netloom.layer.std;

import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// A function of one number, applied to every entry: any shape goes in, and the same comes out.
interface Activation extends Layer {

    /// The function of `x` in TorchScript.
    String torch(String x);

    /// The module in Python.
    String python();

    @Override
    default Inferred infer(List<Shape> inputs) {
        return Shapes.of(inputs.getFirst());
    }

    @Override
    default List<String> torch(TorchCode code) {
        return List.of(torch(code.input()));
    }

    @Override
    default boolean bearsRounding() {
        return true;
    }

    @Override
    default PythonCode module(List<Shape> inputs) {
        return PythonCode.module(python());
    }
}
