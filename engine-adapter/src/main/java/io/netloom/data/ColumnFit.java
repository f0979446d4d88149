package io.netloom.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Learns what a column needs from the training rows, and from no others.
///
/// @param column what was learnt
/// @param mean what the program takes away from each of its numbers
/// @param std what the program divides each of them by
record ColumnFit(FittedColumn column, float[] mean, float[] std) {
    /// How far the largest value lies above the median, in distances between the quartiles, where a logarithm helps; and how far the least
    /// may lie below it.
    private static final double LONG_TAIL = 4;
    private static final double SHORT_TAIL = 2;

    /// @param at where the column's numbers begin in a row
    /// @param dictionary the texts that stand for its codes
    static ColumnFit of(Feature feature, RowStore rows, int at, List<String> dictionary, int[] train) {
        float[] mean = new float[feature.width()];
        float[] std = new float[feature.width()];
        Arrays.fill(std, 1);
        FittedColumn fitted = switch (feature) {
            case Feature.Number asked -> {
                Feature.Number number = settled(asked, rows, at, train);
                var column = new FittedColumn(number, fill(number.missing(), number.column(), rows, at, train),
                        List.of());
                float[] scale = scale(number, column, rows, at, train);
                mean[0] = scale[0];
                std[0] = scale[1];
                yield column;
            }
            case Feature.Flag flag ->
                new FittedColumn(feature, fill(flag.missing(), flag.column(), rows, at, train), List.of());
            case Feature.Category category -> {
                FittedColumn column = category(category, rows, at, dictionary, train);
                if (category.coding() == Feature.Coding.ORDINAL) {
                    Moments places = prepared(column, rows, at, column.places(dictionary), train);
                    mean[0] = places.mean();
                    std[0] = places.std();
                }
                yield column;
            }
            case Feature.Moment moment -> {
                int year = moment.parts().indexOf(Feature.DatePart.YEAR);
                var column = new FittedColumn(feature, fill(moment.missing(), moment.column(), rows, at, train),
                        List.of());
                if (year >= 0) {
                    Moments years = new Moments();
                    each(rows, at, train, value -> years.add(Float.isNaN(value) ? column.fill() : value));
                    int place = moment.parts().subList(0, year).stream().mapToInt(Feature.DatePart::width).sum();
                    mean[place] = years.mean();
                    std[place] = years.std();
                }
                yield column;
            }
            case Feature.Text text -> new FittedColumn(text, Float.NaN, tokens(text, rows, at, dictionary, train));
        };
        return new ColumnFit(fitted, mean, std);
    }

    private interface Values {
        void value(float value);
    }

    private static void each(RowStore rows, int at, int[] train, Values values) {
        for (int row : train) {
            values.value(rows.get(row, at));
        }
    }

    private static float[] present(RowStore rows, int at, int[] train) {
        float[] present = new float[train.length];
        int count = 0;
        for (int row : train) {
            float value = rows.get(row, at);
            if (!Float.isNaN(value)) {
                present[count++] = value;
            }
        }
        return Arrays.copyOf(present, count);
    }

    /// Where the training part has no value at all, 0.
    private static float fill(Missing missing, String column, RowStore rows, int at, int[] train) {
        return switch (missing.fill()) {
            case NOTHING, OWN -> Float.NaN;
            case CONSTANT -> missing.number(column).orElseThrow();
            case MEAN -> {
                Moments moments = new Moments();
                for (float value : present(rows, at, train)) {
                    moments.add(value);
                }
                yield moments.mean();
            }
            case MEDIAN -> quantile(sorted(present(rows, at, train)), 0.5);
            case FREQUENT -> frequent(sorted(present(rows, at, train)));
            // Only before the first value; 1 and 0 have the one as their median that they have most often.
            case LAST -> quantile(sorted(present(rows, at, train)), 0.5);
        };
    }

    private static float[] sorted(float[] values) {
        Arrays.sort(values);
        return values;
    }

