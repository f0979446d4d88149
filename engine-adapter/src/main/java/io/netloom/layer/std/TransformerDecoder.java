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
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One block of a transformer that writes (Vaswani et al. 2017), as `nn.TransformerDecoderLayer`: attention of the first
/// sequence to itself, then to the second, then a network of two layers for each position, each added to what passes by.
/// The two have the same number of features. A third input may say which positions of the second are real, as for
/// CrossAttention. A model with it needs libtorch 2.0 or newer.
@AutoService(Layer.class)
@Card(category = Category.ATTENTION, icon = "mdi2l-layers-plus",
        help = "A transformer's block that writes: the first sequence looks at itself, then at the second.",
        paper = "https://arxiv.org/abs/1706.03762")
public record TransformerDecoder(
        @Setting(value = "Parts into which the features fall, each of which looks on its own.", min = 1,
                max = 1024) int heads,
        @Setting(value = "Units between the two layers that work on each position.", min = 1,
                max = 65_536) int feedForward,
        @Setting(value = "Share of the entries that is made 0 while training.", min = 0, max = 0.99) double dropout,
        @Setting("What bends the numbers between the two layers.") TransformerBlock.Nonlinearity activation,
        @Setting("Norm before each part, not behind it; deep networks then learn more easily.") boolean normFirst,
        @Setting("Of the first sequence, look only at earlier positions and the own one.") boolean causal)
        implements Layer {

    public TransformerDecoder() {
        this(4, 256, 0.1, TransformerBlock.Nonlinearity.GELU, true, true);
    }

    @Override
    public Arity inputs() {
        return new Arity(2, 3);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Inferred inferred = new CrossAttention(heads, dropout).infer(inputs);
        long width = inferred instanceof Shapes ? inputs.getFirst().size(1) : 0;
        if (width > 0 && inputs.get(1).size(1) != width) {
            return Problem.shape("two sequences with the same number of features",
                    "input 1 is " + inputs.getFirst() + " and input 2 is " + inputs.get(1),
                    new Remedy.InsertBefore(1, "PositionwiseDense", Map.of("units", Long.toString(width))));
        }
        return inferred;
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        var weights = new ArrayList<>(attention("self_attn.", x).weights());
        weights.addAll(attention("multihead_attn.", x).weights());
        weights.addAll(block(x).weights(3));
        return weights;
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        Shape x = inputs.getFirst();
        return Shape.sum(attention("self_attn.", x).multiplyAdds(x.size(0), x.size(0)),
                attention("multihead_attn.", x).multiplyAdds(x.size(0), inputs.get(1).size(0)),
                block(x).multiplyAdds(x.size(0)));
    }

    @Override
    public List<String> torch(TorchCode code) {
        Shape shape = code.shape(0);
        TransformerBlock block = block(shape);
        String x = block.add(code, code.input(), 1,
                y -> attention("self_attn.", shape).toItself(code, y, shape.size(0), causal, Optional.empty()));
        x = block.add(code, x, 2, y -> attention("multihead_attn.", shape).toOthers(code, y, shape.size(0),
                code.inputs().get(1), code.shape(1).size(0), code.inputs().stream().skip(2).findFirst()));
        return List.of(block.add(code, x, 3, y -> block.feedForward(code, y)));
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return PythonCode.module("nn.TransformerDecoderLayer" + block(x).python(heads),
                "{self}({0}, {1}" + (causal ? ", tgt_mask=" + Attention.causal(x.size(0)) : "")
                        + (inputs.size() == 2 ? "" : ", memory_key_padding_mask={2} == 0") + ")");
    }

    @Override
    public boolean random() {
        return dropout > 0;
    }

    private Attention attention(String prefix, Shape x) {
        return new Attention(prefix, heads, dropout, x.size(1), x.size(1));
    }

    private TransformerBlock block(Shape x) {
        return new TransformerBlock(x.size(1), feedForward, dropout, activation, normFirst);
    }
}
