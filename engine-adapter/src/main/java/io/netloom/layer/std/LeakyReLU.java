package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.Setting;

/// `x` where it is positive, `negativeSlope · x` elsewhere, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2t-trending-up",
        help = "Keeps what is positive and shrinks the rest, so that gradients pass everywhere.",
        paper = "https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf")
public record LeakyReLU(
        @Setting(value = "What negative numbers are multiplied by.", min = 0, max = 1) double negativeSlope)
        implements Activation {

    public LeakyReLU() {
        this(0.01);
    }

    @Override
    public String torch(String x) {
        return "torch.leaky_relu(" + x + ", " + negativeSlope + ")";
    }

    @Override
    public String python() {
        return "nn.LeakyReLU(" + negativeSlope + ")";
    }
}
