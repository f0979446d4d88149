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
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Brings each channel of each example to mean 0 and deviation 1 over its places (Ulyanov et al. 2016), in training and
/// afterwards alike: channels × length, × height × width, or × depth × height × width.
@AutoService(Layer.class)
@Card(category = Category.NORMALISATION, icon = "mdi2t-tune",
        help = "Brings each channel of each example to mean 0 and deviation 1; takes contrast away.",
        paper = "https://arxiv.org/abs/1607.08022")
public record InstanceNorm(
        @Setting("Scale and shift each channel by learned numbers afterwards.") boolean affine,
        @Setting(value = "Added to the variance, so that nothing is divided by 0.", min = 1e-12,
                max = 1) double epsilon)
        implements Layer {

    public InstanceNorm() {
        this(false, 1e-5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() < 2 || x.rank() > 4) {
            return Remedies.needsPlaces(x);
        }
        return x.elements() == x.size(0) ? Remedies.needsTwo("two places in each channel", x) : Shapes.of(x);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long channels = inputs.getFirst().size(0);
        return affine
                ? List.of(Weight.parameter("weight", Initialiser.ONES, 1, 1, channels),
                        Weight.parameter("bias", Initialiser.ZEROS, 1, 1, channels))
                : List.of();
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return inputs.getFirst().elements();
    }

    @Override
    public List<String> torch(TorchCode code) {
        String weights = affine ? code.weight("weight") + ", " + code.weight("bias") : "None, None";
        return List.of("torch.instance_norm(" + code.input() + ", " + weights + ", None, None, True, 0.1, " + epsilon
                + ", True)");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return PythonCode.module("nn.InstanceNorm" + (x.rank() - 1) + "d(" + x.size(0)
                + (epsilon == 1e-5 ? "" : ", eps=" + epsilon) + (affine ? ", affine=True" : "") + ")");
    }
}
