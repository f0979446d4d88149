package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.Setting;
import io.netloom.shape.Shape;

/// The way back from a convolution's output to its input, over channels × length → filters × length'; with a stride the
/// sequence grows.
@AutoService(Layer.class)
@Card(category = Category.CONVOLUTION, icon = "mdi2a-arrow-expand-horizontal",
        help = "Makes a sequence longer with learned filters.",
        paper = "https://arxiv.org/abs/1603.07285")
public record ConvTranspose1d(
        @Setting(value = "Number of filters, the channels of the output.", min = 1, max = 65_536) int filters,
        @Setting(value = "Length of a filter.", min = 1, max = 512) int kernelSize,
        @Setting(value = "How many times larger the output becomes: the step from one place of it to the next.",
                min = 1, max = 512) int stride,
        @Setting(value = "Entries taken away from each edge of the output.", min = 0, max = 512) int padding,
        @Setting(value = "Entries added at one edge of the output, where several sizes are possible.", min = 0,
                max = 511) int outputPadding,
        @Setting(value = "Distance between the entries that a filter writes to; 1 is an ordinary convolution.", min = 1,
                max = 512) int dilation,
        @Setting(value = "Parts into which channels and filters fall, each with connections of its own.", min = 1,
                max = 65_536) int groups,
        @Setting("Add a learned number to each filter.") boolean bias,
        @Setting("How the filters are filled before training.") Initialiser initialiser) implements Convolving {

    public ConvTranspose1d() {
        this(32, 2, 2, 0, 0, 1, 1, true, Initialiser.HE_UNIFORM);
    }

    @Override
    public Kernel kernel(Shape x) {
        return new Transposed(filters, PerAxis.of(kernelSize), PerAxis.of(stride), PerAxis.of(padding),
                PerAxis.of(outputPadding), PerAxis.of(dilation), groups, bias, initialiser);
    }
}
