package io.netloom.layer.std;

import io.netloom.layer.Arity;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.stream.IntStream;

/// A merge of inputs of one shape, entry by entry: the first two, then the result and the third, and so on.
interface Merging extends Layer {

    /// Two merged, in TorchScript.
    String torch(String a, String b);

    /// Two merged, in Python.
    String python(String a, String b);

    @Override
    default Arity inputs() {
        return Arity.SEVERAL;
    }

    @Override
    default Inferred infer(List<Shape> inputs) {
        return Remedies.unequal(inputs).<Inferred>map(problem -> problem).orElseGet(() -> Shapes.of(inputs.getFirst()));
    }

    @Override
    default List<String> torch(TorchCode code) {
        return List.of(code.inputs().stream().reduce((a, b) -> code.let(torch(a, b))).orElseThrow());
    }

    @Override
    default boolean bearsRounding() {
        return true;
    }

    @Override
    default PythonCode module(List<Shape> inputs) {
        return PythonCode.expression(IntStream.range(0, inputs.size()).mapToObj(i -> "{" + i + "}")
                .reduce(this::python).orElseThrow());
    }
}
