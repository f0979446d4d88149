package io.netloom.engine;

import ai.djl.Device;
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
    /// Names the method to call; the engine reads the name and does not pass the array on.
    private final NDArray marker;
    /// What [#step] writes the learning rate and the seed to; two arrays over the same memory take them to the engine.
    private final ByteBuffer settings = ByteBuffer.allocateDirect(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final NDArray rate;
    private final NDArray seed;
    private final int threadsBefore = JniUtils.getNumThreads();
    private boolean choseThreads;

    private Session(PtNDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
        this.marker = manager.create(0f);
        this.rate = array(ElementType.FLOAT64, List.of(), settings.slice(0, Double.BYTES), Device.cpu());
        this.seed = array(ElementType.INT64, List.of(), settings.slice(Double.BYTES, Long.BYTES), Device.cpu());
    }

    /// Loads a program onto a device.
    ///
    /// @throws EngineFailure if the engine cannot load it
    public static Session open(Program program, ComputeDevice device) {
        PtNDManager manager = (PtNDManager) Native.engine().newBaseManager(device.device());
        // The profiling executor would compile anew at the first steps, for no gain afterwards.
        JniUtils.setGraphExecutorOptimize(false);
        ByteBuffer archive = program.archive();
        try {
            var stream = new ByteArrayInputStream(archive.array(), archive.arrayOffset(), archive.remaining());
            return new Session(manager, JniUtils.loadModule(manager, stream, true, false));
        } catch (IOException | EngineException e) {
            manager.close();
            throw EngineFailure.of("The engine cannot load the network", e);
        }
    }

    /// Lets the CPU work on one thread, or on all again; small networks are faster on one. It holds for the whole program, until
    /// the session is closed.
    public void useOneThread(boolean one) {
        useThreads(one ? 1 : threadsBefore);
    }

    /// Threads on which the CPU works by itself.
    public int threads() {
        return threadsBefore;
    }

    /// Lets the CPU work on so many threads, at least 1, as [#useOneThread] does.
    public void useThreads(int count) {
        choseThreads = true;
        JniUtils.setNumThreads(count);
    }

    /// Learns from a batch.
    ///
    /// @param inputs one raw tensor an Input, the batch as its first axis
    /// @param targets one tensor an Output: class indices or numbers
    /// @param learningRate how far to move along the gradient; 0 only keeps it, where gradients are accumulated
    /// @param seed fixes the random numbers of this step
    /// @return the batch's mean loss before the update
    public float step(List<TensorData> inputs, List<TensorData> targets, double learningRate, long seed) {
        settings.putDouble(0, learningRate).putLong(Double.BYTES, seed);
        try (var call = new Call("step")) {
            inputs.forEach(call::add);
            targets.forEach(call::add);
            return call.learn(rate).singletonOrThrow().toFloatArray()[0];
        }
    }

    /// What a step of a program for examination tells.
    ///
    /// @param loss the batch's mean loss before the update
    /// @param gradients for each learnt weight, in the order of the network, the size of the largest entry of its gradient;
    ///     not finite where one entry is not
    public record Watched(float loss, List<Float> gradients) {
        public Watched {
            gradients = List.copyOf(gradients);
        }
    }

    /// Learns from a batch as [#step] does, by a program for examination, and tells of the gradients.
    public Watched watchedStep(List<TensorData> inputs, List<TensorData> targets, double learningRate, long seed) {
        settings.putDouble(0, learningRate).putLong(Double.BYTES, seed);
        try (var call = new Call("watched_step")) {
            inputs.forEach(call::add);
            targets.forEach(call::add);
            NDList results = call.learn(rate);
            var gradients = new ArrayList<Float>();
            for (float gradient : results.get(1).toFloatArray()) {
                gradients.add(gradient);
            }
            return new Watched(results.get(0).toFloatArray()[0], gradients);
        }
    }

    /// Learns from several batches that stand one behind the other, each of the same size, in one call.
    ///
    /// @param learningRates one a batch
    /// @param firstSeed of the first batch; each further one counts on
    /// @return the last batch's mean loss before its update
    public float steps(List<TensorData> inputs, List<TensorData> targets, double[] learningRates, long firstSeed) {
        settings.putLong(Double.BYTES, firstSeed);
        ByteBuffer rates = ByteBuffer.allocateDirect(learningRates.length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        rates.asDoubleBuffer().put(learningRates);
        try (var call = new Call("steps")) {
            inputs.forEach(call::add);
            targets.forEach(call::add);
            NDArray each = array(ElementType.FLOAT64, List.of((long) learningRates.length), rates, Device.cpu());
            call.made.add(each);
            return call.learn(each).singletonOrThrow().toFloatArray()[0];
        }
    }

    /// Adds a batch to the sums without learning from it.
    public void evaluate(List<TensorData> inputs, List<TensorData> targets) {
        try (var call = new Call("evaluate")) {
            inputs.forEach(call::add);
            targets.forEach(call::add);
            call.run();
        }
    }

    /// The network's answers for a batch of raw inputs: for each head, one row of numbers an example.
    public List<float[][]> predict(List<TensorData> inputs) {
        try (var call = new Call("predict")) {
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
        try (var call = new Call("forward")) {
            inputs.forEach(call::add);
            return call.run().stream().map(NDArray::toFloatArray).toList();
        }
    }

    /// The sums since they were last taken, one array a head, without what only judging sums up; they stay. Of a program for training.
    public List<double[]> sums() {
        try (var call = new Call("sums")) {
            return call.run().stream().map(NDArray::toDoubleArray).toList();
        }
    }

    /// The sums since the last time, one array a head, and clears them.
    public List<double[]> takeSums() {
        try (var call = new Call("take_sums")) {
            return call.run().stream().map(NDArray::toDoubleArray).toList();
        }
    }

    /// The L2 norm of all gradients together, before they were bounded, at the first step that moved the weights since this was last
    /// asked; not a number where none has.
    public double takeGradientNorm() {
        try (var call = new Call("take_norm")) {
            float norm = call.run().singletonOrThrow().toFloatArray()[0];
            return norm < 0 ? Double.NaN : norm;
        }
    }

    /// All that training changes, in the order of [Program#stateNames].
    public List<TensorData> state() {
        try (var call = new Call("state")) {
            return call.run().stream().map(Session::toTensorData).toList();
        }
    }

    /// Puts back what [#state] gave.
    public void restore(List<TensorData> state) {
        try (var call = new Call("restore")) {
            call.addList(state);
            call.run();
        }
    }

    @Override
    public void close() {
        if (choseThreads) {
            // Whoever never chose must not undo what another session, which trains meanwhile, has chosen.
            JniUtils.setNumThreads(threadsBefore);
        }
        block.close();
        manager.close();
    }

    private static TensorData toTensorData(NDArray array) {
        ByteBuffer data = array.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        var shape = Arrays.stream(array.getShape().getShape()).boxed().toList();
        return new TensorData(array.getDataType() == DataType.FLOAT32 ? ElementType.FLOAT32 : ElementType.FLOAT64,
                shape, data);
    }

    private NDArray array(ElementType type, List<Long> shape, ByteBuffer data, Device device) {
        long[] axes = new long[shape.size()];
        Arrays.setAll(axes, shape::get);
        try {
            return JniUtils.createNdFromByteBuffer(manager, data, new ai.djl.ndarray.types.Shape(axes), dataType(type),
                    SparseFormat.DENSE, device);
        } catch (EngineException e) {
            throw EngineFailure.of("The engine cannot take the data", e);
        }
    }

    private static DataType dataType(ElementType type) {
        return switch (type) {
            case FLOAT32 -> DataType.FLOAT32;
            case FLOAT64 -> DataType.FLOAT64;
            case INT64 -> DataType.INT64;
            case UINT8 -> DataType.UINT8;
        };
    }

    /// The arguments and results of one call; all that it made is freed when it closes.
    private final class Call implements AutoCloseable {
        private final NDList arguments = new NDList(marker);
        private final NDList made = new NDList();

        Call(String method) {
            marker.setName("module_method:" + method);
        }

        void add(TensorData tensor) {
            ByteBuffer data = tensor.data();
            if (!data.isDirect()) {
                data = ByteBuffer.allocateDirect(data.remaining()).order(ByteOrder.LITTLE_ENDIAN).put(data).flip();
            }
            NDArray array = array(tensor.type(), tensor.shape(), data, manager.getDevice());
            made.add(array);
            arguments.add(array);
        }

        void addList(List<TensorData> tensors) {
            tensors.forEach(this::add);
            made.forEach(array -> array.setName("values[]"));
        }

        NDList run() {
            return run(false);
        }

        /// Runs with gradients.
        ///
        /// @param rates the learning rate, or one a step
        NDList learn(NDArray rates) {
            arguments.add(rates);
            arguments.add(seed);
            boolean before = JniUtils.isGradMode();
            JniUtils.setGradMode(true);
            try {
                return run(true);
            } finally {
                JniUtils.setGradMode(before);
            }
        }

        private NDList run(boolean learns) {
            try {
                NDList results = IValueUtils.forward(block, arguments, learns);
                made.addAll(results);
                // Read where it is, an array of a GPU would leave a copy behind that nobody frees.
                NDList here = results.toDevice(Device.cpu(), false);
                made.addAll(here);
                return here;
            } catch (EngineException e) {
                throw EngineFailure.of("The engine failed", e);
            }
        }

        @Override
        public void close() {
            made.close();
        }
    }
}
