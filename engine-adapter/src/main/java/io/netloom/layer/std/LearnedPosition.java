package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Adds a learned row to each position of a sequence (Gehring et al. 2017), so that positions can be told apart.
@AutoService(Layer.class)
@Card(category = Category.EMBEDDING, icon = "mdi2m-map-marker-path",
        help = "Adds a learned row of numbers to each position of a sequence.",
        paper = "https://arxiv.org/abs/1705.03122")
public record LearnedPosition() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return Sequences.problem(0, x).<Inferred>map(p -> p).orElseGet(() -> Shapes.of(x));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return List.of(
                Weight.parameter("weight", Initialiser.TRUNCATED_NORMAL, 1, x.size(1), x.size(0), x.size(1)));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.add(" + code.input() + ", " + code.weight("weight") + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return PythonCode.module("nn.Embedding(" + x.size(0) + ", " + x.size(1) + ")", "{0} + {self}.weight");
    }
}
