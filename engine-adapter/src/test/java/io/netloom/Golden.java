package io.netloom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netloom.compile.TensorData;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Offset;

/// What PyTorch said, as the scripts in `src/test/golden` wrote it down.
public final class Golden {
    /// How far from PyTorch, relative to a magnitude of 1 or more, the engine may be.
    public static final double TOLERANCE = 1e-5;
    private static final JsonMapper JSON = new JsonMapper();

    private Golden() {}

    /// A tensor.
    public record Tensor(List<Long> shape, double[] values) {

        /// As the engine takes it.
        public TensorData floats() {
            var data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : values) {
                data.putFloat((float) value);
            }
            return new TensorData(ElementType.FLOAT32, shape, data.flip());
        }

        /// As the engine takes classes.
        public TensorData indices() {
            var data = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : values) {
                data.putLong((long) value);
            }
            return new TensorData(ElementType.INT64, shape, data.flip());
        }

        /// As the engine takes pixels, and their classes.
        public TensorData bytes() {
            var data = ByteBuffer.allocate(values.length);
            for (double value : values) {
                data.put((byte) value);
            }
            return new TensorData(ElementType.UINT8, shape, data.flip());
        }

        /// One example's shape, the first axis being the batch.
        public Shape example() {
            return Shape.of(shape.stream().skip(1).mapToLong(Long::longValue).toArray());
        }

        /// Fails unless these are the numbers of `actual`, within the tolerance.
        public void assertEqualTo(String name, TensorData actual) {
            assertThat(actual.shape()).as(name).isEqualTo(shape);
            float[] numbers = new float[values.length];
            FloatBuffer source = actual.floats();
            source.get(numbers);
            assertEqualTo(name, numbers);
        }

        /// Fails unless these are the numbers of `actual`, within the tolerance.
        public void assertEqualTo(String name, float[] actual) {
            assertThat(actual).as(name).hasSameSizeAs(values);
            for (int i = 0; i < values.length; i++) {
                assertClose(name + "[" + i + "]", actual[i], values[i]);
            }
        }
    }

    /// One layer's case.
    ///
    /// @param line the layer in Python
    /// @param call how Python's `forward` calls it
    /// @param whole the inputs that hold whole numbers (tokens, masks), before which no norm stands
    /// @param training absent where training draws random numbers
    public record LayerCase(String type, Map<String, String> settings, String line, String call, List<Tensor> x,
            Map<String, Tensor> weights, List<Tensor> outputs, List<Integer> whole, Training training) {

        public LayerCase {
            whole = whole == null ? List.of() : List.copyOf(whole);
        }

        /// The shapes of one example's inputs.
        public List<Shape> inputs() {
            return x.stream().map(Tensor::example).toList();
        }
    }

    /// One training step of the layer between norms and a head.
    public record Training(Map<String, Tensor> weights, Tensor y, double loss, Map<String, Tensor> gradients,
            Map<String, Tensor> statistics) {}

    /// Several trainings of one network.
    public record Trajectory(Scales task, Map<String, Tensor> weights, List<Batch> batches, List<Run> runs) {}

    /// How raw data is scaled; empty for data that is used as it is.
    public record Scales(float[] mean, float[] std, float targetMean, float targetStd) {}

    /// One batch, raw.
    public record Batch(Tensor x, Tensor y) {}

    /// One training: its optimiser, its losses, and the weights and statistics behind it.
    public record Run(String name, String optimiser, double momentum, double dampening, boolean nesterov,
            double alpha, boolean centered, double beta1, double beta2, boolean amsgrad, double eps,
            double momentum_decay, double lr_decay, double initial_accumulator_value, double weight_decay,
            double clipNorm, double clipValue, double l1, int accumulation, double averaging,
            Map<String, Double> rates, double rate, double[] losses, Map<String, Tensor> after) {}

    /// All cases of layers by name.
    public static SortedMap<String, LayerCase> layers() {
        try (var files = Files.list(folder("layers"))) {
            var cases = new TreeMap<String, LayerCase>();
            for (Path file : files.toList()) {
                cases.put(file.getFileName().toString().replace(".json", ""),
                        JSON.readValue(file.toFile(), LayerCase.class));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Steps by one loss, or by the weighted sum of several.
    ///
    /// @param x the raw input
    /// @param y one a target
    /// @param after the weights behind the last step
    public record LossCase(Map<String, Tensor> weights, Tensor x, List<Tensor> y, double rate, double[] losses,
            Map<String, Tensor> after) {}

    /// A case of a loss.
    public static LossCase loss(String name) {
        try {
            return JSON.readValue(folder("losses").resolve(name + ".json").toFile(), LossCase.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The trajectories of this network.
    public static Trajectory trajectory(String network) {
        try {
            return JSON.readValue(folder("trajectories").resolve(network + ".json").toFile(), Trajectory.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fails unless the two are equal within the tolerance.
    public static void assertClose(String name, double actual, double expected) {
        assertThat(actual).as(name).isCloseTo(expected, Offset.offset(TOLERANCE * Math.max(1, Math.abs(expected))));
    }

    private static Path folder(String name) {
        try {
            return Path.of(Golden.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
