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

/// Puts a learned row before a sequence: positions × features → positions + 1 × features. Behind transformer blocks, it
/// stands for the whole (Devlin et al. 2018).
@AutoService(Layer.class)
@Card(category = Category.EMBEDDING, icon = "mdi2t-tag-plus-outline",
        help = "Puts a learned row before a sequence, to stand for the whole.",
        paper = "https://arxiv.org/abs/1810.04805")
public record ClassToken() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return Sequences.problem(0, x).<Inferred>map(p -> p)
                .orElseGet(() -> Shapes.of(x.withFeatures(x.size(0) + 1, x.size(1))));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long features = inputs.getFirst().size(1);
        return List.of(Weight.parameter("weight", Initialiser.TRUNCATED_NORMAL, 1, features, 1, features));
    }

    @Override
    public List<String> torch(TorchCode code) {
        String x = code.input();
        return List.of("torch.cat([torch.expand(" + code.weight("weight") + ", [torch.size(" + x + ", 0), 1, -1]), "
                + x + "], 1)");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Embedding(1, " + inputs.getFirst().size(1) + ")",
                "torch.cat([{self}.weight.expand(len({0}), 1, -1), {0}], dim=1)");
    }
}
