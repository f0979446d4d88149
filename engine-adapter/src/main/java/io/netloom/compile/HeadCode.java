package io.netloom.compile;

import io.netloom.layer.TorchBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The TorchScript of one head: its target, loss, answer, and the sums from which metrics are made.
final class HeadCode {
    /// Bins into which scores fall for the area under the curve.
    static final int SCORE_BINS = 1024;
    private static final int TOP = 5;

    private HeadCode() {}

    /// Number of sums that [#sums] makes.
    static int sumCount(Head head) {
        return switch (head.task()) {
            case Task.Classification _ -> 2;
            case Task.Regression _ -> 5;
        };
    }

    /// The target as the loss takes it.
    static String target(Head head, String raw) {
        return switch (head.task()) {
            case Task.Classification _ -> raw;
            case Task.Regression(float mean, float std) ->
                "torch.div(torch.sub(torch.unsqueeze(" + raw + ", 1), " + mean + "), " + std + ")";
        };
    }

    /// @param classWeights the expression that reads the weights of the classes, or `None`
    static String loss(Head head, String logits, String target, String classWeights) {
        return switch (head.loss()) {
            case Loss.CrossEntropy(double smoothing, Loss.ClassWeights _) ->
                "torch.cross_entropy_loss(" + logits + ", " + target + ", " + classWeights + ", 1, -100, " + smoothing
                        + ")";
            case Loss.Mse() -> "torch.mse_loss(" + logits + ", " + target + ", 1)";
            case Loss.Mae() -> "torch.l1_loss(" + logits + ", " + target + ", 1)";
            case Loss.Huber(double delta) -> "torch.huber_loss(" + logits + ", " + target + ", 1, " + delta + ")";
        };
    }

    /// The weights of the classes in their order, where the loss has any.
    static Optional<TensorData> classWeights(Head head) {
        if (head.loss() instanceof Loss.CrossEntropy(double _, Loss.ClassWeights.Given(Map<String, Double> weights))
                && head.task() instanceof Task.Classification(List<String> classes)) {
            float[] values = new float[classes.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = weights.getOrDefault(classes.get(i), 1.0).floatValue();
            }
            return Optional.of(TensorData.of(values));
        }
        return Optional.empty();
    }

    /// Classification: loss × rows, right answers. Regression, in units of the scaled target: loss × rows, Σ|e|, Σe²,
    /// Σy, Σy².
    static String sums(Head head, String logits, String target, String loss) {
        String rows = "torch.mul(torch.detach(" + loss + "), torch.size(" + logits + ", 0))";
        String z = "torch.detach(" + logits + ")";
        return switch (head.task()) {
            case Task.Classification _ -> "torch.stack([" + rows + ", torch.to(torch.sum(torch.eq(torch.argmax(" + z
                    + ", 1), " + target + ")), 6, False, False, None)])";
            case Task.Regression _ -> {
                String error = "torch.sub(" + z + ", " + target + ")";
                yield "torch.stack([" + String.join(", ", List.of(rows, "torch.sum(torch.abs(" + error + "))",
                        "torch.sum(torch.square(" + error + "))", "torch.sum(" + target + ")",
                        "torch.sum(torch.square(" + target + "))")) + "])";
            }
        };
    }

    /// Number of sums that [#details] makes.
    static int detailCount(Head head) {
        return switch (head.task()) {
            case Task.Classification(List<String> classes) ->
                1 + 3 * classes.size() + (classes.size() == 2 ? 2 * SCORE_BINS : 0);
            case Task.Regression _ -> 0;
        };
    }

    /// What is summed only when a network is judged. Classification: right among the five likeliest; for each class the right
    /// answers, the answers and the examples; for two classes a histogram of the second's probability over the examples of the
    /// first class, and one over those of the second.
    static Optional<String> details(TorchBody body, Head head, String logits, String target) {
        if (!(head.task() instanceof Task.Classification(List<String> classes))) {
            return Optional.empty();
        }
        int count = classes.size();
        String answer = body.let("torch.argmax(" + logits + ", 1)");
        String right = body.let("torch.to(torch.eq(" + answer + ", " + target + "), 7, False, False, None)");
        String best = body.let("(torch.topk(" + logits + ", " + Math.min(TOP, count) + ", 1, True, True))[1]");
        var parts = new ArrayList<String>();
        parts.add("torch.reshape(torch.to(torch.sum(torch.eq(" + best + ", torch.unsqueeze(" + target
                + ", 1))), 7, False, False, None), [1])");
        parts.add("torch.bincount(" + target + ", " + right + ", " + count + ")");
        parts.add("torch.to(torch.bincount(" + answer + ", None, " + count + "), 7, False, False, None)");
        parts.add("torch.to(torch.bincount(" + target + ", None, " + count + "), 7, False, False, None)");
        if (count == 2) {
            String bin = body.let("torch.to(torch.mul(torch.select(torch.softmax(" + logits + ", 1), 1, 1), "
                    + (SCORE_BINS - 1) + "), 4, False, False, None)");
            parts.add("torch.to(torch.bincount(torch.add(" + bin + ", torch.mul(" + target + ", " + SCORE_BINS
                    + ")), None, " + 2 * SCORE_BINS + "), 7, False, False, None)");
        }
        return Optional.of(body.let("torch.cat([" + String.join(", ", parts) + "], 0)"));
    }

    /// What `predict` gives: probabilities, or numbers in the target's own unit.
    static String answer(Head head, String logits) {
        return switch (head.task()) {
            case Task.Classification _ -> "torch.softmax(" + logits + ", 1)";
            case Task.Regression(float mean, float std) ->
                "torch.add(torch.mul(" + logits + ", " + std + "), " + mean + ")";
        };
    }
}
