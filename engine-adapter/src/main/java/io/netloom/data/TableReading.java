package io.netloom.data;

import io.netloom.shape.Sentence;
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

/// Reads the columns of a [Table] that are used, once.
final class TableReading implements AutoCloseable {
    private final Table table;
    private final SequencedMap<String, TargetColumn> wanted;
    private final Map<String, Task> known;
    private final boolean learns;
    private final List<OpenTable> files = new ArrayList<>();
    private final List<TableColumns> facts = new ArrayList<>();
    private final List<TableInput> inputs = new ArrayList<>();
    private final List<RawColumn> columns = new ArrayList<>();
    private final List<TargetValues> targets = new ArrayList<>();
    private final List<Integer> targetsBegin = new ArrayList<>();

    private TableReading(Table table, SequencedMap<String, TargetColumn> wanted, Map<String, Task> known,
            boolean learns) {
        this.table = table;
        this.wanted = wanted;
        this.known = known;
        this.learns = learns;
    }

    /// To learn from: enough rows, and targets that differ.
    static Dataset learnt(Table table) {
        return read(table, table.targets(), Map.of(), true);
    }

    /// With targets of any kind.
    ///
    /// @param known what they mean to a model, by name
    static Dataset labelled(Table table, Map<String, Task> known) {
        return read(table, table.targets(), known, false);
    }

    /// The inputs alone; the targets' columns need not be there.
    static Dataset unlabelled(Table table) {
        return read(new Table(table.file(), table.test(), table.inputs(), new LinkedHashMap<>()),
                new LinkedHashMap<>(), Map.of(), false);
    }

    private static Dataset read(Table table, SequencedMap<String, TargetColumn> wanted, Map<String, Task> known,
            boolean learns) {
        try (var reading = new TableReading(table, wanted, known, learns)) {
            for (TableFile file : table.files()) {
                reading.open(file);
            }
            return reading.read();
        }
    }

    private void open(TableFile file) {
        OpenTable open = OpenTable.open(file);
        files.add(open);
        if (learns) {
            open.refuseUnknownTypes();
        }
        List<String> names = new ArrayList<>();
        table.inputs().values().forEach(features -> features.forEach(feature -> names.add(feature.column())));
        wanted.values().forEach(target -> names.addAll(target.columns()));
        List<ColumnFacts> counted = open.load(names.stream().map(open::index).toList());
        long rows = counted.getFirst().rows();
        boolean main = files.size() == 1;
        if (main && learns || rows == 0) {
            refuseFewRows(file.path(), rows);
        }
        var known = new TableColumns(open, counted);
        if (main) {
            known.refuseEmpty();
        }
        facts.add(known);
    }

    static void refuseFewRows(Path file, long rows) {
        if (rows < 2) {
            throw new BadInput(rows == 0
                    ? Sentence.of("input.no-rows",
                            "{0} has a header, but no rows below it. A network needs many examples, one a row: add them.",
                            file.toString())
                    : Sentence.of("input.one-row",
                            "{0} has only one row below its header. A network needs many examples, one a row: add them.",
                            file.toString()));
        }
    }

    private Dataset read() {
        long rows = facts.stream().mapToLong(TableColumns::rows).sum();
        if (rows > Integer.MAX_VALUE / 2) {
            throw new BadInput(Sentence.of("input.many-rows",
                    "{0} has {1,number,0} rows, more than can be counted. Use a part.", table.file().path().toString(),
                    rows));
        }
        int width = 0;
        for (Map.Entry<String, List<Feature>> input : table.inputs().entrySet()) {
            inputs.add(TableInput.of(input.getKey(), input.getValue(), width));
            width += inputs.getLast().rawWidth();
            input.getValue().forEach(feature -> columns.add(RawColumn.of(feature)));
        }
        facts.forEach(file -> columns.forEach(column -> column.refuseOtherValues(file)));
        int begin = columns.size() + 1;
        for (Map.Entry<String, TargetColumn> target : wanted.entrySet()) {
            targetsBegin.add(begin);
            targets.add(target(target.getKey(), target.getValue(), (int) rows));
            begin += target.getValue().columns().size();
        }
        RowStore store = RowStore.of(rows, width);
        try {
            return read(store, new int[(int) rows]);
        } catch (BadInput e) {
            store.close();
            throw e;
        }
    }

