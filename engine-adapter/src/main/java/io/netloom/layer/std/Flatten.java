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

/// Lays all axes but the batch into one row: channels × height × width → features.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2a-arrow-collapse-horizontal",
        help = "Lays an image, or any shape, out as one row of features.")
public record Flatten() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Shapes.of(inputs.getFirst().withFeatures(inputs.getFirst().elements()));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.flatten(" + code.input() + ", 1, -1)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Flatten()");
    }
}
