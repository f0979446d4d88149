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
import java.util.List;

/// The largest value of each window: channels × height × width → channels × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.POOLING, icon = "mdi2a-arrow-collapse-all",
        help = "Keeps the largest value of each window of an image.")
public record MaxPool2d(@Setting(value = "Height and width of the window.", min = 1, max = 512) Size2 kernelSize,
        @Setting(value = "Step from one window to the next.", min = 1, max = 512) Size2 stride,
        @Setting(value = "Rows and columns added at each edge, at most half a window.", min = 0,
                max = 256) Size2 padding)
        implements Layer {

    public MaxPool2d() {
        this(Size2.of(2), Size2.of(2), Size2.of(0));
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return pooling().infer(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.max_pool2d(" + code.input() + ", " + pooling().torch() + ", [1, 1], False)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.MaxPool2d(" + pooling().python() + ")");
    }

    private Pooling pooling() {
        return new Pooling(PerAxis.of(kernelSize), PerAxis.of(stride), PerAxis.of(padding));
    }
}
