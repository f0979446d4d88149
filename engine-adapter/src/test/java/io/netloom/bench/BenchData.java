package io.netloom.bench;

import io.netloom.compile.TensorData;
import io.netloom.shape.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A few batches of noise in direct buffers, as a data loader leaves them.
record BenchData(List<TensorData> inputs, List<TensorData> targets) {
    private static final int BATCHES = 8;

    static BenchData of(BenchNetwork network) {
        var random = new Random(1);
        var inputs = new ArrayList<TensorData>();
        var targets = new ArrayList<TensorData>();
        var shape = new ArrayList<>(List.of((long) network.batch()));
        shape.addAll(network.input());
        int entries = shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact);
        for (int b = 0; b < BATCHES; b++) {
            ByteBuffer x = direct(entries * Float.BYTES);
            while (x.hasRemaining()) {
                x.putFloat((float) random.nextGaussian());
            }
            inputs.add(new TensorData(ElementType.FLOAT32, shape, x.flip()));
            ByteBuffer y = direct(network.batch() * Long.BYTES);
            while (y.hasRemaining()) {
                y.putLong(random.nextInt(network.classes()));
            }
            targets.add(new TensorData(ElementType.INT64, List.of((long) network.batch()), y.flip()));
        }
        return new BenchData(inputs, targets);
    }

    TensorData input(int step) {
        return inputs.get(step % BATCHES);
    }

    TensorData target(int step) {
        return targets.get(step % BATCHES);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
