package io.netloom.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.netloom.compile.Program;
import io.netloom.compile.TensorData;
import io.netloom.shape.ElementType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A program loaded into the engine. Each call is one call into native code; nothing native leaves this class. To be
/// used by the thread that opened it, and closed.
public final class Session implements AutoCloseable {
    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final boolean gradientsBefore;

    private Session(PtNDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
        this.gradientsBefore = JniUtils.isGradMode();
    }

    /// Loads a program onto a device.
    ///
    /// @throws EngineFailure if the engine cannot load it
    public static Session open(Program program, ComputeDevice device) {
        PtNDManager manager = (PtNDManager) Engine.getEngine("PyTorch").newBaseManager(device.device());
        // The profiling executor would compile anew at the first steps, for no gain afterwards.
        JniUtils.setGraphExecutorOptimize(false);
        ByteBuffer archive = program.archive();
        try {
            var stream = new ByteArrayInputStream(archive.array(), archive.arrayOffset(), archive.remaining());
            var session = new Session(manager, JniUtils.loadModule(manager, stream, true, false));
            JniUtils.setGradMode(true);
            return session;
        } catch (IOException | EngineException e) {
            manager.close();
            throw new EngineFailure("The engine cannot load the network", e);
        }
    }

    /// Learns from a batch.
    ///
    /// @param inputs one raw tensor an Input, the batch as its first axis
    /// @param targets one tensor an Output: class indices or numbers
    /// @param learningRate how far to move along the gradient
    /// @param seed fixes the random numbers of this step
    /// @return the batch's mean loss before the update
    public float step(List<TensorData> inputs, List<TensorData> targets, double learningRate, long seed) {
        try (var call = new Call("step", true)) {
            inputs.forEach(call::add);
            targets.forEach(call::add);
            call.add(TensorData.of((float) learningRate));
            call.add(scalar(seed));
            return call.run().singletonOrThrow().toFloatArray()[0];
        }
    }

    /// Adds a batch to the sums without learning from it.
    public void evaluate(List<TensorData> inputs, List<TensorData> targets) {
        try (var call = new Call("evaluate", false)) {
            inputs.forEach(call::add);
            targets.forEach(call::add);
            call.run();
        }
    }

    /// The network's answers for a batch of raw inputs: for each head, one row of numbers an example.
    public List<float[][]> predict(List<TensorData> inputs) {
        try (var call = new Call("predict", false)) {
            inputs.forEach(call::add);
            int count = inputs.getFirst().shape().getFirst().intValue();
            var answers = new ArrayList<float[][]>();
            for (NDArray answer : call.run()) {
                float[] flat = answer.toFloatArray();
                int width = flat.length / count;
                float[][] rows = new float[count][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
                }
                answers.add(rows);
            }
            return answers;
        }
    }

    /// Runs `forward` on inputs that are scaled already and gives the logits of each head, flat.
    public List<float[]> forward(List<TensorData> inputs) {
        try (var call = new Call("forward", false)) {
            inputs.forEach(call::add);
            return call.run().stream().map(NDArray::toFloatArray).toList();
        }
    }

    /// The sums since the last time, one array a head, and clears them.
    public List<double[]> takeSums() {
        try (var call = new Call("take_sums", false)) {
            return call.run().stream().map(NDArray::toDoubleArray).toList();
        }
    }

    /// All that training changes, in the order of [Program#stateNames].
    public List<TensorData> state() {
        try (var call = new Call("state", false)) {
            return call.run().stream().map(Session::toTensorData).toList();
        }
    }

    /// Puts back what [#state] gave.
    public void restore(List<TensorData> state) {
        try (var call = new Call("restore", false)) {
            call.addList(state);
            call.run();
        }
    }

    @Override
    public void close() {
        JniUtils.setGradMode(gradientsBefore);
        block.close();
        manager.close();
    }

    private static TensorData scalar(long value) {
        var data = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
        return new TensorData(ElementType.INT64, List.of(), data);
    }

    private static TensorData toTensorData(NDArray array) {
        ByteBuffer data = array.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        var shape = Arrays.stream(array.getShape().getShape()).boxed().toList();
        return new TensorData(array.getDataType() == DataType.FLOAT32 ? ElementType.FLOAT32 : ElementType.FLOAT64,
                shape, data);
    }

    /// The arguments and results of one call; all are freed when it closes.
    private final class Call implements AutoCloseable {
        private final PtNDManager scope = (PtNDManager) manager.newSubManager();
        private final NDList arguments = new NDList();
        private final boolean learns;

        Call(String method, boolean learns) {
            this.learns = learns;
            // The engine reads the method's name from an array that it does not pass on.
            NDArray marker = scope.create(0f);
            marker.setName("module_method:" + method);
            arguments.add(marker);
        }

        void add(TensorData tensor) {
            arguments.add(array(tensor));
        }

        void addList(List<TensorData> tensors) {
            for (TensorData tensor : tensors) {
                NDArray array = array(tensor);
                array.setName("values[]");
                arguments.add(array);
            }
        }

        NDList run() {
            try {
                NDList result = IValueUtils.forward(block, arguments, learns);
                result.attach(scope);
                return result;
            } catch (EngineException e) {
                throw new EngineFailure("The engine failed", e);
            }
        }

        private NDArray array(TensorData tensor) {
            ByteBuffer data = tensor.data();
            if (!data.isDirect()) {
                data = ByteBuffer.allocateDirect(data.remaining()).order(ByteOrder.LITTLE_ENDIAN).put(data).flip();
            }
            var shape = new ai.djl.ndarray.types.Shape(
                    tensor.shape().stream().mapToLong(Long::longValue).toArray());
            return JniUtils.createNdFromByteBuffer(scope, data, shape, type(tensor.type()), SparseFormat.DENSE,
                    scope.getDevice());
        }

        private DataType type(ElementType type) {
            return switch (type) {
                case FLOAT32 -> DataType.FLOAT32;
                case FLOAT64 -> DataType.FLOAT64;
                case INT64 -> DataType.INT64;
                case UINT8 -> DataType.UINT8;
            };
        }

        @Override
        public void close() {
            arguments.close();
            scope.close();
        }
    }
}
