package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
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
import java.math.BigInteger;
import java.util.List;

/// Brings each group of channels of each example to mean 0 and deviation 1 over all places, then scales and shifts each
/// channel (Wu and He 2018); it does not matter how large batches are. Channels, or channels × places.
@AutoService(Layer.class)
@Card(category = Category.NORMALISATION, icon = "mdi2e-equalizer-outline",
        help = "Brings groups of channels to mean 0 and deviation 1, each example by itself.",
        paper = "https://arxiv.org/abs/1803.08494")
public record GroupNorm(
        @Setting(value = "Groups into which the channels fall.", min = 1, max = 65_536) int groups,
        @Setting(value = "Added to the variance, so that nothing is divided by 0.", min = 1e-12,
                max = 1) double epsilon)
        implements Layer {

    public GroupNorm() {
        this(8, 1e-5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() == 0 || x.elements() == 1) {
            return Remedies.needsTwo("two numbers to normalise together", x);
        }
        if (x.size(0) % groups != 0) {
            return Problem.setting("groups to divide its " + x.size(0) + " channels", "groups is " + groups,
                    new Remedy.Change("groups", BigInteger.valueOf(groups).gcd(BigInteger.valueOf(x.size(0))) + ""));
        }
        if (x.elements() == groups) {
            return Problem.setting("two numbers or more in each group", "each of its " + groups + " has one",
                    new Remedy.Change("groups", "1"));
        }
        return Shapes.of(x);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long channels = inputs.getFirst().size(0);
        return List.of(Weight.parameter("weight", Initialiser.ONES, 1, 1, channels),
                Weight.parameter("bias", Initialiser.ZEROS, 1, 1, channels));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return inputs.getFirst().elements();
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.group_norm(" + code.input() + ", " + groups + ", " + code.weight("weight") + ", "
                + code.weight("bias") + ", " + epsilon + ", True)");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.GroupNorm(" + groups + ", " + inputs.getFirst().size(0)
                + (epsilon == 1e-5 ? "" : ", eps=" + epsilon) + ")");
    }
}
