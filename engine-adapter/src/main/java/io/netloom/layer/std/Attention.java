package io.netloom.layer.std;

import io.netloom.layer.Initialiser;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// PyTorch's `nn.MultiheadAttention(batch_first=True)`, with its weights' names: each position asks, and takes of the
/// values of all others as much as their keys answer, in several heads at once (Vaswani et al. 2017). A program with it
/// needs libtorch 2.0 or newer.
///
/// @param prefix before the weights' names: empty, or the module's name and a dot
/// @param heads parts into which the features fall
/// @param dropout share of the answers that is made 0 in training
/// @param width features of a query
/// @param keyWidth features of what keys and values are made of
record Attention(String prefix, int heads, double dropout, long width, long keyWidth) {

    /// What is wrong with a layer whose setting `heads` does not divide its features.
    static Optional<Problem> problem(int heads, long width) {
        if (width % heads == 0) {
            return Optional.empty();
        }
        long fitting = Math.min(heads, width);
        while (width % fitting != 0) {
            fitting--;
        }
        return Optional.of(Problem.setting("heads to divide its " + width + " features", "heads is " + heads,
                new Remedy.Change("heads", Long.toString(fitting))));
    }

    /// What is wrong with input `input`, which is to say with 1 and 0 which of `positions` positions are real.
    static Optional<Problem> maskProblem(int input, Shape mask, long positions) {
        if (mask.rank() == 1 && mask.size(0) == positions) {
            return Optional.empty();
        }
        List<Remedy> remedies = mask.elements() == positions
                ? List.of(new Remedy.InsertBefore(input, "Reshape", Map.of("shape", Long.toString(positions))))
                : List.of();
        return Optional.of(new Problem(Problem.Kind.SHAPE,
                "at input " + (input + 1) + " one number for each of " + positions
                        + " positions, 1 where it is real and 0 where it only fills up",
                "receives " + mask, remedies));
    }

    List<Weight> weights() {
        var weights = new ArrayList<Weight>();
        if (packed()) {
            weights.add(Weight.parameter(prefix + "in_proj_weight", Initialiser.XAVIER_UNIFORM, width, 3 * width,
                    3 * width, width));
        } else {
            weights.add(Weight.parameter(prefix + "q_proj_weight", Initialiser.XAVIER_UNIFORM, width, width, width,
                    width));
            for (String name : List.of("k_proj_weight", "v_proj_weight")) {
                weights.add(Weight.parameter(prefix + name, Initialiser.XAVIER_UNIFORM, keyWidth, width, width,
                        keyWidth));
            }
        }
        weights.add(Weight.parameter(prefix + "in_proj_bias", Initialiser.ZEROS, width, width, 3 * width));
        weights.add(Weight.parameter(prefix + "out_proj.weight", Initialiser.XAVIER_UNIFORM, width, width, width,
                width));
        weights.add(Weight.parameter(prefix + "out_proj.bias", Initialiser.ZEROS, width, width, width));
        return weights;
    }

    long multiplyAdds(long queries, long keys) {
        return Shape.sum(Shape.product(2, queries, width, width), Shape.product(2, keys, keyWidth, width),
                Shape.product(2, queries, keys, width));
    }

    /// Attention of `positions` positions to each other.
    ///
    /// @param mask the local that says which are real
    String toItself(TorchCode code, String x, long positions, boolean causal, Optional<String> mask) {
        String all = code
                .let("torch.linear(" + code.heavy(x) + ", " + code.heavy(code.weight(prefix + "in_proj_weight")) + ", "
                        + code.heavy(code.weight(prefix + "in_proj_bias")) + ")");
        String split = code.let("torch.permute(torch.reshape(" + all + ", [-1, " + positions + ", 3, " + heads + ", "
                + width / heads + "]), [2, 0, 3, 1, 4])");
        List<String> parts = IntStream.range(0, 3)
                .mapToObj(i -> code.let("torch.select(" + split + ", 0, " + i + ")")).toList();
        Optional<String> allowed = mask.map(m -> allowed(code, m));
        if (causal && allowed.isPresent()) {
            String earlier = code.let("torch.tril(torch.new_ones(" + x + ", [" + positions + ", " + positions
                    + "], dtype=11, layout=None, device=None, pin_memory=None), 0)");
            allowed = Optional.of(code.let("torch.logical_and(" + allowed.get() + ", " + earlier + ")"));
        }
        return attend(code, parts, positions, allowed.orElse("None"), causal && allowed.isEmpty());
    }

    /// Attention of positions `x` to positions `memory`.
    ///
    /// @param mask the local that says which positions of `memory` are real
    String toOthers(TorchCode code, String x, long positions, String memory, long others, Optional<String> mask) {
        List<String> parts = List.of(project(code, 0, x, positions), project(code, 1, memory, others),
                project(code, 2, memory, others));
        return attend(code, parts, positions, mask.map(m -> allowed(code, m)).orElse("None"), false);
    }

    /// The module.
    String python() {
        return "nn.MultiheadAttention(" + width + ", " + heads + (dropout == 0 ? "" : ", dropout=" + dropout)
                + (packed() ? "" : ", kdim=" + keyWidth + ", vdim=" + keyWidth) + ", batch_first=True)";
    }

    /// In Python, the mask of a causal layer: true where a position may not look.
    static String causal(long positions) {
        return "torch.ones(" + positions + ", " + positions + ", device={0}.device).triu(1).bool()";
    }

    private boolean packed() {
        return width == keyWidth;
    }

    private String project(TorchCode code, int part, String x, long positions) {
        String weight = packed() ? slice(code, "in_proj_weight", part)
                : code.weight(prefix + List.of("q", "k", "v").get(part) + "_proj_weight");
        String all = code
                .let("torch.linear(" + code.heavy(x) + ", " + code.heavy(weight) + ", "
                        + code.heavy(slice(code, "in_proj_bias", part)) + ")");
        return code.let("torch.transpose(torch.reshape(" + all + ", [-1, " + positions + ", " + heads + ", "
                + width / heads + "]), 1, 2)");
    }

    private String slice(TorchCode code, String name, int part) {
        return "torch.slice(" + code.weight(prefix + name) + ", 0, " + part * width + ", " + (part + 1) * width
                + ", 1)";
    }

    private static String allowed(TorchCode code, String mask) {
        return code.let("torch.unsqueeze(torch.unsqueeze(torch.ne(" + mask + ", 0), 1), 1)");
    }

    private String attend(TorchCode code, List<String> parts, long positions, String allowed, boolean causal) {
        String silent = dropout == 0 ? "0." : code.whenTraining(Double.toString(dropout), "0.");
        String answer = code.let("torch.scaled_dot_product_attention(" + String.join(", ", parts) + ", " + allowed
                + ", " + silent + ", " + (causal ? "True" : "False") + ")");
        String row = code.let("torch.reshape(torch.transpose(" + answer + ", 1, 2), [-1, " + positions + ", " + width
                + "])");
        return code.let(
                "torch.linear(" + code.heavy(row) + ", " + code.heavy(code.weight(prefix + "out_proj.weight")) + ", "
                        + code.heavy(code.weight(prefix + "out_proj.bias")) + ")");
    }
}
