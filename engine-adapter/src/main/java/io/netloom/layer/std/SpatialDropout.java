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

/// In training, makes whole channels 0 at random and scales the rest by `1 / (1 - rate)` (Tompson et al. 2014); otherwise
/// lets all pass. Channels × length, × height × width, or × depth × height × width.
@AutoService(Layer.class)
@Card(category = Category.REGULARISATION, icon = "mdi2d-dots-square",
        help = "Silences random channels while training, where neighbouring places are much alike.",
        paper = "https://arxiv.org/abs/1411.4280")
public record SpatialDropout(
        @Setting(value = "Share of the channels that is made 0.", min = 0, max = 0.99) double rate) implements Layer {

    public SpatialDropout() {
        this(0.2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return x.rank() >= 2 && x.rank() <= 4 ? Shapes.of(x) : Remedies.needsPlaces(x);
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.feature_dropout(" + code.input() + ", " + rate + ", " + code.training() + ")");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Dropout" + (inputs.getFirst().rank() - 1) + "d(" + rate + ")");
    }

    @Override
    public boolean random() {
        return true;
    }
}
