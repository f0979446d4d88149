package io.netloom.layer.std;

import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import java.util.List;

/// The arithmetic of filters that slide over channels × places.
sealed interface Kernel permits Convolution, Transposed {

    Inferred infer(Shape x);

    /// @param prefix stands before each weight's name, where a layer has several kernels
    List<Weight> weights(Shape x, String prefix);

    long multiplyAdds(Shape x, Shape y);

    /// The convolution of `input`, which has shape `x`, as an expression.
    String torch(TorchCode code, String input, Shape x, String prefix);

    PythonCode module(Shape x);
}
