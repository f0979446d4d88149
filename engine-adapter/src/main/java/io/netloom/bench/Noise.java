package io.netloom.bench;

import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.data.Batch;
import io.netloom.data.Dataset;
import io.netloom.data.Input;
import io.netloom.data.Part;
import io.netloom.data.Target;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random numbers of random classes, in memory. They can be learnt only by heart, which networks do in the end.
final class Noise implements Dataset {
    private static final int FEWEST_BATCHES = 8;
    private static final int MOST_BATCHES = 128;
    private static final long ENTRIES = 1 << 22;

    private final Course course;
    private final int batches;
    private final int width;
    private final ByteBuffer inputs;
    private final ByteBuffer classes;

    Noise(Course course, long seed) {
        this.course = course;
        this.width = Math.toIntExact(course.input().elements());
        this.batches = Math.clamp(ENTRIES / width / course.batch(), FEWEST_BATCHES, MOST_BATCHES);
        var random = new SplittableRandom(seed);
        this.inputs = direct(size() * width * Float.BYTES);
        this.classes = direct(size() * Long.BYTES);
        while (inputs.hasRemaining()) {
            inputs.putFloat((float) random.nextGaussian());
        }
        while (classes.hasRemaining()) {
            classes.putLong(random.nextInt(course.classes()));
        }
        inputs.flip();
        classes.flip();
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The inputs of all batches, each as a tensor over this memory.
    List<TensorData> inputBatches() {
        var shape = new ArrayList<>(List.of((long) size()));
        for (long axis : course.input().features()) {
            shape.add(axis);
        }
        return batches(new TensorData(ElementType.FLOAT32, shape, inputs));
    }

    /// The classes of all batches.
    List<TensorData> targetBatches() {
        return batches(new TensorData(ElementType.INT64, List.of((long) size()), classes));
    }

    private List<TensorData> batches(TensorData whole) {
        return IntStream.range(0, batches).mapToObj(i -> whole.rows(i * course.batch(), (i + 1) * course.batch()))
                .toList();
    }

    @Override
    public int size() {
        return batches * course.batch();
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input("in", course.input()));
    }

    @Override
    public List<Target> targets() {
        List<String> names = IntStream.range(0, course.classes()).mapToObj(i -> "c" + i).toList();
        return List.of(new Target("out", new Task.Classification(names)));
    }

    @Override
    public Optional<Part> given(int example) {
        return Optional.empty();
    }

    @Override
    public void read(int example, Batch into, int row) {
        float[] numbers = new float[width];
        inputs.asFloatBuffer().get(example * width, numbers);
        into.putNumbers(0, row, numbers, 0);
        into.putClass(0, row, classOf(example, 0));
    }

    @Override
    public int classOf(int example, int target) {
        return (int) classes.getLong(example * Long.BYTES);
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
