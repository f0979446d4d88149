package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// The largest value of each channel over all places: channels × places → channels. Places are a length, height × width, or
/// depth × height × width. Of a length a second input may say which places are real: one number each, 1 or, where the place only
/// fills up, 0; at least one must be real.
@AutoService(Layer.class)
@Card(category = Category.POOLING, icon = "mdi2a-arrow-collapse-up",
        help = "Keeps the largest value of each channel.")
public record GlobalMaxPool() implements Layer {

    @Override
    public Arity inputs() {
        return new Arity(1, 2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return Masks.pooled(inputs).<Inferred>map(p -> p).orElseGet(() -> Shapes.of(x.withFeatures(x.size(0))));
    }

    @Override
    public List<String> torch(TorchCode code) {
        if (code.inputs().size() > 1) {
            return List.of("torch.amax(torch.masked_fill(" + code.input() + ", torch.logical_not(" + Masks.real(code)
                    + "), -float(\"inf\")), [2], False)");
        }
        return List.of("torch.amax(" + code.input() + ", " + PerAxis.places(code.shape(0)).torch() + ", False)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        if (inputs.size() > 1) {
            return PythonCode.expression("{0}.masked_fill({1}.unsqueeze(1) == 0, -torch.inf).amax(dim=2)");
        }
        return PythonCode.expression("{0}.amax(dim=" + PerAxis.places(inputs.getFirst()).python() + ")");
    }
}
