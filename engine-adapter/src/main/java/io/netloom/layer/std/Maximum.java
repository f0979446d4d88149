package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// The largest of its inputs, entry by entry; all have one shape.
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2a-arrow-up-circle-outline",
        help = "Keeps the largest of its inputs, entry by entry.")
public record Maximum() implements Merging {

    @Override
    public String torch(String a, String b) {
        return "torch.maximum(" + a + ", " + b + ")";
    }

    @Override
    public String python(String a, String b) {
        return "torch.maximum(" + a + ", " + b + ")";
    }
}
