package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// `1 / (1 + exp(-x))`, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-bell-curve-cumulative",
        help = "Squeezes every number into 0 to 1.")
public record Sigmoid() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Shapes.of(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.sigmoid(" + code.input() + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Sigmoid()");
    }
}
