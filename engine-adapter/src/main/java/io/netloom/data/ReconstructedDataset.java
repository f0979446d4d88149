package io.netloom.data;

import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// A data set with outputs that give inputs back behind its own targets.
///
/// @param data whose examples they are
/// @param targets its own first
record ReconstructedDataset(Dataset data, List<Target> targets) implements Dataset {
    ReconstructedDataset {
        targets = List.copyOf(targets);
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public List<Input> inputs() {
        return data.inputs();
    }

    @Override
    public Optional<Part> given(int example) {
        return data.given(example);
    }

    @Override
    public void read(int example, Batch into, int row) {
        data.read(example, into, row);
    }

    @Override
    public int classOf(int example, int target) {
        return data.classOf(example, target);
    }

    @Override
    public float[] numbersOf(int example, int target) {
        return data.numbersOf(example, target);
    }

    @Override
    public String[] texts(String column) {
        return data.texts(column);
    }

    @Override
    public double[] times(String column) {
        return data.times(column);
    }

    @Override
    public Optional<Timeline> timeline() {
        return data.timeline();
    }

    @Override
    public OptionalInt overlap() {
        return data.overlap();
    }

    @Override
    public SequencedMap<String, FittedInput> fit(int[] train) {
        return data.fit(train);
    }

    @Override
    public Dataset prepared(SequencedMap<String, FittedInput> fitted) {
        return new ReconstructedDataset(data.prepared(fitted), targets);
    }

    @Override
    public Optional<RowForm> form(int[] train) {
        return data.form(train);
    }

    @Override
    public SequencedMap<String, String> columns(int example) {
        return data.columns(example);
    }

    @Override
    public long cacheBytes() {
        return data.cacheBytes();
    }

    @Override
    public boolean inMemory() {
        return data.inMemory();
    }

    @Override
    public Sentence describe(int example) {
        return data.describe(example);
    }

    @Override
    public List<Sentence> warnings() {
        return data.warnings();
    }

    @Override
    public List<LeftOut> leftOut() {
        return data.leftOut();
    }

    @Override
    public void close() {
        data.close();
    }
}
