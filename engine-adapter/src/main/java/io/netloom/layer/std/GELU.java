package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.Setting;
import java.util.Locale;

/// `x · Φ(x)`, where Φ is the share of a normal distribution below `x`, entry by entry; any shape. What transformers use.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2c-chart-bell-curve",
        help = "Weighs each number by how likely a normal number is smaller; usual in transformers.",
        paper = "https://arxiv.org/abs/1606.08415")
public record GELU(@Setting("Compute it exactly (none) or by a formula with tanh, as the first GPT did.") Approximation approximate) implements Activation {

    public GELU() {
        this(Approximation.NONE);
    }

    /// The ways to compute it, by PyTorch's names.
    public enum Approximation {
        /// Exactly.
        NONE,
        /// By a formula with tanh.
        TANH;

        String python() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String torch(String x) {
        return "torch.gelu(" + x + ", approximate=\"" + approximate.python() + "\")";
    }

    @Override
    public String python() {
        return "nn.GELU(" + (approximate == Approximation.NONE ? "" : "approximate='" + approximate.python() + "'") + ")";
    }
}
