package io.netloom.compile;

import io.netloom.layer.TorchBody;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The TorchScript of one head: its target, loss, answer, and the sums from which metrics are made.
///
/// @param head what is learnt
/// @param shape one example of what arrives at the output
/// @param mean the expression that reads the mean of each number, where the task has any
/// @param deviation the expression that reads their deviations
/// @param weights the expression that reads the weights of classes or tags, or `None`
record HeadCode(Head head, Shape shape, String mean, String deviation, String weights) {
    /// Bins into which scores fall for the area under the curve.
    static final int SCORE_BINS = 2048;
    /// Scores are logits, for probabilities of rare classes would all fall into the first bin. Beyond this, either way, they fall into
    /// the last.
    private static final double MOST_LOGIT = 24;
    /// Of more classes there are no scores: they would take more memory than they tell.
    private static final int MOST_SCORED = 64;
    private static final int TOP = 5;

    /// Number of sums that [#sums] makes.
    int sumCount() {
        return switch (head.task()) {
            case Task.Classification _,Task.Segmentation _,Task.Shares _,Task.Tokens _ -> 2;
            case Task.Tags _ -> 3;
            case Task.Regression _,Task.Reconstruction _ -> 1 + 4 * (int) shape.size(0);
        };
    }

    /// The target as the loss takes it.
    ///
    /// @param raw the data's target, or the scaled input that is to be reconstructed
    String target(String raw) {
        return switch (head.task()) {
            case Task.Classification _,Task.Tags _,Task.Shares _,Task.Reconstruction _,Task.Tokens _ -> raw;
            case Task.Regression(List<Task.Spread> numbers) -> "torch.div(torch.sub(torch.reshape(" + raw + ", [-1, "
                    + numbers.size() + "]), " + mean + "), " + deviation + ")";
            case Task.Segmentation _ -> "torch.to(" + raw + ", 4, False, False, None)";
        };
    }

    /// The mean loss of a batch.
    String loss(String logits, String target) {
        return switch (head.loss()) {
            case Loss.CrossEntropy(double smoothing, Loss.ClassWeights _) -> "torch.cross_entropy_loss("
                    + (head.task() instanceof Task.Tokens(int places, int _)
                            ? "torch.reshape(" + logits + ", [-1, " + places + "]), torch.reshape(" + target + ", [-1])"
                            : logits + ", " + target)
                    + ", " + weights + ", 1, -100, " + smoothing + ")";
            case Loss.Mse() -> "torch.mse_loss(" + logits + ", " + target + ", 1)";
            case Loss.Mae() -> "torch.l1_loss(" + logits + ", " + target + ", 1)";
            case Loss.Huber(double delta) -> "torch.huber_loss(" + logits + ", " + target + ", 1, " + delta + ")";
            case Loss.Bce _ ->
                "torch.binary_cross_entropy_with_logits(" + logits + ", " + target + ", None, " + weights + ", 1)";
            case Loss.KlDivergence() -> "torch.div(torch.kl_div(torch.log_softmax(" + logits + ", 1), " + target
                    + ", 2), torch.size(" + logits + ", 0))";
            case Loss.Cosine() -> "torch.add(torch.neg(torch.mean(torch.cosine_similarity(" + rows(logits) + ", "
                    + rows(target) + ", 1, 1e-8))), 1)";
        };
    }

    private static String rows(String values) {
        return "torch.flatten(" + values + ", 1, -1)";
    }

    /// What is summed over the examples of every batch, loss × rows first. Classes: right answers (of pixels and tokens, their share in
    /// the picture or text); tags: the share of right tags, examples with all tags right; numbers, for each along the first axis and in
    /// its own unit, means over the places of a picture: |e|, e², the distance d of the target from the training part's mean, d².
    String sums(TorchBody body, String logits, String target, String loss) {
        String rows = one("torch.mul(torch.detach(" + loss + "), torch.size(" + logits + ", 0))");
        String z = "torch.detach(" + logits + ")";
        return switch (head.task()) {
            case Task.Classification _ -> joined(rows, right("torch.argmax(" + z + ", 1)", target));
            case Task.Shares _ -> joined(rows,
                    right("torch.argmax(" + z + ", 1)", "torch.argmax(" + target + ", 1)"));
            case Task.Segmentation(List<String> _, int height, int width) -> joined(rows, "torch.div("
                    + right("torch.argmax(" + z + ", 1)", target) + ", " + height * width + ")");
            case Task.Tokens(int _, int length) -> joined(rows,
                    "torch.div(" + right("torch.argmax(" + z + ", 2)", target) + ", " + length + ")");
            case Task.Tags(List<String> names) -> {
                String right = body.let("torch.eq(" + holds(z) + ", " + holds(target, "0.5") + ")");
                yield joined(rows, "torch.div(" + count(right) + ", " + names.size() + ")",
                        count("torch.all(" + right + ", 1)"));
            }
            case Task.Regression _,Task.Reconstruction _ -> {
                String error = body.let("torch.mul(torch.sub(" + z + ", " + target + "), " + deviation + ")");
                String distance = body.let("torch.mul(" + target + ", " + deviation + ")");
                yield joined(rows, each("torch.abs(" + error + ")"), each("torch.square(" + error + ")"),
                        each(distance), each("torch.square(" + distance + ")"));
            }
        };
    }

    private static String holds(String logits) {
        return holds(logits, "0");
    }

    private static String holds(String values, String bound) {
        return "torch.gt(" + values + ", " + bound + ")";
    }

    private static String right(String answer, String target) {
        return count("torch.eq(" + answer + ", " + target + ")");
    }

    private static String count(String truths) {
        return one("torch.to(torch.sum(" + truths + "), 6, False, False, None)");
    }

