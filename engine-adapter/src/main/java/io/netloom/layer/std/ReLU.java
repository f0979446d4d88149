package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.TorchCode;
import java.util.List;

/// `max(x, 0)`, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-line-variant",
        help = "Keeps what is positive and makes the rest 0.",
        paper = "https://proceedings.mlr.press/v15/glorot11a.html")
public record ReLU() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.relu(" + x + ")";
    }

    @Override
    public List<String> torchInPlace(TorchCode code) {
        return List.of("torch.relu_(" + code.input() + ")");
    }

    @Override
    public String python() {
        return "nn.ReLU()";
    }
}
