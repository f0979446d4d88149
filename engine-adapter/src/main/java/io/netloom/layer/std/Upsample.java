package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.Size2;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Makes an image a whole number of times larger, without weights: channels × height × width → channels × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2r-resize", help = "Makes an image larger, without weights.")
public record Upsample(@Setting(value = "How many times higher and wider.", min = 1, max = 64) Size2 scale,
        @Setting("Repeat each entry, or pass smoothly from one to the next.") Mode mode) implements Layer {

    /// How entries between entries are found, by PyTorch's names.
    public enum Mode {
        /// The nearest entry again.
        NEAREST,
        /// A mean of the four around, weighted by how near they are.
        BILINEAR
    }

    public Upsample() {
        this(Size2.of(2), Mode.NEAREST);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return x.rank() == 3
                ? Shapes.of(x.withFeatures(x.size(0), x.size(1) * scale.height(), x.size(2) * scale.width()))
                : Remedies.needsImage(x);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return mode == Mode.NEAREST ? 0 : Shape.product(outputs.getFirst().elements(), 4);
    }

    @Override
    public List<String> torch(TorchCode code) {
        Shape x = code.shape(0);
        String size = "[" + x.size(1) * scale.height() + ", " + x.size(2) * scale.width() + "]";
        String factors = scale.height() + ".0, " + scale.width() + ".0";
        return List.of(switch (mode) {
            case NEAREST -> "torch.upsample_nearest2d(" + code.input() + ", " + size + ", " + factors + ")";
            case BILINEAR -> "torch.upsample_bilinear2d(" + code.input() + ", " + size + ", False, " + factors + ")";
        });
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Upsample(scale_factor=" + PerAxis.of(scale).python()
                + (mode == Mode.NEAREST ? "" : ", mode='bilinear'") + ")");
    }
}
