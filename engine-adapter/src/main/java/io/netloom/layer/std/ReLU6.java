package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// `min(max(x, 0), 6)`, entry by entry; any shape. What MobileNets use.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2s-square-wave",
        help = "Keeps what is between 0 and 6 and makes the rest 0 or 6.",
        paper = "https://arxiv.org/abs/1704.04861")
public record ReLU6() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.relu6(" + x + ")";
    }

    @Override
    public String python() {
        return "nn.ReLU6()";
    }
}
