package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// `log(1 + exp(x))`, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2s-slope-uphill",
        help = "Makes every number positive; a smooth ReLU.",
        paper = "https://proceedings.mlr.press/v15/glorot11a.html")
public record Softplus() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.softplus(" + x + ", 1, 20)";
    }

    @Override
    public String python() {
        return "nn.Softplus()";
    }
}
