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
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Normalises each channel over the batch and all places, then scales and shifts it (Ioffe and Szegedy 2015); running
/// statistics serve outside training. Features, channels × length, or channels × height × width (× depth).
@AutoService(Layer.class)
@Card(category = Category.NORMALISATION, icon = "mdi2s-scale-balance",
        help = "Brings each channel to mean 0 and deviation 1 over the batch.",
        paper = "https://arxiv.org/abs/1502.03167")
public record BatchNorm(
        @Setting(value = "Share of the newest batch in the running statistics.", min = 0, max = 1) double momentum,
        @Setting(value = "Added to the variance, so that nothing is divided by 0.", min = 1e-12,
                max = 1) double epsilon)
        implements Layer {

    public BatchNorm() {
        this(0.1, 1e-5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() < 1 || x.rank() > 4) {
            return Problem.shape("1 to 4 axes for each example", "receives " + x, Remedies.before("Flatten"));
        }
        return Shapes.of(x);
    }

    @Override
    public boolean comparesExamples() {
        return true;
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long channels = inputs.getFirst().size(0);
        return List.of(Weight.parameter("weight", Initialiser.ONES, 1, 1, channels),
                Weight.parameter("bias", Initialiser.ZEROS, 1, 1, channels),
                Weight.buffer("running_mean", Initialiser.ZEROS, channels),
                Weight.buffer("running_var", Initialiser.ONES, channels));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return inputs.getFirst().elements();
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.batch_norm(" + code.input() + ", " + code.weight("weight") + ", " + code.weight("bias")
                + ", " + code.weight("running_mean") + ", " + code.weight("running_var") + ", " + code.training()
                + ", " + momentum + ", " + epsilon + ", True)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public boolean givesItsOutputAway() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        String settings = (momentum == 0.1 ? "" : ", momentum=" + momentum)
                + (epsilon == 1e-5 ? "" : ", eps=" + epsilon);
        return PythonCode.module("nn.BatchNorm" + Math.max(1, x.rank() - 1) + "d(" + x.size(0) + settings + ")");
    }
}
