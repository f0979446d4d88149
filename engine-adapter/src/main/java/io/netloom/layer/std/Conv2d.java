package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.Padding;
import io.netloom.layer.Setting;
import io.netloom.layer.Size2;
import io.netloom.shape.Shape;

/// A convolution (cross-correlation, as in every framework) over channels × height × width → filters × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.CONVOLUTION, icon = "mdi2g-grid", help = "Slides learned filters over an image.",
        paper = "https://doi.org/10.1109/5.726791")
public record Conv2d(
        @Setting(value = "Number of filters, the channels of the output.", min = 1, max = 65_536) int filters,
        @Setting(value = "Height and width of a filter.", min = 1, max = 512) Size2 kernelSize,
        @Setting(value = "Step from one place to the next.", min = 1, max = 512) Size2 stride,
        @Setting(
                value = "What is added around the edge: same keeps the size (divided by the stride), valid adds nothing.",
                min = 0, max = 512) Padding padding,
        @Setting("What is added: zeros, the inside mirrored, the outermost entry again, or the other end.") PaddingMode paddingMode,
        @Setting(value = "Distance between the entries that a filter looks at; 1 is an ordinary convolution.", min = 1,
                max = 512) Size2 dilation,
        @Setting(value = "Parts into which channels and filters fall, each with connections of its own.", min = 1,
                max = 65_536) int groups,
        @Setting("Add a learned number to each filter.") boolean bias,
        @Setting("How the filters are filled before training.") Initialiser initialiser) implements Convolving {

    public Conv2d() {
        this(32, Size2.of(3), Size2.of(1), new Padding.Same(), PaddingMode.ZEROS, Size2.of(1), 1, true,
                Initialiser.HE_UNIFORM);
    }

    @Override
    public boolean givesItsOutputAway() {
        return true;
    }

    @Override
    public Kernel kernel(Shape x) {
        return new Convolution(filters, PerAxis.of(kernelSize), PerAxis.of(stride), padding, paddingMode,
                PerAxis.of(dilation), groups, bias, initialiser);
    }
}
