package io.netloom.profile;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Turns the columns of a sample into features of a linear model: numbers with mean 0 and deviation 1, whose missing values are the mean
/// with a feature that says so; a feature for each of the most frequent texts, or of the most frequent words of free texts; for dates the time itself, and month, weekday and hour as
/// cycles. What is fitted is fitted on the rows to learn from.
final class LinearFeatures {
    private static final int MOST_TEXTS = 20;
    private static final int FEWEST_OF_A_TEXT = 3;
    private static final int MOST = 300;
    private static final int MOST_WORDS = 200;
    private static final int FEWEST_OF_A_WORD = 5;

    private final int[] learnt;
    private final List<IntToDoubleFunction> features = new ArrayList<>();

    LinearFeatures(int[] learnt) {
        this.learnt = learnt;
    }

    /// Whether there is room for no more.
    boolean isFull() {
        return features.size() >= MOST;
    }

    /// Adds a column; false where nothing of it would be a feature.
    boolean add(Sample.Values column) {
        int before = features.size();
        switch (column) {
            case Sample.Values.Numbers(double[] values, boolean date) -> {
                addNumber(values);
                if (date) {
                    addCycles(values);
                }
            }
            case Sample.Values.Texts(String[] values) -> addTexts(values);
        }
        return features.size() > before;
    }

    private void addNumber(double[] values) {
        double[] known = Arrays.stream(learnt).mapToDouble(row -> values[row]).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double deviation = Math
                .sqrt(Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0));
        if (deviation > 0) {
            features.add(row -> Double.isNaN(values[row]) ? 0 : (values[row] - mean) / deviation);
        }
        if (known.length > 0 && known.length < learnt.length) {
            features.add(row -> Double.isNaN(values[row]) ? 1 : 0);
        }
    }

    private void addCycles(double[] seconds) {
        LocalDateTime[] moments = Arrays.stream(seconds)
                .mapToObj(s -> Double.isNaN(s) ? null : LocalDateTime.ofEpochSecond((long) s, 0, ZoneOffset.UTC))
                .toArray(LocalDateTime[]::new);
        addCycle(Arrays.stream(moments).mapToDouble(m -> m == null ? Double.NaN : (m.getDayOfYear() - 1) / 366.0)
                .toArray());
        addCycle(Arrays.stream(moments).mapToDouble(m -> m == null ? Double.NaN : m.getDayOfWeek().ordinal() / 7.0)
                .toArray());
        addCycle(Arrays.stream(moments)
                .mapToDouble(m -> m == null ? Double.NaN : m.toLocalTime().toSecondOfDay() / 86_400.0).toArray());
    }

    private void addCycle(double[] turns) {
        addNumber(Arrays.stream(turns).map(turn -> Math.sin(2 * Math.PI * turn)).toArray());
        addNumber(Arrays.stream(turns).map(turn -> Math.cos(2 * Math.PI * turn)).toArray());
    }

    private void addTexts(String[] values) {
        Map<String, Integer> counts = new HashMap<>();
        Arrays.stream(learnt).forEach(row -> counts.merge(values[row] == null ? "" : values[row], 1, Integer::sum));
        counts.entrySet().stream().filter(entry -> entry.getValue() >= FEWEST_OF_A_TEXT)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TEXTS).map(Map.Entry::getKey)
                .forEach(text -> features.add(row -> text.equals(values[row] == null ? "" : values[row]) ? 1 : 0));
    }

    /// Adds a column of free texts: a feature for each of their most frequent words, 1 where it stands in the text. False where no word is
    /// frequent.
    boolean addWords(Sample.Values column) {
        if (!(column instanceof Sample.Values.Texts(String[] values))) {
            return false;
        }
        Map<String, Integer> counts = WordCounts.of(
                Arrays.stream(learnt).mapToObj(row -> values[row] == null ? "" : values[row]).toList()).texts();
        Map<String, Integer> places = new HashMap<>();
        counts.entrySet().stream().filter(entry -> entry.getValue() >= FEWEST_OF_A_WORD)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.min(MOST_WORDS, MOST - features.size()))
                .forEach(entry -> places.put(entry.getKey(), places.size()));
        BitSet[] there = new BitSet[values.length];
        for (int row = 0; row < there.length; row++) {
            there[row] = new BitSet(places.size());
            for (String word : values[row] == null ? Set.<String>of() : WordCounts.in(values[row])) {
                if (places.containsKey(word)) {
                    there[row].set(places.get(word));
                }
            }
        }
        IntStream.range(0, places.size()).forEach(word -> features.add(row -> there[row].get(word) ? 1 : 0));
        return !places.isEmpty();
    }

    int count() {
        return features.size();
    }

    /// The features of some rows, with a last one that is always 1.
    double[][] of(int[] rows) {
        double[][] x = new double[rows.length][features.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < features.size(); f++) {
                x[i][f] = features.get(f).applyAsDouble(rows[i]);
            }
            x[i][features.size()] = 1;
        }
        return x;
    }
}
