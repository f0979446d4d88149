package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Reads the columns of a [Table] that are used into memory.
final class TableReading {
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private final Table table;
    private final SequencedMap<String, TargetColumn> wanted;
    private final Map<String, Task> known;
    private final boolean learns;
    private final Map<String, ColumnFacts> facts;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> texts = new ArrayList<>();
    private final List<NumberBlock> inputs = new ArrayList<>();
    private final List<TargetValues> targets = new ArrayList<>();
    private final int[] lines;
    private int row;
    private int used;

    /// The values of one input, `columns` a row.
    private record NumberBlock(int first, int columns, float[] values) {}

    /// To learn from: enough rows, and targets that differ.
    static Dataset learnt(Table table) {
        try (Csv csv = Csv.open(table.file())) {
            return new TableReading(table, table.targets(), Map.of(), true, csv).read(csv);
        }
    }

    /// With targets of any kind.
    ///
    /// @param known what they mean to a model, by name
    static Dataset labelled(Table table, Map<String, Task> known) {
        try (Csv csv = Csv.open(table.file())) {
            return new TableReading(table, table.targets(), known, false, csv).read(csv);
        }
    }

    /// The inputs alone; the targets' columns need not be there.
    static Dataset unlabelled(Table table) {
        try (Csv csv = Csv.open(table.file())) {
            return new TableReading(table, new LinkedHashMap<>(), Map.of(), false, csv).read(csv);
        }
    }

    private TableReading(Table table, SequencedMap<String, TargetColumn> wanted,
            Map<String, Task> known, boolean learns, Csv csv) {
        this.table = table;
        this.wanted = wanted;
        this.known = known;
        this.learns = learns;
        List<Integer> columns = new ArrayList<>();
        table.inputs().values().forEach(names -> names.forEach(name -> columns.add(csv.index(name))));
        wanted.values().forEach(target -> target.columns().forEach(name -> columns.add(csv.index(name))));
        List<ColumnFacts> counted = csv.load(columns);
        long rows = counted.getFirst().rows();
        if (learns || rows == 0) {
            refuseFewRows(table.file(), rows);
        }
        refuseEmptyColumns(counted);
        facts = counted.stream()
                .collect(Collectors.toMap(ColumnFacts::name, column -> column, (a, _) -> a, LinkedHashMap::new));
        lines = new int[Math.toIntExact(rows)];
        table.inputs().values().forEach(names -> inputs.add(input(names, rows)));
        wanted.forEach((name, target) -> targets.add(target(name, target, rows)));
    }

    static void refuseFewRows(Path file, long rows) {
        if (rows < 2) {
            throw new BadInput(
                    file + " has " + (rows == 0 ? "a header, but no rows below it" : "only one row below its header")
                            + ". A network needs many examples, one a row: add them.");
        }
    }

    private void refuseEmptyColumns(List<ColumnFacts> columns) {
        for (ColumnFacts column : columns) {
            if (column.present() == 0) {
                throw new BadInput("The column \"" + column.name() + "\" of " + table.file()
                        + " is empty. Do not use it, or fill it.");
            }
        }
    }

    private NumberBlock input(List<String> names, long rows) {
        if (rows * names.size() > MOST_VALUES) {
            throw new BadInput(table.file() + " has too many values for memory, " + rows + " rows of " + names.size()
                    + " columns. Use fewer columns, or a part of the rows.");
        }
        NumberBlock block = new NumberBlock(numbers.size() + 1, names.size(), new float[(int) rows * names.size()]);
        names.forEach(name -> numbers.add(numeric(name).index()));
        return block;
    }

    private ColumnFacts numeric(String name) {
        ColumnFacts column = facts.get(name);
        if (!column.isNumeric()) {
            throw new BadInput("The column \"" + name + "\" of " + table.file() + " must hold numbers, but it holds \""
                    + column.text()
                    + "\". Take it out, or replace its texts by numbers.");
        }
        return column;
    }

    private TargetValues target(String name, TargetColumn target, long rows) {
        if (target.kind() == TargetColumn.Kind.CLASS) {
            ColumnFacts column = facts.get(target.columns().getFirst());
            texts.add(column.index());
            return new TargetValues.Classes(table.file(), column, (int) rows);
        }
        if (!target.separator().isEmpty()) {
            texts.add(facts.get(target.columns().getFirst()).index());
            return new TargetTags(table.file(), target,
                    known.get(name) instanceof Task.Tags(List<String> names) ? names : List.of());
        }
        List<ColumnFacts> columns = target.columns().stream().map(this::numeric).toList();
        if (learns && columns.stream().allMatch(column -> column.least() == column.greatest())) {
            ColumnFacts column = columns.getFirst();
            throw new BadInput(
                    "The column \"" + column.name() + "\" of " + table.file() + " is " + (float) column.least()
                            + " in every row, so that there is nothing to learn. Choose another target.");
        }
        columns.forEach(column -> numbers.add(column.index()));
        return new TargetNumbers(table.file(), target, (int) rows);
    }

    private Dataset read(Csv csv) {
        csv.read(numbers, texts, this::take);
        if (used == 0) {
            throw new BadInput("Every row of " + table.file() + " misses a value in a column that is used (" + missing()
                    + "). Use fewer columns, or fill the gaps.");
        }
        List<String> warnings = new ArrayList<>();
        if (used < row) {
            warnings.add(
                    (row - used) + " of " + row + " rows were left out because a value is missing: " + missing() + ".");
        }
        List<TableDataset.Column> columns = new ArrayList<>();
        var names = List.copyOf(table.inputs().keySet());
        for (int i = 0; i < inputs.size(); i++) {
            columns.add(new TableDataset.Column(names.get(i), inputs.get(i).columns(), inputs.get(i).values()));
        }
        targets.forEach(TargetValues::finish);
        targets.forEach(target -> warnings.addAll(target.warnings()));
        if (learns) {
            targets.forEach(TargetValues::refuseOneClass);
        }
        return new TableDataset(columns, List.copyOf(wanted.keySet()), targets, Arrays.copyOf(lines, used), warnings);
    }

    private String missing() {
        List<String> gaps = facts.values().stream()
                .filter(column -> column.missing() > 0)
                .map(column -> column.name() + " (" + column.missing() + ")")
                .toList();
        return ReadFailure.some(gaps);
    }

    private void take(ResultSet values) throws SQLException {
        row++;
        for (NumberBlock block : inputs) {
            for (int c = 0; c < block.columns(); c++) {
                float value = values.getFloat(block.first() + c);
                if (values.wasNull()) {
                    return;
                }
                block.values()[used * block.columns() + c] = value;
            }
        }
        int number = inputs.stream().mapToInt(NumberBlock::columns).sum() + 1;
        int text = numbers.size() + 1;
        for (TargetValues target : targets) {
            boolean there = switch (target) {
                case TargetNumbers columns -> columns.take(used, row, values, number);
                case TargetValues.Classes column -> column.take(used, row, values, text++);
                case TargetTags column -> column.take(used, row, values, text++);
            };
            if (!there) {
                return;
            }
            number += target instanceof TargetNumbers columns ? columns.width() : 0;
        }
        lines[used++] = row;
    }
}
