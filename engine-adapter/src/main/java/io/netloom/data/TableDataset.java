package io.netloom.data;

import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The rows of a [Table], as they were read. What becomes of them is learnt by [#fit] and done by [PreparedTable].
final class TableDataset implements Dataset {
    private final Table table;
    private final List<TableInput> inputs;
    private final RowStore rows;
    private final List<List<String>> dictionaries;
    private final List<TargetValues> targets;
    private final TableLines lines;
    private final List<Sentence> warnings;

    /// @param dictionaries for each place in a row the texts that its numbers stand for; empty where they are numbers
    /// @param lines where each example comes from
    TableDataset(Table table, List<TableInput> inputs, RowStore rows, List<List<String>> dictionaries,
            List<TargetValues> targets, TableLines lines, List<Sentence> warnings) {
        this.table = table;
        this.inputs = List.copyOf(inputs);
        this.rows = rows;
        this.dictionaries = List.copyOf(dictionaries);
        this.targets = List.copyOf(targets);
        this.lines = lines;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public List<Input> inputs() {
        return inputs.stream().map(TableInput::described).toList();
    }

    @Override
    public List<Target> targets() {
        List<Target> described = new ArrayList<>();
        List<String> names = List.copyOf(table.targets().keySet());
        for (int t = 0; t < targets.size(); t++) {
            described.add(new Target(names.get(t), targets.get(t).task()));
        }
        return described;
    }

    List<TableInput> layout() {
        return inputs;
    }

    RowStore rows() {
        return rows;
    }

    /// For each place in a row the texts that stand behind its numbers.
    List<List<String>> dictionaries() {
        return dictionaries;
    }

    /// Other rows of the same columns, without targets.
    Dataset alone(RowStore others, List<List<String>> texts) {
        return new TableDataset(table, inputs, others, texts, List.of(), new TableLines(new int[] {1}, List.of(), 1),
                List.of());
    }

    @Override
    public Optional<RowForm> form(int[] train) {
        return Optional.of(RowForm.of(this, train));
    }

    @Override
    public SequencedMap<String, String> columns(int example) {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        for (TableInput input : inputs) {
            int at = input.at();
            for (Feature feature : input.features()) {
                columns.put(feature.column(), RowForm.written(this, feature, at, example));
                at += FittedColumn.rawWidth(feature);
            }
        }
        return columns;
    }

    @Override
    public Optional<Part> given(int example) {
        return lines.part(example);
    }

    @Override
    public String[] texts(String column) {
        return new TableKeys(table, lines).texts(column);
    }

    @Override
    public double[] times(String column) {
        return new TableKeys(table, lines).times(column);
    }

    @Override
    public SequencedMap<String, FittedInput> fit(int[] train) {
        SequencedMap<String, FittedInput> fitted = new LinkedHashMap<>();
        inputs.forEach(input -> fitted.put(input.name(), input.fit(rows, dictionaries, train)));
        return fitted;
    }

    @Override
    public Dataset prepared(SequencedMap<String, FittedInput> fitted) {
        return inputs.stream().allMatch(TableInput::isPlain) ? this : new PreparedTable(this, fitted);
    }

    /// Reads numbers as they are; other columns must be prepared first.
    @Override
    public void read(int example, Batch into, int row) {
        for (int i = 0; i < inputs.size(); i++) {
            TableInput input = inputs.get(i);
            if (!input.isPlain()) {
                throw new IllegalStateException("the columns of " + input.name() + " are not prepared yet");
            }
            readPlain(i, example, into, row);
        }
        readTargets(example, into, row);
    }

    void readPlain(int input, int example, Batch into, int row) {
        float[] values = new float[inputs.get(input).rawWidth()];
        rows.get(example, inputs.get(input).at(), values);
        into.putNumbers(input, row, values, 0);
    }

    void readTargets(int example, Batch into, int row) {
        for (int t = 0; t < targets.size(); t++) {
            targets.get(t).write(example, into, t, row);
        }
    }

    @Override
    public int classOf(int example, int target) {
        return targets.get(target).classOf(example);
    }

    @Override
    public float[] numbersOf(int example, int target) {
        return targets.get(target).numbersOf(example);
    }

    /// Rows that lie in a file are mapped into memory.
    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Sentence describe(int example) {
        return lines.describe(example);
    }

    @Override
    public List<Sentence> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        rows.close();
    }
}
