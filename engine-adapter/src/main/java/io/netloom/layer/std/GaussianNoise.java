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
import io.netloom.shape.Shapes;
import java.util.List;

/// In training, adds normal noise of mean 0 to every entry (Bishop 1995); otherwise lets all pass. Any shape.
@AutoService(Layer.class)
@Card(category = Category.REGULARISATION, icon = "mdi2p-pulse",
        help = "Adds random noise while training, against overfitting.",
        paper = "https://doi.org/10.1162/neco.1995.7.1.108")
public record GaussianNoise(
        @Setting(value = "Standard deviation of the noise.", min = 0, max = 100) double deviation) implements Layer {

    public GaussianNoise() {
        this(0.1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Shapes.of(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        String noise = "torch.mul(torch.randn_like(" + code.input() + "), " + deviation + ")";
        return List.of(code.whenTraining("torch.add(" + code.input() + ", " + noise + ")", code.input()));
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("{0} + " + deviation + " * torch.randn_like({0}) if self.training else {0}");
    }

    @Override
    public boolean random() {
        return true;
    }
}
