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

/// The mean of each channel over all places: channels × places → channels (Lin et al. 2013, "Network in Network"). Places are
/// a length, height × width, or depth × height × width. Of a length a second input may say which places are real: one number each, 1
/// or, where the place only fills up and does not count, 0.
@AutoService(Layer.class)
@Card(category = Category.POOLING, icon = "mdi2a-arrow-collapse-vertical",
        help = "Takes the mean of each channel over all places.", paper = "https://arxiv.org/abs/1312.4400")
public record GlobalAvgPool() implements Layer {

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
            String real = Masks.real(code);
            return List
                    .of("torch.div(torch.sum(torch.mul(" + code.input() + ", " + real + "), [2], False, dtype=None), "
                            + "torch.clamp(torch.sum(" + real + ", [2], False, dtype=None), 1, None))");
        }
        return List.of("torch.mean(" + code.input() + ", " + PerAxis.places(code.shape(0)).torch() + ", False)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        if (inputs.size() > 1) {
            return PythonCode.expression("({0} * ({1} != 0).unsqueeze(1)).sum(dim=2)"
                    + " / ({1} != 0).sum(dim=1, keepdim=True).clamp(min=1)");
        }
        return PythonCode.expression("{0}.mean(dim=" + PerAxis.places(inputs.getFirst()).python() + ")");
    }
}
