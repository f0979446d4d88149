package io.netloom.data;

import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a [Table], in memory.
final class TableDataset implements Dataset {
    /// The values of one input, row after row.
    record Column(String name, int columns, float[] values) {}

    private final List<Column> columns;
    private final List<String> targetNames;
    private final List<TargetValues> targets;
    private final int[] lines;
    private final List<String> warnings;

    /// @param lines the number of each example in the file, from 1 below the header
    TableDataset(List<Column> columns, List<String> targetNames, List<TargetValues> targets, int[] lines,
            List<String> warnings) {
        this.columns = List.copyOf(columns);
        this.targetNames = targetNames;
        this.targets = List.copyOf(targets);
        this.lines = lines;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public int size() {
        return lines.length;
    }

    @Override
    public List<Input> inputs() {
        return columns.stream().map(column -> new Input(column.name(), Shape.of(column.columns()))).toList();
    }

    @Override
    public List<Target> targets() {
        List<Target> described = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            described.add(new Target(targetNames.get(t), targets.get(t).task()));
        }
        return described;
    }

    @Override
    public Optional<Part> given(int example) {
        return Optional.empty();
    }

    @Override
    public void read(int example, Batch into, int row) {
        for (int i = 0; i < columns.size(); i++) {
            into.putNumbers(i, row, columns.get(i).values(), example * columns.get(i).columns());
        }
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

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public String describe(int example) {
        return "row " + lines[example];
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    /// The file is closed already; the memory goes with this object.
    @Override
    public void close() {}
}
