package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// The product of its inputs, entry by entry; all have one shape. What makes a gate.
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2m-multiplication-box",
        help = "Multiplies its inputs, entry by entry.")
public record Multiply() implements Merging {

    @Override
    public String torch(String a, String b) {
        return "torch.mul(" + a + ", " + b + ")";
    }

    @Override
    public String python(String a, String b) {
        return a + " * " + b;
    }
}
