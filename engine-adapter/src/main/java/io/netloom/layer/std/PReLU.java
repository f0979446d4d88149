package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Filling;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// `x` where it is positive, `a · x` elsewhere, where the slope `a` is learnt and begins at 0.25; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2a-angle-obtuse",
        help = "Keeps what is positive and multiplies the rest by a learned number.",
        paper = "https://arxiv.org/abs/1502.01852")
public record PReLU(@Setting("Learn one slope for each channel, instead of one for all.") boolean perChannel)
        implements Layer {

    public PReLU() {
        this(false);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return perChannel && x.rank() == 0
                ? Problem.shape("channels", "receives " + x, new Remedy.Change("perChannel", "false"))
                : Shapes.of(x);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        return List.of(Weight.parameter("weight", Filling.constant(0.25), 1, 1, slopes(inputs.getFirst())));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.prelu(" + code.input() + ", " + code.weight("weight") + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        long slopes = slopes(inputs.getFirst());
        return PythonCode.module("nn.PReLU(" + (slopes == 1 ? "" : slopes) + ")");
    }

    private long slopes(Shape x) {
        return perChannel ? x.size(0) : 1;
    }
}
