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

/// The largest value of each of so many parts, whatever comes in: channels × length → channels × size.
@AutoService(Layer.class)
@Card(category = Category.POOLING, icon = "mdi2f-fit-to-page-outline",
        help = "Keeps the largest value of each of so many parts of a sequence of any size.",
        paper = "https://arxiv.org/abs/1406.4729")
public record AdaptiveMaxPool1d(@Setting(value = "Length of the output.", min = 1, max = 4096) int size)
        implements Layer {

    public AdaptiveMaxPool1d() {
        this(1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return x.rank() == 2 ? Shapes.of(x.withFeatures(x.size(0), size)) : Remedies.needsPlaces(x, 1);
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of(
                code.let("torch.adaptive_max_pool1d(" + code.input() + ", " + PerAxis.of(size).torch() + ")") + "[0]");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.AdaptiveMaxPool1d(" + PerAxis.of(size).python() + ")");
    }
}
