package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// The hyperbolic tangent, entry by entry; any shape.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2s-sine-wave",
        help = "Squeezes every number into -1 to 1.")
public record Tanh() implements Activation {

    @Override
    public String torch(String x) {
        return "torch.tanh(" + x + ")";
    }

    @Override
    public String python() {
        return "nn.Tanh()";
    }
}
