package io.netloom.train;

import io.netloom.compile.Task;
import io.netloom.data.Batch;
import io.netloom.data.Dataset;
import io.netloom.data.Input;
import io.netloom.data.Part;
import io.netloom.data.Target;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Made examples of any kind in memory.
///
/// @param size how many
/// @param input what each offers
/// @param values the entries of an example's input; pixels as numbers 0 to 255
/// @param task what there is to learn
/// @param answers the numbers of an example's target, classes of pixels too
record Made(int size, Input input, IntFunction<float[]> values, Task task, IntFunction<float[]> answers)
        implements Dataset {

    @Override
    public List<Input> inputs() {
        return List.of(input);
    }

    @Override
    public List<Target> targets() {
        return List.of(new Target("y", task));
    }

    @Override
    public Optional<Part> given(int example) {
        return Optional.empty();
    }

    @Override
    public void read(int example, Batch into, int row) {
        if (input.shape().type() == ElementType.UINT8) {
            into.putPixels(0, row, bytes(values.apply(example)), 0);
        } else {
            into.putNumbers(0, row, values.apply(example), 0);
        }
        switch (task) {
            case Task.Classification _ -> into.putClass(0, row, classOf(example, 0));
            case Task.Segmentation _ -> into.putMask(0, row, bytes(answers.apply(example)));
            case Task.Regression _,Task.Tags _,Task.Shares _ -> into.putTarget(0, row, answers.apply(example));
            case Task.Reconstruction _,Task.Tokens _ -> {}
        }
    }

    private static byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Override
    public int classOf(int example, int target) {
        return (int) answers.apply(example)[0];
    }

    @Override
    public float[] numbersOf(int example, int target) {
        return answers.apply(example);
    }

    @Override
    public boolean inMemory() {
        return true;
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
