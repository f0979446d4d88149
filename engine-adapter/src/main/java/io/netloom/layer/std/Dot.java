package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.Arrays;
import java.util.List;

/// The sum of the products of two inputs of one shape along their last axis: how alike they are. Two rows of features give
/// one number, sequences one number a step; the other axes stay.
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2a-angle-acute",
        help = "Says how alike its two inputs are: the dot product, or the cosine, along the last axis.")
public record Dot(
        @Setting("Divide by both lengths, which gives the cosine, between -1 and 1.") boolean normalise)
        implements Layer {

    public Dot() {
        this(false);
    }

    @Override
    public Arity inputs() {
        return Arity.TWO;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return Remedies.unequal(inputs).<Inferred>map(problem -> problem).orElseGet(() -> Shapes
                .of(x.rank() < 2 ? x.withFeatures(1) : x.withFeatures(Arrays.copyOf(x.features(), x.rank() - 1))));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return Shape.product(inputs.getFirst().elements(), normalise ? 3 : 1);
    }

    @Override
    public List<String> torch(TorchCode code) {
        String a = code.inputs().get(0);
        String b = code.inputs().get(1);
        String dot = code.let(normalise
                ? "torch.cosine_similarity(" + a + ", " + b + ", -1, 1e-08)"
                : "torch.sum(torch.mul(" + a + ", " + b + "), [-1], False)");
        return List.of(code.shape(0).rank() < 2 ? "torch.reshape(" + dot + ", [-1, 1])" : dot);
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        String dot = normalise ? "F.cosine_similarity({0}, {1}, dim=-1)" : "({0} * {1}).sum(dim=-1)";
        return PythonCode.expression(dot + (inputs.getFirst().rank() < 2 ? ".reshape(-1, 1)" : ""));
    }
}
