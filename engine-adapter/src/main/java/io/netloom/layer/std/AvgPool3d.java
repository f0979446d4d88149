package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.Size3;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import java.util.List;

/// The mean of each window, zeros at the edge counted as in PyTorch: channels × depth × height × width → channels × depth' × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.POOLING, icon = "mdi2b-blur-radial",
        help = "Takes the mean of each window of a volume or a film.")
public record AvgPool3d(@Setting(value = "Depth, height and width of the window.", min = 1, max = 512) Size3 kernelSize,
        @Setting(value = "Step from one window to the next.", min = 1, max = 512) Size3 stride,
        @Setting(value = "Entries added at each edge, at most half a window.", min = 0, max = 256) Size3 padding)
        implements Layer {

    public AvgPool3d() {
        this(Size3.of(2), Size3.of(2), Size3.of(0));
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return pooling().infer(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.avg_pool3d(" + code.input() + ", " + pooling().torch() + ", False, True, None)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.AvgPool3d(" + pooling().python() + ")");
    }

    private Pooling pooling() {
        return new Pooling(PerAxis.of(kernelSize), PerAxis.of(stride), PerAxis.of(padding));
    }
}
