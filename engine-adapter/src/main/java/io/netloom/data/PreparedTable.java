package io.netloom.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The rows of a table as the network gets them: missing values filled, texts turned into numbers.
final class PreparedTable implements Dataset {
    /// A column, where its numbers begin in a row as it is read, and what its texts become.
    private record Step(FittedColumn column, int at, FittedColumn.Places places) {}

    private final TableDataset table;
    /// For each input; empty where its numbers are taken as they are.
    private final List<List<Step>> steps = new ArrayList<>();

    PreparedTable(TableDataset table, SequencedMap<String, FittedInput> fitted) {
        this.table = table;
        for (TableInput input : table.layout()) {
            List<Step> columns = new ArrayList<>();
            int at = 0;
            for (FittedColumn column : fitted.get(input.name()).columns()) {
                columns.add(new Step(column, at, column.places(table.dictionary(input.at() + at))));
                at += FittedColumn.rawWidth(column.feature());
            }
            steps.add(columns);
        }
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
            int to = 0;
            for (Step step : steps.get(i)) {
                step.column().write(raw, step.at(), step.places(), values, to);
                to += step.column().feature().width();
            }
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
    public String describe(int example) {
        return table.describe(example);
    }

    @Override
    public List<String> warnings() {
        return table.warnings();
    }

    @Override
    public void close() {
        table.close();
    }
}
