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

/// A convolution in which each channel has filters of its own: channels × height × width → channels · multiplier × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.CONVOLUTION, icon = "mdi2l-layers-triple-outline",
        help = "Slides learned filters over each channel of an image by itself.",
        paper = "https://arxiv.org/abs/1704.04861")
public record DepthwiseConv2d(
        @Setting(value = "Number of filters for each channel.", min = 1, max = 1024) int multiplier,
        @Setting(value = "Height and width of a filter.", min = 1, max = 512) Size2 kernelSize,
        @Setting(value = "Step from one place to the next.", min = 1, max = 512) Size2 stride,
        @Setting(value = "Zeros around the edge: same keeps the size (divided by the stride), valid adds none.",
                min = 0, max = 512) Padding padding,
        @Setting(value = "Distance between the entries that a filter looks at; 1 is an ordinary convolution.", min = 1,
                max = 512) Size2 dilation,
        @Setting("Add a learned number to each filter.") boolean bias,
        @Setting("How the filters are filled before training.") Initialiser initialiser) implements Convolving {

    public DepthwiseConv2d() {
        this(1, Size2.of(3), Size2.of(1), new Padding.Same(), Size2.of(1), true, Initialiser.HE_UNIFORM);
    }

    @Override
    public Kernel kernel(Shape x) {
        return Convolution.depthwise(x, multiplier, PerAxis.of(kernelSize), PerAxis.of(stride), padding,
                PerAxis.of(dilation), bias, initialiser);
    }
}
