package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// The first input less the second, entry by entry; both have one shape.
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2m-minus-circle-outline",
        help = "Takes the second input away from the first, entry by entry.")
public record Subtract() implements Merging {

    @Override
    public Arity inputs() {
        return Arity.TWO;
    }

    @Override
    public String torch(String a, String b) {
        return "torch.sub(" + a + ", " + b + ")";
    }

    @Override
    public String python(String a, String b) {
        return a + " - " + b;
    }
}
