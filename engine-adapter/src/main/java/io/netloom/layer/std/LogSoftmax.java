package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// The logarithm of the softmax along one axis, `x - log Σ exp(x)`; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2p-percent-outline",
        help = "Turns scores into logarithms of shares that sum to 1.")
public record LogSoftmax(
        @Setting(value = "Axis along which the shares sum to 1, counted as in PyTorch: 1 is the first behind the batch,"
                + " -1 the last.", min = -Shape.MAX_RANK, max = Shape.MAX_RANK) int axis)
        implements Layer {

    public LogSoftmax() {
        this(-1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Axis.of(axis, inputs.getFirst()) instanceof Axis.Feature
                ? Shapes.of(inputs.getFirst())
                : Axis.problem(axis, inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.log_softmax(" + code.input() + ", " + axis + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.LogSoftmax(dim=" + axis + ")");
    }
}
