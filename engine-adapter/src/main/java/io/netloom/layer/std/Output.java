package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Role;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Where the network's answer is taken: one logit a class, or the numbers to predict. The loss is applied here.
@AutoService(Layer.class)
@Card(category = Category.DATA, icon = "mdi2e-export", help = "Where the network's answer is taken.")
public record Output() implements Layer {

    @Override
    public List<String> outputs() {
        return List.of();
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Shapes.of();
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of();
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("{0}");
    }

    @Override
    public Role role() {
        return Role.OUTPUT;
    }
}
