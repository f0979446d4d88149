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

/// `max(x, 0)`, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-line-variant",
        help = "Keeps what is positive and makes the rest 0.",
        paper = "https://proceedings.mlr.press/v15/glorot11a.html")
public record ReLU() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Shapes.of(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.relu(" + code.input() + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.ReLU()");
    }
}
