package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Shape;
import java.util.List;

/// The mean of its inputs, entry by entry; all have one shape.
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2d-division-box",
        help = "Takes the mean of its inputs, entry by entry.")
public record Average() implements Merging {

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.div(" + Merging.super.torch(code).getFirst() + ", " + code.inputs().size() + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("(" + Merging.super.module(inputs).call() + ") / " + inputs.size());
    }

    @Override
    public String torch(String a, String b) {
        return "torch.add(" + a + ", " + b + ")";
    }

    @Override
    public String python(String a, String b) {
        return a + " + " + b;
    }
}
