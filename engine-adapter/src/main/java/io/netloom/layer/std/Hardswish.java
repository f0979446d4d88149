package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// `x · min(max(x + 3, 0), 6) / 6`, entry by entry; any shape. What MobileNetV3 uses.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-timeline",
        help = "SiLU in straight pieces, cheap to compute.",
        paper = "https://arxiv.org/abs/1905.02244")
public record Hardswish() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.hardswish(" + x + ")";
    }

    @Override
    public String python() {
        return "nn.Hardswish()";
    }
}
