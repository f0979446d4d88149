package io.netloom.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What is to be predicted of each row of a sample, and how good a prediction is.
sealed interface Answer {

    /// Reads the target of a sample.
    static Answer of(Sample.Values target, boolean classes) {
        if (!classes && target instanceof Sample.Values.Numbers(double[] values, boolean _)) {
            return new Quantity(values);
        }
        String[] texts = switch (target) {
            case Sample.Values.Numbers(double[] values, boolean _) ->
                Arrays.stream(values).mapToObj(v -> Double.toString(v)).toArray(String[]::new);
            case Sample.Values.Texts(String[] values) -> values;
        };
        Map<String, Integer> codes = new LinkedHashMap<>();
        int[] of = new int[texts.length];
        for (int row = 0; row < texts.length; row++) {
            of[row] = codes.computeIfAbsent(texts[row], _ -> codes.size());
        }
        return new Classes(of, codes.size());
    }

    /// What is predicted without looking at a row: the most frequent class, or the mean.
    double simplest(int[] rows);

    /// How much of the simplest prediction's fault another avoids: 1 for all of it. Of numbers it is R².
    double skill(int[] rows, double[] predicted, double simplest);

    /// The usual metrics.
    SequencedMap<String, Double> scores(int[] rows, double[] predicted);

    /// Classes by number.
    record Classes(int[] of, int count) implements Answer {
        @Override
        public double simplest(int[] rows) {
            int[] counts = new int[count];
            Arrays.stream(rows).forEach(row -> counts[of[row]]++);
            int best = 0;
            for (int c = 1; c < count; c++) {
                best = counts[c] > counts[best] ? c : best;
            }
            return best;
        }

        @Override
        public double skill(int[] rows, double[] predicted, double simplest) {
            int wrong = 0;
            int before = 0;
            for (int i = 0; i < rows.length; i++) {
                wrong += of[rows[i]] == predicted[i] ? 0 : 1;
                before += of[rows[i]] == simplest ? 0 : 1;
            }
            return before == 0 ? 0 : 1 - wrong / (double) before;
        }

        @Override
        public SequencedMap<String, Double> scores(int[] rows, double[] predicted) {
            int[] hits = new int[count];
            int[] there = new int[count];
            int[] said = new int[count];
            for (int i = 0; i < rows.length; i++) {
                there[of[rows[i]]]++;
                said[(int) predicted[i]]++;
                hits[of[rows[i]]] += of[rows[i]] == predicted[i] ? 1 : 0;
            }
            List<Double> f1 = new ArrayList<>();
            for (int c = 0; c < count; c++) {
                if (there[c] + said[c] > 0) {
                    f1.add(2.0 * hits[c] / (there[c] + said[c]));
                }
            }
            SequencedMap<String, Double> scores = new LinkedHashMap<>();
            scores.put("accuracy", Arrays.stream(hits).sum() / (double) rows.length);
            scores.put("macro F1", f1.stream().mapToDouble(f -> f).average().orElse(0));
            return scores;
        }
    }

    /// A number.
    record Quantity(double[] of) implements Answer {
        @Override
        public double simplest(int[] rows) {
            return Arrays.stream(rows).mapToDouble(row -> of[row]).average().orElse(0);
        }

        @Override
        public double skill(int[] rows, double[] predicted, double simplest) {
            return scores(rows, predicted).get("R²");
        }

        @Override
        public SequencedMap<String, Double> scores(int[] rows, double[] predicted) {
            double mean = simplest(rows);
            double absolute = 0;
            double squared = 0;
            double variance = 0;
            for (int i = 0; i < rows.length; i++) {
                double off = predicted[i] - of[rows[i]];
                absolute += Math.abs(off);
                squared += off * off;
                variance += (of[rows[i]] - mean) * (of[rows[i]] - mean);
            }
            SequencedMap<String, Double> scores = new LinkedHashMap<>();
            scores.put("MAE", absolute / Math.max(1, rows.length));
            scores.put("R²", variance == 0 ? 0 : 1 - squared / variance);
            return scores;
        }
    }
}
