package io.netloom.compile;

import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// The entries of a tensor outside the engine.
///
/// @param type what an entry is
/// @param shape all axes; none for a single number
/// @param data the entries in row-major order, little-endian
public record TensorData(ElementType type, List<Long> shape, ByteBuffer data) {

    public TensorData {
        shape = List.copyOf(shape);
        data = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long needed = Shape.product(count(shape), type.bytes());
        if (data.remaining() != needed) {
            throw new IllegalArgumentException(shape + " of " + type + " needs " + needed + " bytes, not "
                    + data.remaining());
        }
    }

    /// All entries 0.
    public static TensorData zeros(ElementType type, List<Long> shape) {
        long bytes = Shape.product(count(shape), type.bytes());
        return new TensorData(type, shape, ByteBuffer.allocate(Math.toIntExact(bytes)));
    }

    /// One axis of floats.
    public static TensorData of(float... values) {
        var data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return new TensorData(ElementType.FLOAT32, List.of((long) values.length), data);
    }

    /// A single float.
    public static TensorData scalar(float value) {
        return new TensorData(ElementType.FLOAT32, List.of(), of(value).data());
    }

    /// Some rows, a view.
    ///
    /// @param from the first, counted from 0
    /// @param to the one behind the last
    public TensorData rows(int from, int to) {
        if (from == 0 && to == shape.getFirst()) {
            return this;
        }
        int bytes = Math.toIntExact(elements() / shape.getFirst()) * type.bytes();
        var axes = new ArrayList<>(shape);
        axes.set(0, (long) to - from);
        return new TensorData(type, axes, data().slice(from * bytes, (to - from) * bytes));
    }

    /// Number of entries.
    public long elements() {
        return count(shape);
    }

    /// A view of the bytes, little-endian, from the first entry.
    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A view of the entries of a `FLOAT32` tensor.
    public FloatBuffer floats() {
        if (type != ElementType.FLOAT32) {
            throw new IllegalStateException("a tensor of " + type + " has no floats");
        }
        return data().asFloatBuffer();
    }

    private static long count(List<Long> shape) {
        return Shape.product(shape.stream().mapToLong(Long::longValue).toArray());
    }
}
