package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import java.util.List;

/// The mean of each window, zeros at the edge counted as in PyTorch: channels × length → channels × length'.
@AutoService(Layer.class)
@Card(category = Category.POOLING, icon = "mdi2b-blur-linear", help = "Takes the mean of each window along a sequence.")
public record AvgPool1d(@Setting(value = "Length of the window.", min = 1, max = 512) int kernelSize,
        @Setting(value = "Step from one window to the next.", min = 1, max = 512) int stride,
        @Setting(value = "Entries added at each end, at most half a window.", min = 0, max = 256) int padding)
        implements Layer {

    public AvgPool1d() {
        this(2, 2, 0);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return pooling().infer(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.avg_pool1d(" + code.input() + ", " + pooling().torch() + ", False, True)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.AvgPool1d(" + pooling().python() + ")");
    }

    private Pooling pooling() {
        return new Pooling(PerAxis.of(kernelSize), PerAxis.of(stride), PerAxis.of(padding));
    }
}
