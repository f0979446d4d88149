package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;

/// The sum of its inputs, entry by entry; all have one shape. What makes a skip connection (He et al. 2015).
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2p-plus-circle-outline",
        help = "Adds its inputs, entry by entry.",
        paper = "https://arxiv.org/abs/1512.03385")
public record Add() implements Merging {

    @Override
    public String torch(String a, String b) {
        return "torch.add(" + a + ", " + b + ")";
    }

    @Override
    public boolean givesItsOutputAway() {
        return true;
    }

    @Override
    public String python(String a, String b) {
        return a + " + " + b;
    }
}