    private static String one(String number) {
        return "torch.reshape(" + number + ", [1])";
    }

    private static String joined(String... parts) {
        return "torch.cat([" + String.join(", ", parts) + "], 0)";
    }

    /// The sum over examples for each number along the first axis, of means over the further axes.
    private String each(String values) {
        String further = IntStream.rangeClosed(2, shape.rank()).mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "torch.sum(" + (further.isEmpty() ? values : "torch.mean(" + values + ", [" + further + "])") + ", [0])";
    }

    /// Number of sums that [#details] makes.
    int detailCount() {
        return switch (head.task()) {
            case Task.Classification(List<String> classes) -> 1 + 3 * classes.size() + scoreCount(classes.size());
            case Task.Segmentation(List<String> classes, int _, int _) -> 3 * classes.size();
            case Task.Tags(List<String> names) -> 3 * names.size() + scoreCount(names.size());
            case Task.Regression _,Task.Shares _,Task.Reconstruction _,Task.Tokens _ -> 0;
        };
    }

    private static int scoreCount(int classes) {
        return classes <= MOST_SCORED ? 2 * SCORE_BINS * classes : 0;
    }

    /// What is summed only when a network is judged. Classes and tags: for each the right answers, the answers and the examples
    /// (of a segmentation, pixels). Before them, for a class an example: right among the five likeliest; behind them, but for
    /// pixels, for each of up to 64: a histogram of its logit, against all others, over the examples that are not of it, and one over
    /// those that are.
    Optional<String> details(TorchBody body, String logits, String target) {
        return switch (head.task()) {
            case Task.Classification(List<String> classes) ->
                Optional.of(body.let(joined(classified(body, logits, target, classes.size()))));
            case Task.Segmentation(List<String> classes, int _, int _) -> {
                String pixels = body.let("torch.reshape(" + target + ", [-1])");
                String answer = body.let("torch.reshape(torch.argmax(" + logits + ", 1), [-1])");
                yield Optional.of(
                        body.let(joined(counts(body, answer, pixels, classes.size()).toArray(String[]::new))));
            }
            case Task.Tags(List<String> names) -> {
                String answer = body.let(doubles(holds(logits)));
                String truth = body.let(doubles(holds(target, "0.5")));
                var parts = new ArrayList<String>(
                        List.of("torch.sum(torch.mul(" + answer + ", " + truth + "), [0])",
                                "torch.sum(" + answer + ", [0])", "torch.sum(" + truth + ", [0])"));
                scores(body, logits, "torch.to(" + truth + ", 4, False, False, None)", names.size())
                        .ifPresent(parts::add);
                yield Optional.of(body.let(joined(parts.toArray(String[]::new))));
            }
            case Task.Regression _,Task.Shares _,Task.Reconstruction _,Task.Tokens _ -> Optional.empty();
        };
    }

    private static String[] classified(TorchBody body, String logits, String target, int count) {
        String answer = body.let("torch.argmax(" + logits + ", 1)");
        String best = body.let("(torch.topk(" + logits + ", " + Math.min(TOP, count) + ", 1, True, True))[1]");
        var parts = new ArrayList<String>();
        parts.add(one(doubles("torch.sum(torch.eq(" + best + ", torch.unsqueeze(" + target + ", 1)))")));
        parts.addAll(counts(body, answer, target, count));
        String log = body.let("torch.log_softmax(" + logits + ", 1, 7)");
        scores(body, "torch.sub(" + log + ", torch.log(torch.neg(torch.expm1(" + log + "))))",
                "torch.one_hot(" + target + ", " + count + ")", count).ifPresent(parts::add);
        return parts.toArray(String[]::new);
    }

    /// @param logits of examples × classes, each against all other classes
    /// @param truth 1 where an example is of a class, else 0
    private static Optional<String> scores(TorchBody body, String logits, String truth, int count) {
        if (count > MOST_SCORED) {
            return Optional.empty();
        }
        String bound = MOST_LOGIT + "";
        String bin = body.let("torch.to(torch.mul(torch.add(torch.clamp(torch.nan_to_num(" + logits + ", 0.), -" + bound
                + ", " + bound + "), " + bound + "), " + (SCORE_BINS - 1) / (2 * MOST_LOGIT)
                + "), 4, False, False, None)");
        String column = body.let("torch.sub(torch.cumsum(torch.ones_like(" + bin + "), 1), 1)");
        return Optional.of(doubles("torch.bincount(torch.reshape(torch.add(" + bin + ", torch.mul(torch.add(" + truth
                + ", torch.mul(" + column + ", 2)), " + SCORE_BINS + ")), [-1]), None, " + scoreCount(count) + ")"));
    }

    private static List<String> counts(TorchBody body, String answer, String target, int count) {
        String right = body.let(doubles("torch.eq(" + answer + ", " + target + ")"));
        return List.of("torch.bincount(" + target + ", " + right + ", " + count + ")",
                doubles("torch.bincount(" + answer + ", None, " + count + ")"),
                doubles("torch.bincount(" + target + ", None, " + count + ")"));
    }

    private static String doubles(String values) {
        return "torch.to(" + values + ", 7, False, False, None)";
    }

    /// What `predict` gives: probabilities of classes or tags, shares, or numbers in their own units.
    String answer(String logits) {
        return switch (head.task()) {
            case Task.Classification _,Task.Shares _,Task.Segmentation _ -> "torch.softmax(" + logits + ", 1)";
            case Task.Tokens _ -> "torch.softmax(" + logits + ", 2)";
            case Task.Tags _ -> "torch.sigmoid(" + logits + ")";
            case Task.Regression _,Task.Reconstruction _ ->
                "torch.add(torch.mul(" + logits + ", " + deviation + "), " + mean + ")";
        };
    }
}
