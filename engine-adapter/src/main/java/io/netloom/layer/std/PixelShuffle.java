package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.Map;

/// Lays channels out as places: channels · factor² × height × width → channels × height · factor × width · factor (Shi et
/// al. 2016). Behind a convolution it makes an image larger.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2s-shuffle-variant",
        help = "Makes an image larger by laying its channels out as places.",
        paper = "https://arxiv.org/abs/1609.05158")
public record PixelShuffle(@Setting(value = "How many times higher and wider.", min = 1, max = 64) int factor)
        implements Layer {

    public PixelShuffle() {
        this(2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() != 3) {
            return Remedies.needsImage(x);
        }
        long square = (long) factor * factor;
        if (x.size(0) % square != 0) {
            String filters = Long.toString(Math.ceilDiv(x.size(0), square) * square);
            return Problem.shape("a number of channels that " + square + " divides", "receives " + x,
                    new Remedy.InsertBefore(0, "Conv2d", Map.of("filters", filters)));
        }
        return Shapes.of(x.withFeatures(x.size(0) / square, x.size(1) * factor, x.size(2) * factor));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.pixel_shuffle(" + code.input() + ", " + factor + ")");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.PixelShuffle(" + factor + ")");
    }
}