    /// Between two values on the straight line through them, as NumPy does.
    static float quantile(float[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = below + 1 < sorted.length ? sorted[below + 1] : sorted[below];
        return (float) (sorted[below] + (place - below) * (above - sorted[below]));
    }

    /// The smallest of those that are most frequent.
    private static float frequent(float[] sorted) {
        float best = 0;
        int most = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = sorted[from];
            }
        }
        return best;
    }

    private static Feature.Number settled(Feature.Number number, RowStore rows, int at, int[] train) {
        if (number.scale() != Feature.Scale.AUTO) {
            return number;
        }
        return new Feature.Number(number.column(), hasLongTail(sorted(present(rows, at, train)))
                ? Feature.Scale.LOG
                : Feature.Scale.STANDARD, number.missing());
    }

    private static boolean hasLongTail(float[] sorted) {
        if (sorted.length == 0) {
            return false;
        }
        double median = quantile(sorted, 0.5);
        double range = (double) quantile(sorted, 0.75) - quantile(sorted, 0.25);
        return range > 0 && sorted[sorted.length - 1] - median > LONG_TAIL * range
                && median - sorted[0] < SHORT_TAIL * range;
    }

    private static float[] scale(Feature.Number number, FittedColumn column, RowStore rows, int at, int[] train) {
        return switch (number.scale()) {
            case NONE -> new float[] {0, 1};
            case STANDARD, LOG, AUTO -> {
                Moments moments = prepared(column, rows, at, FittedColumn.Places.NONE, train);
                yield new float[] {moments.mean(), moments.std()};
            }
            case MINMAX -> {
                float[] values = filled(column, rows, at, train);
                yield new float[] {values[0], Moments.scale((double) values[values.length - 1] - values[0])};
            }
            case ROBUST -> {
                float[] values = filled(column, rows, at, train);
                yield new float[] {quantile(values, 0.5),
                        Moments.scale((double) quantile(values, 0.75) - quantile(values, 0.25))};
            }
        };
    }

    private static Moments prepared(FittedColumn column, RowStore rows, int at, FittedColumn.Places places,
            int[] train) {
        Moments moments = new Moments();
        float[] raw = new float[1];
        float[] into = new float[column.feature().width()];
        for (int row : train) {
            raw[0] = rows.get(row, at);
            column.write(raw, 0, places, into, 0);
            moments.add(into[0]);
        }
        return moments;
    }

    private static float[] filled(FittedColumn column, RowStore rows, int at, int[] train) {
        float[] values = new float[train.length];
        for (int i = 0; i < values.length; i++) {
            float value = rows.get(train[i], at);
            values[i] = Float.isNaN(value) ? column.fill() : value;
        }
        return sorted(values);
    }

    private static List<String> tokens(Feature.Text text, RowStore rows, int at, List<String> dictionary, int[] train) {
        Map<String, Long> counts = new HashMap<>();
        each(rows, at, train, code -> {
            if (!Float.isNaN(code)) {
                counts.merge(dictionary.get((int) code), 1L, Long::sum);
            }
        });
        return Vocabulary.learn(text.tokens(), counts).tokens();
    }

    private static FittedColumn category(Feature.Category category, RowStore rows, int at, List<String> dictionary,
            int[] train) {
        long[] counts = new long[dictionary.size()];
        each(rows, at, train, code -> {
            if (!Float.isNaN(code)) {
                counts[(int) code]++;
            }
        });
        List<String> frequent = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).boxed()
                .sorted(Comparator.comparingLong((Integer code) -> -counts[code]).thenComparing(dictionary::get))
                .limit(category.slots()).map(dictionary::get).toList();
        List<String> categories = !category.order().isEmpty() ? category.order()
                : category.coding() == Feature.Coding.ORDINAL ? inOrder(frequent) : frequent;
        String fill = switch (category.missing().fill()) {
            case FREQUENT, LAST -> frequent.isEmpty() ? "" : frequent.getFirst();
            case CONSTANT -> category.missing().constant();
            case NOTHING, OWN, MEAN, MEDIAN -> "";
        };
        boolean gaps = switch (category.missing().fill()) {
            case FREQUENT, CONSTANT, LAST -> true;
            case NOTHING, OWN, MEAN, MEDIAN -> false;
        };
        return new FittedColumn(category,
                gaps ? FittedColumn.place(category, categories.indexOf(fill)) : Float.NaN, categories);
    }

    /// As numbers if all are, else as texts.
    private static List<String> inOrder(List<String> names) {
        Function<String, OptionalDouble> number = name -> {
            try {
                return OptionalDouble.of(Double.parseDouble(name));
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        };
        boolean numbers = names.stream().map(number).allMatch(OptionalDouble::isPresent);
        return names.stream()
                .sorted(numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder())
                .toList();
    }
}
