package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// `x · sigmoid(x)`, also called swish, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-timeline-variant",
        help = "A smooth ReLU that dips a little below 0; also called swish.",
        paper = "https://arxiv.org/abs/1710.05941")
public record SiLU() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.silu(" + x + ")";
    }

    @Override
    public String python() {
        return "nn.SiLU()";
    }
}
