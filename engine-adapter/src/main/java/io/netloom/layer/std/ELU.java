package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.Setting;

/// `x` where it is positive, `alpha · (exp(x) - 1)` elsewhere, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-areaspline",
        help = "Keeps what is positive and bends the rest smoothly towards a floor.",
        paper = "https://arxiv.org/abs/1511.07289")
public record ELU(@Setting(value = "How far below 0 the floor lies.", min = 0, max = 100) double alpha)
        implements Activation {

    public ELU() {
        this(1);
    }

    @Override
    public String torch(String x) {
        return "torch.elu(" + x + ", " + alpha + ", 1, 1)";
    }

    @Override
    public String python() {
        return "nn.ELU(alpha=" + alpha + ")";
    }
}
