package io.netloom.train;

import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Task;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// How well a network does on some examples, by name. `loss` is the weighted sum over all heads, mean over examples. Then, for
/// each head:
///
/// * a class: `accuracy` (0 to 1); where a network is judged also `precision`, `recall` and `f1` (means over the classes),
///   `top5` (more than five classes) and `auc`, the area under the ROC curve (up to 64 classes: each against all others, mean over
///   the classes);
/// * a class for each pixel: the same of pixels, but for `top5` and `auc`, and `iou`, intersection over union: the mean over
///   the classes, and `iou.sky` of each;
/// * the next token of a text: `perplexity`, among how many tokens the network wavers (e to the loss), and `accuracy`;
/// * tags: `accuracy` (share of tags that are right), `exact` (examples of which all are), and where judged `precision`, `recall`,
///   `f1` and `auc` (up to 64 tags), means over the tags;
/// * shares: `kl` and `accuracy` of the largest;
/// * numbers, of the target or of the input that is given back: `mae` and `rmse` over all of them, in their units, and `r2` (1
///   is perfect, 0 as good as the mean), the mean over them; where only their direction was learnt, `cosine` instead.
///
/// With several heads their names stand before, and each has its own `loss`: `species.accuracy`, `species.loss`.
public record Metrics(SequencedMap<String, Double> values) {
    private static final List<String> TELLING = List.of("accuracy", "r2", "mae", "iou", "cosine");

    public Metrics {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// The metric that says most of how well networks do, besides the loss: of the first head that has one.
    ///
    /// @param known the names to choose from
    public static Optional<String> headline(Collection<String> known) {
        return TELLING.stream().flatMap(wanted -> known.stream()
                .filter(name -> name.equals(wanted) || name.endsWith("." + wanted))).findFirst();
    }

    /// Makes metrics from the sums of a session.
    ///
    /// @param count the examples that were summed, at least 1
    static Metrics of(List<Head> heads, List<double[]> sums, long count) {
        var values = new LinkedHashMap<String, Double>();
        values.put("loss", IntStream.range(0, heads.size())
                .mapToDouble(i -> heads.get(i).weight() * sums.get(i)[0] / count).sum());
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            String prefix = heads.size() == 1 ? "" : head.output() + ".";
            if (heads.size() > 1) {
                values.put(prefix + "loss", sums.get(i)[0] / count);
            }
            put(head, sums.get(i), count, prefix, values);
        }
        return new Metrics(values);
    }

    private static void put(Head head, double[] s, long count, String prefix, Map<String, Double> values) {
        switch (head.task()) {
            case Task.Classification(List<String> classes) -> {
                values.put(prefix + "accuracy", s[1] / count);
                Judged.likeliest(s, classes).put(prefix, count, values);
            }
            case Task.Segmentation(List<String> classes, int _, int _) -> {
                values.put(prefix + "accuracy", s[1] / count);
                Judged.ofPixels(s, classes).put(prefix, count, values);
            }
            case Task.Tokens _ -> {
                values.put(prefix + "perplexity", Math.exp(s[0] / count));
                values.put(prefix + "accuracy", s[1] / count);
            }
            case Task.Tags(List<String> names) -> {
                values.put(prefix + "accuracy", s[1] / count);
                values.put(prefix + "exact", s[2] / count);
                Judged.ofTags(s, names).put(prefix, count, values);
            }
            case Task.Shares _ -> {
                values.put(prefix + "kl", s[0] / count);
                values.put(prefix + "accuracy", s[1] / count);
            }
            case Task.Regression _,Task.Reconstruction _ -> {
                if (head.loss() instanceof Loss.Cosine) {
                    values.put(prefix + "cosine", 1 - s[0] / count);
                } else {
                    numbers(s, count, prefix, values);
                }
            }
        }
    }

    private static void numbers(double[] s, long count, String prefix, Map<String, Double> values) {
        int each = (s.length - 1) / 4;
        double absolute = 0;
        double squared = 0;
        double explained = 0;
        int spread = 0;
        for (int i = 1; i <= each; i++) {
            double error = s[i + each];
            double distances = s[i + 3 * each] - s[i + 2 * each] * s[i + 2 * each] / count;
            absolute += s[i];
            squared += error;
            // A number that is always the same has no spread to explain.
            if (distances > 0 || each == 1) {
                explained += 1 - error / distances;
                spread++;
            }
        }
        values.put(prefix + "mae", absolute / each / count);
        values.put(prefix + "rmse", Math.sqrt(squared / each / count));
        values.put(prefix + "r2", explained / spread);
    }

    /// The loss, mean over examples, summed over heads.
    public double loss() {
        return values.get("loss");
    }
}
