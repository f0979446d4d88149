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

/// Weighs the channels of an image by what the whole image shows (Hu et al. 2017): the mean of each channel goes through a
/// narrow and a wide layer, and out of a sigmoid comes what the channel is multiplied with.
@AutoService(Layer.class)
@Card(category = Category.ATTENTION, icon = "mdi2t-tune-vertical",
        help = "Turns the channels of an image up and down by what the whole image shows.",
        paper = "https://arxiv.org/abs/1709.01507")
public record SqueezeExcitation(
        @Setting(value = "How many times narrower than the channels the narrow layer is.", min = 1,
                max = 1024) int reduction)
        implements Layer {

    public SqueezeExcitation() {
        this(16);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return x.rank() == 3 ? Shapes.of(x) : Remedies.needsImage(x);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long channels = inputs.getFirst().size(0);
        long narrow = narrow(channels);
        return List.of(Weight.parameter("1.weight", Initialiser.HE_UNIFORM, channels, narrow, narrow, channels, 1, 1),
                Weight.parameter("1.bias", Initialiser.ZEROS, channels, narrow, narrow),
                Weight.parameter("3.weight", Initialiser.XAVIER_UNIFORM, narrow, channels, channels, narrow, 1, 1),
                Weight.parameter("3.bias", Initialiser.ZEROS, narrow, channels, channels));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        long channels = inputs.getFirst().size(0);
        return Shape.sum(Shape.product(2, channels, narrow(channels)), inputs.getFirst().elements());
    }

    @Override
    public List<String> torch(TorchCode code) {
        String means = code.let("torch.mean(" + code.input() + ", [2, 3], True)");
        String narrow = code.let("torch.relu(" + pointwise(code, means, "1") + ")");
        String shares = code.let("torch.sigmoid(" + pointwise(code, narrow, "3") + ")");
        return List.of("torch.mul(" + code.input() + ", " + shares + ")");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        long channels = inputs.getFirst().size(0);
        long narrow = narrow(channels);
        return PythonCode.module("nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(" + channels + ", " + narrow
                + ", 1), nn.ReLU(), nn.Conv2d(" + narrow + ", " + channels + ", 1), nn.Sigmoid())",
                "{0} * {self}({0})");
    }

    private long narrow(long channels) {
        return Math.max(1, channels / reduction);
    }

    private static String pointwise(TorchCode code, String x, String name) {
        return "torch.conv2d(" + code.heavy(x) + ", " + code.heavy(code.weight(name + ".weight")) + ", "
                + code.heavy(code.weight(name + ".bias"))
                + ", [1, 1], [0, 0], [1, 1], 1)";
    }
}
