package io.netloom.layer.std;

import io.netloom.layer.Initialiser;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the blocks of a transformer have in common: parts, each of which adds something to what passes by, each with its
/// norm; the last is a network of two layers for each position. Weights are named as in PyTorch's modules.
///
/// @param width features of a position
/// @param feedForward units between the two layers
/// @param dropout share of the entries of each part that is made 0 in training
/// @param activation what stands between the two layers
/// @param normFirst whether a part's norm stands before it, instead of behind the sum
record TransformerBlock(long width, int feedForward, double dropout, Nonlinearity activation, boolean normFirst) {

    /// What stands between the two layers.
    public enum Nonlinearity {
        RELU, GELU
    }

    /// The weights of the two layers and of `norms` norms.
    List<Weight> weights(int norms) {
        var weights = new ArrayList<Weight>();
        weights.add(Weight.parameter("linear1.weight", Initialiser.XAVIER_UNIFORM, width, feedForward, feedForward,
                width));
        weights.add(Weight.parameter("linear1.bias", Initialiser.ZEROS, width, feedForward, feedForward));
        weights.add(Weight.parameter("linear2.weight", Initialiser.XAVIER_UNIFORM, feedForward, width, width,
                feedForward));
        weights.add(Weight.parameter("linear2.bias", Initialiser.ZEROS, feedForward, width, width));
        for (int i = 1; i <= norms; i++) {
            weights.add(Weight.parameter("norm" + i + ".weight", Initialiser.ONES, 1, 1, width));
            weights.add(Weight.parameter("norm" + i + ".bias", Initialiser.ZEROS, 1, 1, width));
        }
        return weights;
    }

    long multiplyAdds(long positions) {
        return Shape.product(2, positions, width, feedForward);
    }

    /// What passes by, with what `part` makes of it added, and normed.
    String add(TorchCode code, String x, int norm, UnaryOperator<String> part) {
        String made = silence(code, part.apply(normFirst ? norm(code, x, norm) : x));
        String sum = code.let("torch.add(" + x + ", " + made + ")");
        return normFirst ? sum : norm(code, sum, norm);
    }

    /// The two layers.
    String feedForward(TorchCode code, String x) {
        String inner = code.let(linear(code, x, "linear1"));
        String bent = code.let(switch (activation) {
            case RELU -> "torch.relu(" + inner + ")";
            case GELU -> "torch.gelu(" + inner + ", approximate=\"none\")";
        });
        return code.let(linear(code, silence(code, bent), "linear2"));
    }

    /// The module's settings in Python, from its width on.
    String python(int heads) {
        return "(" + width + ", " + heads + (feedForward == 2048 ? "" : ", dim_feedforward=" + feedForward)
                + (dropout == 0.1 ? "" : ", dropout=" + dropout)
                + (activation == Nonlinearity.RELU ? "" : ", activation='gelu'") + ", batch_first=True"
                + (normFirst ? ", norm_first=True)" : ")");
    }

    private String norm(TorchCode code, String x, int number) {
        return code.let(
                "torch.layer_norm(" + code.exact(x) + ", [" + width + "], " + code.weight("norm" + number + ".weight")
                        + ", " + code.weight("norm" + number + ".bias") + ", 1e-05, True)");
    }

    private String silence(TorchCode code, String x) {
        return dropout == 0 ? x : code.let("torch.dropout(" + x + ", " + dropout + ", " + code.training() + ")");
    }

    private static String linear(TorchCode code, String x, String name) {
        return "torch.linear(" + code.heavy(x) + ", " + code.heavy(code.weight(name + ".weight")) + ", "
                + code.heavy(code.weight(name + ".bias")) + ")";
    }
}
