package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// An ELU whose two constants keep mean 0 and deviation 1 from layer to layer; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-areaspline-variant",
        help = "An ELU that keeps numbers at mean 0 and deviation 1 through many Dense layers.",
        paper = "https://arxiv.org/abs/1706.02515")
public record SELU() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.selu(" + x + ")";
    }

    @Override
    public String python() {
        return "nn.SELU()";
    }
}
