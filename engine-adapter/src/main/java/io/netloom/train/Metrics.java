package io.netloom.train;

import io.netloom.compile.Head;
import io.netloom.compile.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How well a network does on some examples, by name: `loss`, and for each head `accuracy` (0 to 1), or `mae`, `rmse`
/// (in the target's unit) and `r2` (1 is perfect, 0 as good as the mean). Where a network is judged, classes also have
/// `precision`, `recall` and `f1` (means over the classes), `top5` (more than five classes) and `auc` (two classes). With several heads their names stand before:
/// `species.accuracy`.
public record Metrics(SequencedMap<String, Double> values) {
    public Metrics {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// Makes metrics from the sums of a session.
    ///
    /// @param count the examples that were summed, at least 1
    static Metrics of(List<Head> heads, List<double[]> sums, long count) {
        var values = new LinkedHashMap<String, Double>();
        values.put("loss", sums.stream().mapToDouble(s -> s[0] / count).sum());
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            double[] s = sums.get(i);
            String prefix = heads.size() == 1 ? "" : head.output() + ".";
            switch (head.task()) {
                case Task.Classification(List<String> classes) -> {
                    values.put(prefix + "accuracy", s[1] / count);
                    new Judged(s, classes.size()).put(prefix, count, values);
                }
                case Task.Regression(float _, float std) -> {
                    values.put(prefix + "mae", s[1] / count * std);
                    values.put(prefix + "rmse", Math.sqrt(s[2] / count) * std);
                    values.put(prefix + "r2", 1 - s[2] / (s[4] - s[3] * s[3] / count));
                }
            }
        }
        return new Metrics(values);
    }

    /// The loss, mean over examples, summed over heads.
    public double loss() {
        return values.get("loss");
    }
}
