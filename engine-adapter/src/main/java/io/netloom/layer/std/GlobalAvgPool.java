package io.netloom.layer.std;

import com.google.auto.service.AutoService;
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
/// a length, height × width, or depth × height × width.
@AutoService(Layer.class)
@Card(category = Category.POOLING, icon = "mdi2a-arrow-collapse-vertical",
        help = "Takes the mean of each channel over all places.", paper = "https://arxiv.org/abs/1312.4400")
public record GlobalAvgPool() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return x.rank() >= 2 && x.rank() <= 4 ? Shapes.of(x.withFeatures(x.size(0))) : Remedies.needsPlaces(x);
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.mean(" + code.input() + ", " + PerAxis.places(code.shape(0)).torch() + ", False)");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("{0}.mean(dim=" + PerAxis.places(inputs.getFirst()).python() + ")");
    }
}
