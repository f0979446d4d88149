package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// `1 / (1 + exp(-x))`, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-bell-curve-cumulative",
        help = "Squeezes every number into 0 to 1.")
public record Sigmoid() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.sigmoid(" + x + ")";
    }

    @Override
    public String python() {
        return "nn.Sigmoid()";
    }

    @Override
    public boolean probabilities() {
        return true;
    }
}
