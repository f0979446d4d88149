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

/// Attention of a sequence to itself, in several heads (Vaswani et al. 2017): positions × features → the same. A second
/// input may say which positions are real: one number each, 1 or, where the position only fills up, 0. A model with it needs
/// libtorch 2.0 or newer.
@AutoService(Layer.class)
@Card(category = Category.ATTENTION, icon = "mdi2e-eye-outline",
        help = "Lets each position of a sequence look at the others; a second input may mark with 0 what only fills up.",
        paper = "https://arxiv.org/abs/1706.03762")
public record SelfAttention(
        @Setting(value = "Parts into which the features fall, each of which looks on its own.", min = 1,
                max = 1024) int heads,
        @Setting(value = "Share of what is seen that is made 0 while training.", min = 0, max = 0.99) double dropout,
        @Setting("Look only at earlier positions and the own one.") boolean causal) implements Layer {

    public SelfAttention() {
        this(4, 0, false);
    }

    @Override
    public Arity inputs() {
        return new Arity(1, 2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return Sequences.problem(0, x).or(() -> Attention.problem(heads, x.size(1)))
                .or(() -> inputs.size() == 1 ? Optional.empty() : Attention.maskProblem(1, inputs.get(1), x.size(0)))
                .<Inferred>map(p -> p).orElseGet(() -> Shapes.of(x));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        return attention(inputs.getFirst()).weights();
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        Shape x = inputs.getFirst();
        return attention(x).multiplyAdds(x.size(0), x.size(0));
    }

    @Override
    public List<String> torch(TorchCode code) {
        Shape x = code.shape(0);
        return List.of(attention(x).toItself(code, code.input(), x.size(0), causal,
                code.inputs().stream().skip(1).findFirst()));
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return PythonCode.module(attention(x).python(),
                "{self}({0}, {0}, {0}" + (causal ? ", attn_mask=" + Attention.causal(x.size(0)) : "")
                        + (inputs.size() == 1 ? "" : ", key_padding_mask={1} == 0") + ", need_weights=False)[0]");
    }

    @Override
    public boolean random() {
        return dropout > 0;
    }

    private Attention attention(Shape x) {
        return new Attention("", heads, dropout, x.size(1), x.size(1));
    }
}
