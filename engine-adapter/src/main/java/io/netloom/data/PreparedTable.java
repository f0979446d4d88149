package io.netloom.data;

import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The rows of a table as the network gets them: missing values filled, texts turned into numbers.
final class PreparedTable implements Dataset {
    private final TableDataset table;
    /// For each input; empty where its numbers are taken as they are.
    private final List<Optional<RowPreparation>> steps;

    PreparedTable(TableDataset table, SequencedMap<String, FittedInput> fitted) {
        this.table = table;
        steps = table.layout().stream()
                .map(input -> input.isPlain() ? Optional.<RowPreparation>empty()
                        : Optional.of(new RowPreparation(input, fitted.get(input.name()), table.dictionaries())))
                .toList();
    }

    @Override
    public void read(int example, Batch into, int row) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isEmpty()) {
                table.readPlain(i, example, into, row);
                continue;
            }
            TableInput input = table.layout().get(i);
            float[] raw = new float[input.rawWidth()];
            table.rows().get(example, input.at(), raw);
            float[] values = new float[input.width()];
            steps.get(i).get().write(raw, values, 0);
            into.putNumbers(i, row, values, 0);
        }
        table.readTargets(example, into, row);
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public List<Input> inputs() {
        return table.inputs();
    }

    @Override
    public List<Target> targets() {
        return table.targets();
    }

    @Override
    public Optional<Part> given(int example) {
        return table.given(example);
    }

    @Override
    public String[] texts(String column) {
        return table.texts(column);
    }

    @Override
    public double[] times(String column) {
        return table.times(column);
    }

    @Override
    public SequencedMap<String, FittedInput> fit(int[] train) {
        return table.fit(train);
    }

    @Override
    public Dataset prepared(SequencedMap<String, FittedInput> fitted) {
        return table.prepared(fitted);
    }

    @Override
    public Optional<RowForm> form(int[] train) {
        return table.form(train);
    }

    @Override
    public SequencedMap<String, String> columns(int example) {
        return table.columns(example);
    }

    @Override
    public int classOf(int example, int target) {
        return table.classOf(example, target);
    }

    @Override
    public float[] numbersOf(int example, int target) {
        return table.numbersOf(example, target);
    }

    @Override
    public boolean inMemory() {
        return table.inMemory();
    }

    @Override
    public Sentence describe(int example) {
        return table.describe(example);
    }

    @Override
    public List<Sentence> warnings() {
        return table.warnings();
    }

    @Override
    public void close() {
        table.close();
    }
}
