package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.Optional;

/// Attention of one sequence to another, in several heads (Vaswani et al. 2017): the first input asks, the second, which
/// may have other positions and features, answers; what comes out has the first one's shape. A third input may say which
/// positions of the second are real: one number each, 1 or, where the position only fills up, 0. A model with it needs
/// libtorch 2.0 or newer.
@AutoService(Layer.class)
@Card(category = Category.ATTENTION, icon = "mdi2e-eye-plus-outline",
        help = "Lets each position of the first sequence look at the second; a third input may mark with 0 what only"
                + " fills up.",
        paper = "https://arxiv.org/abs/1706.03762")
public record CrossAttention(
        @Setting(value = "Parts into which the features fall, each of which looks on its own.", min = 1,
                max = 1024) int heads,
        @Setting(value = "Share of what is seen that is made 0 while training.", min = 0, max = 0.99) double dropout)
        implements Layer {

    public CrossAttention() {
        this(4, 0);
    }

    @Override
    public Arity inputs() {
        return new Arity(2, 3);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        Shape memory = inputs.get(1);
        return Sequences.problem(0, x).or(() -> Sequences.problem(1, memory))
                .or(() -> Attention.problem(heads, x.size(1)))
                .or(() -> inputs.size() == 2 ? Optional.empty()
                        : Attention.maskProblem(2, inputs.get(2), memory.size(0)))
                .<Inferred>map(p -> p).orElseGet(() -> Shapes.of(x));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        return attention(inputs.getFirst(), inputs.get(1)).weights();
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return attention(inputs.getFirst(), inputs.get(1)).multiplyAdds(inputs.getFirst().size(0),
                inputs.get(1).size(0));
    }

    @Override
    public List<String> torch(TorchCode code) {
        Shape x = code.shape(0);
        Shape memory = code.shape(1);
        return List.of(attention(x, memory).toOthers(code, code.input(), x.size(0), code.inputs().get(1),
                memory.size(0), code.inputs().stream().skip(2).findFirst()));
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module(attention(inputs.getFirst(), inputs.get(1)).python(), "{self}({0}, {1}, {1}"
                + (inputs.size() == 2 ? "" : ", key_padding_mask={2} == 0") + ", need_weights=False)[0]");
    }

    @Override
    public boolean random() {
        return dropout > 0;
    }

    private Attention attention(Shape x, Shape memory) {
        return new Attention("", heads, dropout, x.size(1), memory.size(1));
    }
}
