package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.Padding;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.Size2;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.stream.Stream;

/// A convolution in two parts: one over places, each channel by itself and without bias, then one over channels, each
/// place by itself (Chollet 2016): channels × height × width → filters × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.CONVOLUTION, icon = "mdi2l-layers-outline",
        help = "Convolves each channel by itself, then joins the channels: far fewer weights than Conv2d.",
        paper = "https://arxiv.org/abs/1610.02357")
public record SeparableConv2d(
        @Setting(value = "Number of filters, the channels of the output.", min = 1, max = 65_536) int filters,
        @Setting(value = "Height and width of a filter.", min = 1, max = 512) Size2 kernelSize,
        @Setting(value = "Step from one place to the next.", min = 1, max = 512) Size2 stride,
        @Setting(value = "Zeros around the edge: same keeps the size (divided by the stride), valid adds none.",
                min = 0, max = 512) Padding padding,
        @Setting(value = "Distance between the entries that a filter looks at; 1 is an ordinary convolution.", min = 1,
                max = 512) Size2 dilation,
        @Setting(value = "Number of filters for each channel in the first part.", min = 1, max = 1024) int multiplier,
        @Setting("Add a learned number to each filter of the second part.") boolean bias,
        @Setting("How the filters are filled before training.") Initialiser initialiser) implements Layer {

    public SeparableConv2d() {
        this(32, Size2.of(3), Size2.of(1), new Padding.Same(), Size2.of(1), 1, true, Initialiser.HE_UNIFORM);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return switch (depthwise(inputs.getFirst()).infer(inputs.getFirst())) {
            case Shapes(List<Shape> between) -> pointwise().infer(between.getFirst());
            case Problem problem -> problem;
        };
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return Stream.concat(depthwise(x).weights(x, "0.").stream(), pointwise().weights(between(x), "1.").stream())
                .toList();
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        Shape x = inputs.getFirst();
        return Shape.sum(depthwise(x).multiplyAdds(x, between(x)),
                pointwise().multiplyAdds(between(x), outputs.getFirst()));
    }

    @Override
    public List<String> torch(TorchCode code) {
        Shape x = code.shape(0);
        String between = code.let(depthwise(x).torch(code, code.input(), x, "0."));
        return List.of(pointwise().torch(code, between, between(x), "1."));
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        String line = "nn.Sequential(" + depthwise(x).python(x) + ", " + pointwise().python(between(x)) + ")";
        return depthwise(x).edge(x).module(line);
    }

    private Convolution depthwise(Shape x) {
        return Convolution.depthwise(x, multiplier, PerAxis.of(kernelSize), PerAxis.of(stride), padding,
                PerAxis.of(dilation), false, initialiser);
    }

    private Convolution pointwise() {
        return new Convolution(filters, PerAxis.of(Size2.of(1)), PerAxis.of(Size2.of(1)), new Padding.Valid(),
                PaddingMode.ZEROS, PerAxis.of(Size2.of(1)), 1, bias, initialiser);
    }

    /// The shape between the two parts.
    private Shape between(Shape x) {
        return depthwise(x).output(x);
    }
}
