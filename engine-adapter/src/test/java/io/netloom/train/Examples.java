package io.netloom.train;

import io.netloom.compile.Task;
import io.netloom.data.Batch;
import io.netloom.data.Dataset;
import io.netloom.data.Input;
import io.netloom.data.Part;
import io.netloom.data.Target;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Examples in memory, as a test wants them: one input of numbers, and one target.
final class Examples implements Dataset {
    private final List<float[]> inputs = new ArrayList<>();
    private final List<Float> targets = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Task task;
    private boolean streamed;

    private Examples(Task task) {
        this.task = task;
    }

    /// Examples of classes 0, 1, …
    static Examples ofClasses(int classes) {
        return new Examples(new Task.Classification(
                IntStream.range(0, classes).mapToObj(c -> "c" + c).toList()));
    }

    /// Examples of a number.
    static Examples ofNumbers() {
        return new Examples(new Task.Regression(0, 1));
    }

    /// As if they were read from files, so that each step is a call of its own.
    Examples streamed() {
        streamed = true;
        return this;
    }

    /// Adds examples to a part.
    Examples add(Part part, int count, IntFunction<float[]> input, IntFunction<Float> target) {
        for (int i = 0; i < count; i++) {
            inputs.add(input.apply(i));
            targets.add(target.apply(i));
            parts.add(part);
        }
        return this;
    }

    @Override
    public int size() {
        return inputs.size();
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input("x", Shape.of(inputs.getFirst().length)));
    }

    @Override
    public List<Target> targets() {
        return List.of(new Target("y", task));
    }

    @Override
    public Optional<Part> given(int example) {
        return Optional.of(parts.get(example));
    }

    @Override
    public void read(int example, Batch into, int row) {
        into.putNumbers(0, row, inputs.get(example), 0);
        switch (task) {
            case Task.Classification _ -> into.putClass(0, row, classOf(example, 0));
            case Task.Regression _ -> into.putTarget(0, row, numbersOf(example, 0));
            case Task.Tags _,Task.Shares _,Task.Reconstruction _,Task.Segmentation _,Task.Tokens _ ->
                throw new IllegalStateException("these examples have one class or number each");
        }
    }

    @Override
    public int classOf(int example, int target) {
        return targets.get(example).intValue();
    }

    @Override
    public float[] numbersOf(int example, int target) {
        return new float[] {targets.get(example)};
    }

    @Override
    public boolean inMemory() {
        return !streamed;
    }

    @Override
    public Sentence describe(int example) {
        return Sentence.plain("example " + example);
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
