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
import java.util.Arrays;
import java.util.List;

/// Brings the entries of each example to mean 0 and deviation 1, then scales and shifts each (Ba et al. 2016): those along
/// the last axis, place by place, or all together. Any shape.
@AutoService(Layer.class)
@Card(category = Category.NORMALISATION, icon = "mdi2t-tune-vertical",
        help = "Brings each example, or each place of it, to mean 0 and deviation 1.",
        paper = "https://arxiv.org/abs/1607.06450")
public record LayerNorm(
        @Setting("Normalise along the last axis, each place by itself, or over all axes together.") Over over,
        @Setting(value = "Added to the variance, so that nothing is divided by 0.", min = 1e-12, max = 1) double epsilon) implements Layer {

    /// What is normalised together.
    public enum Over {
        /// The last axis.
        LAST,
        /// All axes but the batch.
        ALL
    }

    public LayerNorm() {
        this(Over.LAST, 1e-5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() == 0 || Shape.product(axes(x)) == 1) {
            return Remedies.needsTwo("two numbers to normalise together", x);
        }
        return Shapes.of(x);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long[] axes = axes(inputs.getFirst());
        return List.of(Weight.parameter("weight", Initialiser.ONES, 1, 1, axes),
                Weight.parameter("bias", Initialiser.ZEROS, 1, 1, axes));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return inputs.getFirst().elements();
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.layer_norm(" + code.input() + ", " + Arrays.toString(axes(code.shape(0))) + ", "
                + code.weight("weight") + ", " + code.weight("bias") + ", " + epsilon + ", True)");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        long[] axes = axes(inputs.getFirst());
        return PythonCode.module("nn.LayerNorm(" + (axes.length == 1 ? axes[0] + "" : Arrays.toString(axes))
                + (epsilon == 1e-5 ? "" : ", eps=" + epsilon) + ")");
    }

    private long[] axes(Shape x) {
        return over == Over.ALL ? x.features() : new long[] {x.size(x.rank() - 1)};
    }
}
