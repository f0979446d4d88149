package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// `x · tanh(softplus(x))`, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2v-vector-curve",
        help = "A smooth ReLU that dips a little below 0, smoother than SiLU.",
        paper = "https://arxiv.org/abs/1908.08681")
public record Mish() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.mish(" + x + ")";
    }

    @Override
    public String python() {
        return "nn.Mish()";
    }
}