    private TargetValues target(String name, TargetColumn target, int rows) {
        Path path = table.file().path();
        TableColumns main = facts.getFirst();
        if (target.kind() == TargetColumn.Kind.CLASS) {
            String column = target.columns().getFirst();
            boolean whole = facts.stream().allMatch(file -> file.of(column).isWhole());
            return new TargetValues.Classes(path, column, whole, rows);
        }
        if (isText(target)) {
            return new TargetTags(path, target,
                    known.get(name) instanceof Task.Tags(List<String> names) ? names : List.of());
        }
        facts.forEach(file -> target.columns().forEach(file::refuseTexts));
        if (learns) {
            main.refuseConstants(target.columns());
        }
        return new TargetNumbers(path, target, rows);
    }

    private static boolean isText(TargetColumn target) {
        return target.kind() == TargetColumn.Kind.CLASS || !target.separator().isEmpty();
    }

    private Dataset read(RowStore store, int[] lines) {
        int used = 0;
        int read = 0;
        int[] ends = new int[files.size()];
        for (int f = 0; f < ends.length; f++) {
            used = take(f, store, lines, used);
            read += Math.toIntExact(facts.get(f).rows());
            ends[f] = used;
        }
        Sentence missing = facts.getFirst().missing();
        if (ends[0] == 0) {
            throw new BadInput(Sentence.of("input.no-whole-row",
                    "Every row of {0} misses a value in a column that is used ({1}). Use fewer columns, or fill"
                            + " the gaps.",
                    table.file().path().toString(), missing));
        }
        List<Sentence> warnings = new ArrayList<>();
        if (used < read) {
            warnings.add(Sentence.of("warning.rows",
                    "{0,number,0} of {1,number,0} rows were left out because a value is missing: {2}.", read - used,
                    read, missing));
        }
        targets.forEach(TargetValues::finish);
        targets.forEach(target -> warnings.addAll(target.warnings()));
        if (learns) {
            targets.forEach(TargetValues::refuseOneClass);
        }
        return new TableDataset(table, inputs, store, columns.stream().flatMap(c -> c.dictionaries().stream()).toList(),
                targets, new TableLines(used == lines.length ? lines : Arrays.copyOf(lines, used),
                        files.stream().map(OpenTable::unchanged).toList(), ends[0]),
                warnings);
    }

    /// Takes the rows of a file that miss nothing.
    ///
    /// @return how many are used now
    private int take(int file, RowStore store, int[] lines, int before) {
        List<OpenTable.Asked> asked = new ArrayList<>();
        columns.forEach(column -> asked.add(column.asked(facts.get(file))));
        wanted.values().forEach(target -> target.columns().forEach(name -> asked
                .add(new OpenTable.Asked(facts.get(file).of(name).index(),
                        isText(target) ? OpenTable.As.TEXT : OpenTable.As.NUMBER))));
        float[] row = new float[store.width()];
        int[] count = {0, before};
        files.get(file).read(asked, values -> {
            count[0]++;
            if (take(values, row, count[1], count[0])) {
                store.append(row);
                lines[count[1]++] = count[0];
            }
        });
        return count[1];
    }

    private boolean take(ResultSet values, float[] row, int at, int line) throws SQLException {
        int to = 0;
        for (int c = 0; c < columns.size(); c++) {
            if (!columns.get(c).take(values, c + 1, row, to, line)) {
                return false;
            }
            to += columns.get(c).width();
        }
        for (int t = 0; t < targets.size(); t++) {
            if (!targets.get(t).take(at, line, values, targetsBegin.get(t))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        files.forEach(OpenTable::close);
    }
}
