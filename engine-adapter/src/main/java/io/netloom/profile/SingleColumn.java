package io.netloom.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Predicts the target from one column alone: numbers are cut into pieces with as many rows each, a text is a piece, what is missing is
/// another, and each piece answers with its most frequent class or its mean.
record SingleColumn(Sample sample, Answer answer) {
    private static final int PIECES = 50;
    private static final int FEWEST_IN_A_PIECE = 2;

    /// How much of the simplest prediction's fault a column avoids, on rows that it has not seen: 1 for all of it.
    double skill(Sample.Values column) {
        double simplest = answer.simplest(sample.learnt());
        int[] pieces = pieces(column);
        Map<Integer, List<Integer>> rows = new HashMap<>();
        for (int row : sample.learnt()) {
            rows.computeIfAbsent(pieces[row], _ -> new ArrayList<>()).add(row);
        }
        Map<Integer, Double> answers = new HashMap<>();
        rows.forEach((piece, of) -> answers.put(piece, of.size() < FEWEST_IN_A_PIECE ? simplest
                : answer.simplest(of.stream().mapToInt(row -> row).toArray())));
        double[] predicted = Arrays.stream(sample.judged())
                .mapToDouble(row -> answers.getOrDefault(pieces[row], simplest)).toArray();
        double skill = answer.skill(sample.judged(), predicted, simplest);
        return column instanceof Sample.Values.Numbers(double[] values, boolean _)
                && answer instanceof Answer.Quantity quantity ? Math.max(skill, straight(values, quantity)) : skill;
    }

    private int[] pieces(Sample.Values column) {
        return switch (column) {
            case Sample.Values.Texts(String[] texts) -> {
                Map<String, Integer> codes = new HashMap<>();
                yield Arrays.stream(texts).mapToInt(text -> codes.computeIfAbsent(text, _ -> codes.size())).toArray();
            }
            case Sample.Values.Numbers(double[] values, boolean _) -> {
                double[] sorted = Arrays.stream(sample.learnt()).mapToDouble(row -> values[row])
                        .filter(v -> !Double.isNaN(v)).sorted().toArray();
                double[] distinct = Arrays.stream(sorted).distinct().toArray();
                double[] ends = distinct.length <= PIECES ? distinct : quantiles(sorted);
                yield Arrays.stream(values).mapToInt(v -> Double.isNaN(v) ? Integer.MIN_VALUE : place(ends, v))
                        .toArray();
            }
        };
    }

    private static int place(double[] ends, double value) {
        int at = Arrays.binarySearch(ends, value);
        return at >= 0 ? at : -at - 1;
    }

    private static double[] quantiles(double[] sorted) {
        double[] ends = new double[PIECES];
        for (int i = 0; i < PIECES; i++) {
            ends[i] = sorted[(int) ((long) (i + 1) * (sorted.length - 1) / PIECES)];
        }
        return Arrays.stream(ends).distinct().toArray();
    }

    /// R² of a straight line, whose rows without a value get the mean.
    private double straight(double[] values, Answer.Quantity quantity) {
        int[] known = Arrays.stream(sample.learnt()).filter(row -> !Double.isNaN(values[row])).toArray();
        double meanX = Arrays.stream(known).mapToDouble(row -> values[row]).average().orElse(0);
        double meanY = quantity.simplest(known);
        double covariance = 0;
        double variance = 0;
        for (int row : known) {
            covariance += (values[row] - meanX) * (quantity.of()[row] - meanY);
            variance += (values[row] - meanX) * (values[row] - meanX);
        }
        double slope = variance == 0 ? 0 : covariance / variance;
        double[] predicted = Arrays.stream(sample.judged())
                .mapToDouble(row -> Double.isNaN(values[row]) ? meanY : meanY + slope * (values[row] - meanX))
                .toArray();
        return quantity.scores(sample.judged(), predicted).get("R²");
    }
}
