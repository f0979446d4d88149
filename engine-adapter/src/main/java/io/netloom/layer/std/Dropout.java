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

/// In training, makes entries 0 at random and scales the rest by `1 / (1 - rate)` (Srivastava et al. 2014); otherwise
/// lets all pass. Any shape.
@AutoService(Layer.class)
@Card(category = Category.REGULARISATION, icon = "mdi2d-dots-grid",
        help = "Silences random entries while training, against overfitting.",
        paper = "https://jmlr.org/papers/v15/srivastava14a.html")
public record Dropout(
        @Setting(value = "Share of the entries that is made 0.", min = 0, max = 0.99) double rate) implements Layer {

    public Dropout() {
        this(0.5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Shapes.of(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.dropout(" + code.input() + ", " + rate + ", " + code.training() + ")");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Dropout(" + rate + ")");
    }

    @Override
    public boolean random() {
        return true;
    }
}
