package io.netloom.compile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the pickle (protocol 2) in which an archive lists the members of its class, and remembers which tensors' bytes
/// have to be stored beside it. The opcodes are those of CPython's `pickletools`; the shape of a tensor's entry is that
/// of `torch._utils._rebuild_tensor_v2`.
final class Pickle {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Object, Integer> memo = new HashMap<>();
    private final List<TensorData> storages;

    /// @param storages receives the bytes to store; entry `i` becomes the file `data/i`
    Pickle(List<TensorData> storages) {
        this.storages = storages;
        op(0x80);
        op(2);
    }

    byte[] stop() {
        op('.');
        return out.toByteArray();
    }

    void global(String module, String name) {
        op('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    void op(int code) {
        out.write(code);
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        op('X');
        int32(bytes.length);
        out.writeBytes(bytes);
    }

    void number(long value) {
        if (value == (int) value) {
            op('J');
            int32((int) value);
        } else {
            op(0x8a);
            op(Long.BYTES);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        }
    }

    void bool(boolean value) {
        op(value ? 0x88 : 0x89);
    }

    /// A tensor that is a member. Asked again, it refers to the very same one.
    void tensor(Attribute.Tensor tensor) {
        if (!recall(tensor.name())) {
            rebuild(tensor, tensor.parameter());
            remember(tensor.name());
        }
    }

    /// Another tensor over the same memory, without gradients.
    void detached(Attribute.Tensor tensor) {
        rebuild(tensor, false);
    }

    private void rebuild(Attribute.Tensor tensor, boolean requiresGradient) {
        TensorData data = tensor.initial();
        global("torch._utils", "_rebuild_tensor_v2");
        op('(');
        storage(tensor.name(), data);
        number(0);
        numbers(data.shape());
        numbers(strides(data.shape()));
        bool(requiresGradient);
        global("collections", "OrderedDict");
        op(')');
        op('R');
        op('t');
        op('R');
    }

    private void storage(String owner, TensorData data) {
        Object key = List.of("storage", owner);
        if (recall(key)) {
            return;
        }
        op('(');
        text("storage");
        global("torch", switch (data.type()) {
            case FLOAT32 -> "FloatStorage";
            case FLOAT64 -> "DoubleStorage";
            case INT64 -> "LongStorage";
            case UINT8 -> "ByteStorage";
        });
        text(Integer.toString(storages.size()));
        text("cpu");
        number(data.elements());
        op('t');
        op('Q');
        remember(key);
        storages.add(data);
    }

    private boolean recall(Object key) {
        Integer place = memo.get(key);
        if (place != null) {
            op('j');
            int32(place);
        }
        return place != null;
    }

    private void remember(Object key) {
        memo.put(key, memo.size());
        op('r');
        int32(memo.size() - 1);
    }

    private void numbers(List<Long> values) {
        op('(');
        values.forEach(this::number);
        op('t');
    }

    private void int32(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    private static List<Long> strides(List<Long> shape) {
        Long[] strides = new Long[shape.size()];
        long stride = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return List.of(strides);
    }
}
