package io.netloom.data;

import io.netloom.compile.TensorData;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A handful of examples side by side: one direct buffer an input in its raw element type, and one a target
/// that the data gives ([Task#target]), in the machine's byte order, row after row. It is filled again and
/// again.
public final class Batch {
    private final int capacity;
    private final List<Input> inputFields;
    private final List<Optional<Shape>> targetShapes;
    private final ByteBuffer[] inputs;
    private final int[] inputBytes;
    private final ByteBuffer[] targets;
    private final int[] targetBytes;
    private int[] examples = {};
    private int asked;

    private Batch(List<Input> inputs, List<Target> targets, int capacity) {
        this.capacity = capacity;
        this.inputFields = List.copyOf(inputs);
        this.targetShapes = targets.stream().map(target -> target.task().target()).toList();
        this.inputBytes = inputs.stream().mapToInt(input -> rowBytes(input.shape(), capacity)).toArray();
        this.targetBytes = targetShapes.stream().mapToInt(shape -> shape.map(s -> rowBytes(s, capacity)).orElse(0))
                .toArray();
        this.inputs = allocate(inputBytes, capacity);
        this.targets = allocate(targetBytes, capacity);
    }

    /// A batch with room for `capacity` examples, at least 1.
    ///
    /// @throws BadInput if that many examples do not fit into one buffer of 2 GB
    public static Batch allocate(List<Input> inputs, List<Target> targets, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a batch holds at least one example, not " + capacity);
        }
        return new Batch(inputs, targets, capacity);
    }

    private static ByteBuffer[] allocate(int[] rowBytes, int capacity) {
        return Arrays.stream(rowBytes)
                .mapToObj(bytes -> ByteBuffer.allocateDirect(bytes * capacity).order(ByteOrder.nativeOrder()))
                .toArray(ByteBuffer[]::new);
    }

    private static int rowBytes(Shape shape, int capacity) {
        if (Shape.product(shape.bytes(), capacity) > Integer.MAX_VALUE) {
            throw new BadInput(Sentence.of("train.large-batch",
                    "A batch of {0,number,0} examples of {1} is larger than 2 GB. Choose a smaller batch.", capacity,
                    shape.toString()));
        }
        return (int) shape.bytes();
    }

    /// Room, in examples.
    public int capacity() {
        return capacity;
    }

    /// Examples that it holds now; fewer than [#capacity] at the end of an epoch.
    public int rows() {
        return examples.length;
    }

    /// The numbers of the examples that it holds, row by row.
    public int[] examples() {
        return examples.clone();
    }

    /// Examples whose turn it was: those that it holds, and those before or among them that turned out to be damaged.
    public int asked() {
        return asked;
    }

    /// The rows of input `input`, from position 0 to the limit; a view of this batch's memory.
    public ByteBuffer input(int input) {
        return view(inputs[input], inputBytes[input]);
    }

    /// The rows of target `target`, from position 0 to the limit; a view of this batch's memory.
    public ByteBuffer target(int target) {
        return view(targets[target], targetBytes[target]);
    }

    private ByteBuffer view(ByteBuffer buffer, int rowBytes) {
        return buffer.duplicate().order(ByteOrder.nativeOrder()).limit(rows() * rowBytes);
    }

    /// All inputs as the engine takes them, the batch as first axis; views of this batch's memory.
    public List<TensorData> inputTensors() {
        var tensors = new ArrayList<TensorData>();
        for (int i = 0; i < inputs.length; i++) {
            Shape shape = inputFields.get(i).shape();
            tensors.add(new TensorData(shape.type(), axes(shape.features()), input(i)));
        }
        return tensors;
    }

    /// All targets that the data gives, in their order, as the engine takes them, the batch as first axis; views of this batch's
    /// memory.
    public List<TensorData> targetTensors() {
        var tensors = new ArrayList<TensorData>();
        for (int i = 0; i < targets.length; i++) {
            if (targetShapes.get(i).isPresent()) {
                Shape shape = targetShapes.get(i).get();
                tensors.add(new TensorData(shape.type(), axes(shape.features()), target(i)));
            }
        }
        return tensors;
    }

    private List<Long> axes(long... features) {
        return LongStream.concat(LongStream.of(rows()), LongStream.of(features)).boxed().toList();
    }

    /// Makes this batch hold these examples, at most [#capacity]; their values are then written row by row.
    public void hold(int... examples) {
        if (examples.length > capacity) {
            throw new IllegalArgumentException(examples.length + " examples in a batch for " + capacity);
        }
        this.examples = examples.clone();
        this.asked = examples.length;
    }

    /// Goes on with those of its examples that could be read.
    ///
    /// @param readable in the order of their rows
    void keep(int[] readable) {
        examples = readable;
    }

    /// Takes over the turn of examples before it, none of which could be read.
    void takeOver(int before) {
        asked += before;
    }

    /// Reads the pixels of a row.
    void getPixels(int input, int row, byte[] into) {
        inputs[input].get(row * inputBytes[input], into);
    }

    /// Reads the classes of the pixels of a row.
    void getMask(int target, int row, byte[] into) {
        targets[target].get(row * targetBytes[target], into);
    }

    /// Writes the pixels of a row, taken from `source` at `offset`.
    public void putPixels(int input, int row, byte[] source, int offset) {
        inputs[input].put(row * inputBytes[input], source, offset, inputBytes[input]);
    }

    /// Writes the numbers of a row, taken from `source` at `offset`.
    public void putNumbers(int input, int row, float[] source, int offset) {
        int columns = inputBytes[input] / Float.BYTES;
        inputs[input].asFloatBuffer().put(row * columns, source, offset, columns);
    }

    /// Writes the class of a row: its number, or where a share for each class is asked for, all of it.
    public void putClass(int target, int row, int index) {
        if (targetShapes.get(target).orElseThrow().type() == ElementType.INT64) {
            targets[target].putLong(row * Long.BYTES, index);
            return;
        }
        float[] shares = new float[targetBytes[target] / Float.BYTES];
        shares[index] = 1;
        putTarget(target, row, shares);
    }

    /// Mixes a row with the first row of another batch for the same data.
    ///
    /// @param share of this row, 0 to 1
    void mix(int row, Batch other, double share) {
        for (int i = 0; i < inputs.length; i++) {
            mix(inputFields.get(i).shape().type(), inputs[i], other.inputs[i], row * inputBytes[i], inputBytes[i],
                    (float) share);
        }
        for (int t = 0; t < targets.length; t++) {
            if (targetShapes.get(t).isPresent()) {
                mix(targetShapes.get(t).get().type(), targets[t], other.targets[t], row * targetBytes[t],
                        targetBytes[t], (float) share);
            }
        }
    }

    private static void mix(ElementType type, ByteBuffer into, ByteBuffer from, int at, int bytes, float share) {
        switch (type) {
            case UINT8 -> {
                byte[] own = new byte[bytes];
                byte[] other = new byte[bytes];
                into.get(at, own);
                from.get(0, other);
                for (int i = 0; i < bytes; i++) {
                    own[i] = (byte) Math.round((own[i] & 0xFF) * share + (other[i] & 0xFF) * (1 - share));
                }
                into.put(at, own);
            }
            case FLOAT32 -> {
                for (int i = 0; i < bytes; i += Float.BYTES) {
                    into.putFloat(at + i, into.getFloat(at + i) * share + from.getFloat(i) * (1 - share));
                }
            }
            case FLOAT64, INT64 -> throw new IllegalStateException("numbers of classes are not mixed");
        }
    }

    /// Writes the numbers that a row is to learn: one, or as many as there are tags or classes.
    public void putTarget(int target, int row, float... values) {
        targets[target].slice(row * targetBytes[target], values.length * Float.BYTES).order(ByteOrder.nativeOrder())
                .asFloatBuffer().put(values);
    }

    /// Writes the tokens that a row is to learn.
    void putTokens(int target, int row, long[] places) {
        targets[target].slice(row * targetBytes[target], targetBytes[target]).order(ByteOrder.nativeOrder())
                .asLongBuffer().put(places);
    }

    /// Writes the classes of the pixels of a row.
    public void putMask(int target, int row, byte[] classes) {
        targets[target].put(row * targetBytes[target], classes);
    }
}
