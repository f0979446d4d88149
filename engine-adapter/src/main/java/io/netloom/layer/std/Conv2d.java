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
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.List;

/// A convolution (cross-correlation, as in every framework) over channels × height × width → filters × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.CONVOLUTION, icon = "mdi2g-grid", help = "Slides learned filters over an image.",
        paper = "https://doi.org/10.1109/5.726791")
public record Conv2d(
        @Setting(value = "Number of filters, the channels of the output.", min = 1, max = 65_536) int filters,
        @Setting(value = "Height and width of a filter.", min = 1, max = 512) Size2 kernelSize,
        @Setting(value = "Step from one place to the next.", min = 1, max = 512) Size2 stride,
        @Setting(value = "Zeros around the edge: same keeps the size (divided by the stride), valid adds none.",
                min = 0, max = 512) Padding padding,
        @Setting(value = "Distance between the entries that a filter looks at; 1 is an ordinary convolution.", min = 1,
                max = 512) Size2 dilation,
        @Setting(value = "Parts into which channels and filters fall, each with connections of its own.", min = 1,
                max = 65_536) int groups,
        @Setting("Add a learned number to each filter.") boolean bias,
        @Setting("How the filters are filled before training.") Initialiser initialiser) implements Layer {

    public Conv2d() {
        this(32, Size2.of(3), Size2.of(1), new Padding.Same(), Size2.of(1), 1, true, Initialiser.HE_UNIFORM);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() != 3) {
            return Remedies.needsImage(x);
        }
        if (x.size(0) % groups != 0 || filters % groups != 0) {
            return Problem.setting("groups to divide both its " + x.size(0) + " channels and its " + filters
                    + " filters", "groups is " + groups, new Remedy.Change("groups", "1"));
        }
        if (rows(x).output() < 1 || columns(x).output() < 1) {
            return Problem.shape("an image that its " + kernelSize + " kernel fits into", "receives " + x,
                    new Remedy.Change("padding", "same"));
        }
        return Shapes.of(x.withFeatures(filters, rows(x).output(), columns(x).output()));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long channels = inputs.getFirst().size(0) / groups;
        long kernel = (long) kernelSize.height() * kernelSize.width();
        long fanIn = channels * kernel;
        long fanOut = filters / groups * kernel;
        var weights = new ArrayList<Weight>();
        weights.add(Weight.parameter("weight", initialiser, fanIn, fanOut, filters, channels, kernelSize.height(),
                kernelSize.width()));
        if (bias) {
            weights.add(Weight.parameter("bias", Initialiser.ZEROS, fanIn, fanOut, filters));
        }
        return weights;
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return Shape.product(outputs.getFirst().elements(), inputs.getFirst().size(0) / groups, kernelSize.height(),
                kernelSize.width());
    }

    @Override
    public List<String> torch(TorchCode code) {
        Window rows = rows(code.shape(0));
        Window columns = columns(code.shape(0));
        boolean symmetric = rows.symmetric() && columns.symmetric();
        String x = symmetric ? code.input()
                : code.let("torch.constant_pad_nd(" + code.input() + ", [" + columns.before() + ", " + columns.after()
                        + ", " + rows.before() + ", " + rows.after() + "], 0)");
        String edge = symmetric ? "[" + rows.before() + ", " + columns.before() + "]" : "[0, 0]";
        return List.of("torch.conv2d(" + x + ", " + code.weight("weight") + ", "
                + (bias ? code.weight("bias") : "None") + ", " + stride.torch() + ", " + edge + ", "
                + dilation.torch() + ", " + groups + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        Window rows = rows(x);
        Window columns = columns(x);
        boolean symmetric = rows.symmetric() && columns.symmetric();
        var line = new StringBuilder("nn.Conv2d(" + x.size(0) + ", " + filters + ", " + kernelSize.python());
        if (!stride.equals(Size2.of(1))) {
            line.append(", stride=").append(stride.python());
        }
        if (symmetric && rows.before() + columns.before() > 0) {
            line.append(", padding=").append(new Size2((int) rows.before(), (int) columns.before()).python());
        }
        if (!dilation.equals(Size2.of(1))) {
            line.append(", dilation=").append(dilation.python());
        }
        if (groups > 1) {
            line.append(", groups=").append(groups);
        }
        line.append(bias ? ")" : ", bias=False)");
        return symmetric ? PythonCode.module(line.toString())
                : PythonCode.module(line.toString(), "{self}(F.pad({0}, (" + columns.before() + ", "
                        + columns.after() + ", " + rows.before() + ", " + rows.after() + ")))");
    }

    private Window rows(Shape x) {
        return Window.of(x.size(1), kernelSize.height(), stride.height(), dilation.height(), padding, true);
    }

    private Window columns(Shape x) {
        return Window.of(x.size(2), kernelSize.width(), stride.width(), dilation.width(), padding, false);
    }
}
