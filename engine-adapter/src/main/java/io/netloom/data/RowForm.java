package io.netloom.data;

import io.netloom.data.FormField.Fault;
import io.netloom.data.FormField.Gap;
import io.netloom.data.FormField.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// A form made of the columns of a table: a field a column, and from what is written in them a row that is prepared as the table's own are.
public final class RowForm {
    /// Rows of which the middle is looked for; of more, as many are taken, spread evenly.
    private static final int LOOKED_AT = 100_000;

    private final TableDataset table;
    private final List<FormField> fields;

    private RowForm(TableDataset table, List<FormField> fields) {
        this.table = table;
        this.fields = List.copyOf(fields);
    }

    /// @param train the rows that are learnt from
    static RowForm of(TableDataset table, int[] train) {
        SequencedMap<String, FormField> fields = new LinkedHashMap<>();
        for (TableInput input : table.layout()) {
            int at = input.at();
            for (Feature feature : input.features()) {
                fields.putIfAbsent(feature.column(), field(table, feature, at, train));
                at += FittedColumn.rawWidth(feature);
            }
        }
        return new RowForm(table, List.copyOf(fields.values()));
    }

    private static FormField field(TableDataset table, Feature feature, int at, int[] train) {
        Gap gap = feature.missing().fill() == Missing.Fill.NOTHING ? Gap.REFUSED : Gap.FILLED;
        int[] present = Arrays.stream(train).filter(row -> !Float.isNaN(table.rows().get(row, at))).toArray();
        String usual = present.length == 0 ? "" : written(table, feature, at, switch (feature) {
            case Feature.Number _,Feature.Moment _ -> middle(table, at, present);
            case Feature.Category _,Feature.Flag _,Feature.Text _ -> frequent(table, at, present).getFirst();
        });
        return new FormField(feature.column(), switch (feature) {
            case Feature.Number _ -> new Kind.Number(value(table, at, least(table, at, present)),
                    value(table, at, most(table, at, present)));
            case Feature.Category category -> new Kind.Choice(choices(table, category, at, present));
            case Feature.Flag _ -> new Kind.Flag();
            case Feature.Moment _ -> new Kind.Moment(written(table, feature, at, least(table, at, present)),
                    written(table, feature, at, most(table, at, present)));
            case Feature.Text _ -> new Kind.Text();
        }, usual, gap);
    }

    private static float value(TableDataset table, int at, int row) {
        return row < 0 ? 0 : table.rows().get(row, at);
    }

    private static int least(TableDataset table, int at, int[] rows) {
        return Arrays.stream(rows).boxed().min(Comparator.comparingDouble(row -> table.rows().get(row, at))).orElse(-1);
    }

    private static int most(TableDataset table, int at, int[] rows) {
        return Arrays.stream(rows).boxed().max(Comparator.comparingDouble(row -> table.rows().get(row, at))).orElse(-1);
    }

    /// A row whose value really occurs.
    private static int middle(TableDataset table, int at, int[] rows) {
        int count = Math.min(LOOKED_AT, rows.length);
        List<Integer> some = IntStream.range(0, count).map(i -> rows[(int) ((long) i * rows.length / count)]).boxed()
                .sorted(Comparator.comparingDouble(row -> table.rows().get(row, at))).toList();
        return some.get((count - 1) / 2);
    }

    /// A row for each value, the most frequent value first.
    private static List<Integer> frequent(TableDataset table, int at, int[] rows) {
        Map<Float, Integer> first = new LinkedHashMap<>();
        Map<Float, Integer> counts = new HashMap<>();
        for (int row : rows) {
            first.putIfAbsent(table.rows().get(row, at), row);
            counts.merge(table.rows().get(row, at), 1, Integer::sum);
        }
        return first.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Float, Integer> e) -> -counts.get(e.getKey())))
                .map(Map.Entry::getValue).toList();
    }

    private static List<String> choices(TableDataset table, Feature.Category category, int at, int[] rows) {
        return !category.order().isEmpty() ? category.order()
                : frequent(table, at, rows).stream().limit(category.slots())
                        .map(row -> written(table, category, at, row)).toList();
    }

    /// What a row of a table holds in a column, as a user would write it; empty where it is missing.
    static String written(TableDataset table, Feature feature, int at, int row) {
        float value = row < 0 ? Float.NaN : table.rows().get(row, at);
        if (Float.isNaN(value)) {
            return "";
        }
        return switch (feature) {
            case Feature.Number _ -> WrittenValue.number(value);
            case Feature.Flag _ -> value == 1 ? "true" : "false";
            case Feature.Category _,Feature.Text _ -> table.dictionaries().get(at).get((int) value);
            case Feature.Moment _ -> {
                float[] parts = new float[FittedColumn.PARTS_OF_A_DATE];
                table.rows().get(row, at, parts);
                yield WrittenValue.moment(parts);
            }
        };
    }

    /// The fields, in the order of the columns.
    public List<FormField> fields() {
        return fields;
    }

    /// What is wrong, by column; nothing where the row can be answered.
    ///
    /// @param values what is written, by column; a column that is not there is empty
    public SequencedMap<String, Fault> faults(Map<String, String> values) {
        SequencedMap<String, Fault> faults = new LinkedHashMap<>();
        for (TableInput input : table.layout()) {
            for (Feature feature : input.features()) {
                fault(feature, text(values, feature)).ifPresent(fault -> faults.putIfAbsent(feature.column(), fault));
            }
        }
        return faults;
    }

    private static Optional<Fault> fault(Feature feature, String text) {
        if (text.isEmpty()) {
            return feature.missing().fill() == Missing.Fill.NOTHING ? Optional.of(Fault.EMPTY) : Optional.empty();
        }
        return switch (feature) {
            case Feature.Number _ -> Optional.of(Fault.NO_NUMBER).filter(_ -> WrittenValue.number(text).isEmpty());
            case Feature.Flag _ -> Optional.of(Fault.NO_FLAG).filter(_ -> RawColumn.truth(text).isEmpty());
            case Feature.Moment _ -> Optional.of(Fault.NO_MOMENT).filter(_ -> WrittenValue.seconds(text).isEmpty());
            case Feature.Category _,Feature.Text _ -> Optional.empty();
        };
    }

    private static String text(Map<String, String> values, Feature feature) {
        return values.getOrDefault(feature.column(), "").strip();
    }

    /// A data set of this row alone, without targets, to be prepared as others.
    ///
    /// @param values what is written, by column; a column that is not there is empty
    /// @throws IllegalArgumentException if there are [#faults]
    public Dataset row(Map<String, String> values) {
        if (!faults(values).isEmpty()) {
            throw new IllegalArgumentException("the row has faults: " + faults(values));
        }
        List<List<String>> dictionaries = new ArrayList<>();
        float[] raw = new float[table.rows().width()];
        for (TableInput input : table.layout()) {
            for (Feature feature : input.features()) {
                RawColumn column = RawColumn.of(feature);
                column.take(text(values, feature), raw, dictionaries.size());
                dictionaries.addAll(column.dictionaries());
            }
        }
        RowStore store = RowStore.of(1, raw.length);
        store.append(raw);
        return table.alone(store, dictionaries);
    }
}
