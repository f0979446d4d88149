package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.Size2;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Cuts an image into patches and joins each to units: channels × height × width → patches × size, row by row
/// (Dosovitskiy et al. 2020).
@AutoService(Layer.class)
@Card(category = Category.EMBEDDING, icon = "mdi2v-view-grid-plus-outline",
        help = "Turns an image into a sequence, one row of numbers a patch.",
        paper = "https://arxiv.org/abs/2010.11929")
public record PatchEmbedding(
        @Setting(value = "Height and width of a patch; they divide those of the image.", min = 1,
                max = 512) Size2 patchSize,
        @Setting(value = "Numbers for each patch.", min = 1, max = 65_536) int size) implements Layer {

    public PatchEmbedding() {
        this(Size2.of(4), 64);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() != 3) {
            return Remedies.needsImage(x);
        }
        var fitting = new Size2(divisor(x.size(1), patchSize.height()), divisor(x.size(2), patchSize.width()));
        if (!fitting.equals(patchSize)) {
            return Problem.setting("a patchSize that divides its image of " + x.size(1) + "×" + x.size(2),
                    "it is " + patchSize, new Remedy.Change("patchSize", fitting.toString()));
        }
        return Shapes.of(x.withFeatures(x.size(1) / patchSize.height() * (x.size(2) / patchSize.width()), size));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long channels = inputs.getFirst().size(0);
        long entries = Shape.product(channels, patchSize.height(), patchSize.width());
        return List.of(Weight.parameter("weight", Initialiser.XAVIER_UNIFORM, entries, size, size, channels,
                patchSize.height(), patchSize.width()),
                Weight.parameter("bias", Initialiser.ZEROS, entries, size, size));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return Shape.product(inputs.getFirst().elements(), size);
    }

    @Override
    public List<String> torch(TorchCode code) {
        String patches = code
                .let("torch.conv2d(" + code.heavy(code.input()) + ", " + code.heavy(code.weight("weight")) + ", "
                        + code.heavy(code.weight("bias")) + ", " + patchSize.torch() + ", [0, 0], [1, 1], 1)");
        return List.of("torch.transpose(torch.flatten(" + patches + ", 2, -1), 1, 2)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Conv2d(" + inputs.getFirst().size(0) + ", " + size + ", " + patchSize.python()
                + ", stride=" + patchSize.python() + ")", "{self}({0}).flatten(2).transpose(1, 2)");
    }

    /// The largest number up to `most` that divides `size`.
    private static int divisor(long size, int most) {
        int divisor = (int) Math.min(size, most);
        while (size % divisor != 0) {
            divisor--;
        }
        return divisor;
    }
}
