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
import java.util.ArrayList;
import java.util.List;

/// One block of a transformer that reads (Vaswani et al. 2017), as `nn.TransformerEncoderLayer`: attention of a sequence to
/// itself, then a network of two layers for each position, each added to what passes by. Causal, it is a block of a
/// language model. A second input may say which positions are real, as for SelfAttention. A model with it needs libtorch 2.0
/// or newer.
@AutoService(Layer.class)
@Card(category = Category.ATTENTION, icon = "mdi2l-layers-triple-outline",
        help = "A transformer's block that reads: positions look at each other, then each is worked on alone.",
        paper = "https://arxiv.org/abs/1706.03762")
public record TransformerEncoder(
        @Setting(value = "Parts into which the features fall, each of which looks on its own.", min = 1,
                max = 1024) int heads,
        @Setting(value = "Units between the two layers that work on each position.", min = 1,
                max = 65_536) int feedForward,
        @Setting(value = "Share of the entries that is made 0 while training.", min = 0, max = 0.99) double dropout,
        @Setting("What bends the numbers between the two layers.") TransformerBlock.Nonlinearity activation,
        @Setting("Norm before each part, not behind it; deep networks then learn more easily.") boolean normFirst,
        @Setting("Look only at earlier positions and the own one.") boolean causal) implements Layer {

    public TransformerEncoder() {
        this(4, 256, 0.1, TransformerBlock.Nonlinearity.GELU, true, false);
    }

    @Override
    public Arity inputs() {
        return new Arity(1, 2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return new SelfAttention(heads, dropout, causal).infer(inputs);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        var weights = new ArrayList<>(attention(inputs.getFirst()).weights());
        weights.addAll(block(inputs.getFirst()).weights(2));
        return weights;
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        Shape x = inputs.getFirst();
        return Shape.sum(attention(x).multiplyAdds(x.size(0), x.size(0)), block(x).multiplyAdds(x.size(0)));
    }

    @Override
    public List<String> torch(TorchCode code) {
        Shape shape = code.shape(0);
        TransformerBlock block = block(shape);
        String x = block.add(code, code.input(), 1, y -> attention(shape).toItself(code, y, shape.size(0), causal,
                code.inputs().stream().skip(1).findFirst()));
        return List.of(block.add(code, x, 2, y -> block.feedForward(code, y)));
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return PythonCode.module("nn.TransformerEncoderLayer" + block(x).python(heads),
                "{self}({0}" + (causal ? ", src_mask=" + Attention.causal(x.size(0)) : "")
                        + (inputs.size() == 1 ? "" : ", src_key_padding_mask={1} == 0") + ")");
    }

    @Override
    public boolean random() {
        return dropout > 0;
    }

    private Attention attention(Shape x) {
        return new Attention("self_attn.", heads, dropout, x.size(1), x.size(1));
    }

    private TransformerBlock block(Shape x) {
        return new TransformerBlock(x.size(1), feedForward, dropout, activation, normFirst);
    }
}
