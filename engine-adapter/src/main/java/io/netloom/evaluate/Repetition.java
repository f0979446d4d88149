package io.netloom.evaluate;

import io.netloom.data.Dataset;
import io.netloom.data.Timeline;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What forecasts reach that only repeat the past: the last value, or the one of a day, a week or a year before. A network is worth its
/// cost where it beats them.
public final class Repetition {
    private Repetition() {}

    /// The scores of each kind of repetition that reaches far enough back for all of these examples, by its name: `mae`, `rmse` and `r2` as
    /// [io.netloom.train.Metrics] has them. Nothing where the data is no series.
    ///
    /// @param data was opened with its targets
    public static SequencedMap<String, SequencedMap<String, Double>> of(Dataset data, int[] examples) {
        var scores = new LinkedHashMap<String, SequencedMap<String, Double>>();
        if (examples.length == 0 || data.timeline().isEmpty()) {
            return scores;
        }
        Timeline timeline = data.timeline().get();
        for (Timeline.Repeat rule : timeline.repeats()) {
            scores(data, timeline, rule, examples).ifPresent(s -> scores.put(rule.name(), s));
        }
        return scores;
    }

    private static Optional<SequencedMap<String, Double>> scores(Dataset data, Timeline timeline, Timeline.Repeat rule,
            int[] examples) {
        var scores = new LinkedHashMap<String, Double>();
        for (int target = 0; target < data.targets().size(); target++) {
            String prefix = data.targets().size() == 1 ? "" : data.targets().get(target).name() + ".";
            int numbers = data.numbersOf(examples[0], target).length;
            var sums = new Sums(numbers);
            for (int example : examples) {
                Optional<float[]> repeated = timeline.repeated(rule, example, target);
                if (repeated.isEmpty()) {
                    return Optional.empty();
                }
                sums.add(data.numbersOf(example, target), repeated.get());
            }
            sums.put(prefix, scores);
        }
        return Optional.of(scores);
    }

    private static final class Sums {
        private final double[] absolute;
        private final double[] squared;
        private final double[] truth;
        private final double[] first;
        private final double[] spread;
        private int count;

        Sums(int numbers) {
            absolute = new double[numbers];
            squared = new double[numbers];
            truth = new double[numbers];
            first = new double[numbers];
            spread = new double[numbers];
        }

        void add(float[] right, float[] said) {
            for (int i = 0; i < right.length; i++) {
                first[i] = count == 0 ? right[i] : first[i];
                double error = (double) said[i] - right[i];
                // Distances from the first number keep their digits where numbers are large.
                double distance = right[i] - first[i];
                absolute[i] += Math.abs(error);
                squared[i] += error * error;
                truth[i] += distance;
                spread[i] += distance * distance;
            }
            count++;
        }

        void put(String prefix, Map<String, Double> scores) {
            double explained = 0;
            int spreads = 0;
            for (int i = 0; i < squared.length; i++) {
                double all = spread[i] - truth[i] * truth[i] / count;
                if (all > 0 || squared.length == 1) {
                    explained += 1 - squared[i] / all;
                    spreads++;
                }
            }
            scores.put(prefix + "mae", Arrays.stream(absolute).sum() / squared.length / count);
            scores.put(prefix + "rmse", Math.sqrt(Arrays.stream(squared).sum() / squared.length / count));
            scores.put(prefix + "r2", explained / spreads);
        }
    }
}
