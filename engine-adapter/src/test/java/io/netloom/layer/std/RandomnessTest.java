package io.netloom.layer.std;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Precision;
import io.netloom.layer.TorchBody;
import io.netloom.layer.TorchCode;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Layers that draw random numbers in training, and only there.
class RandomnessTest {
    private static final int CHANNELS = 64;
    private static final int PLACES = 9;
    /// A target that no answer reaches, so that the sign of the error is known.
    private static final float FAR_AWAY = 100;

    @Test
    void noiseCostsNothingOutsideTraining() {
        assertThat(noise("False")).isEqualTo("x");
        assertThat(noise("True")).isEqualTo("torch.add(x, torch.mul(torch.randn_like(x), 0.1))");
        assertThat(noise("self.training"))
                .isEqualTo("(torch.add(x, torch.mul(torch.randn_like(x), 0.1)) if self.training else x)");
    }

    @Tag("engine")
    @ParameterizedTest
    @ValueSource(strings = {"Dropout", "SpatialDropout", "GaussianNoise"})
    void theSeedDecidesWhatIsDrawn(String type) {
        assertThat(seenInTraining(type, 1)).isEqualTo(seenInTraining(type, 1)).isNotEqualTo(seenInTraining(type, 2));
    }

    @Tag("engine")
    @Test
    void wholeChannelsFallSilentTogether() {
        float[] seen = seenInTraining("SpatialDropout", 1);
        long silent = IntStream.range(0, CHANNELS)
                .filter(c -> IntStream.range(0, PLACES).allMatch(i -> seen[PLACES * c + i] == 0)).count();
        assertThat(silent).isBetween(1L, CHANNELS - 1L);
        assertThat(IntStream.range(0, seen.length).filter(i -> seen[i] == 0).count()).isEqualTo(PLACES * silent);
    }

    @Tag("engine")
    @Test
    void noiseHasMeanZeroAndItsDeviation() {
        float[] seen = seenInTraining("GaussianNoise", 1);
        double[] noise = IntStream.range(0, seen.length).mapToDouble(i -> seen[i] - 1).toArray();
        assertThat(Arrays.stream(noise).average().orElseThrow()).isBetween(-0.05, 0.05);
        assertThat(Math.sqrt(Arrays.stream(noise).map(n -> n * n).average().orElseThrow())).isBetween(0.08, 0.12);
    }

    private static String noise(String training) {
        var code = new TorchCode(new TorchBody(), List.of("x"), List.of(Shape.of(4)), Map.of(), training,
                Precision.FLOAT32);
        return new GaussianNoise().torch(code).getFirst();
    }

    /// What a layer makes of ones in training, seen through the gradient of a Dense behind it: for one example that is
    /// the Dense's input times twice the error, and the loss is the square of the error.
    private static float[] seenInTraining(String type, long seed) {
        Shape shape = Shape.of(CHANNELS, 3, 3);
        CheckedGraph network = new Drawing().block("x", "Input", "shape", shape.toString()).block("layer", type)
                .block("row", "Flatten").block("head", "Dense", "units", "1", "bias", "false")
                .block("answer", "Output").chain("x", "layer", "row", "head", "answer").checked();
        float[] ones = new float[CHANNELS * PLACES];
        Arrays.fill(ones, 1);
        var scaling = new Scaling(new float[CHANNELS], Arrays.copyOf(ones, CHANNELS));
        Objective objective = Objective.of(network, List.of(new Feed("x", shape, scaling)),
                List.of(new Head("answer", new Task.Regression(0, 1), Loss.MSE)));
        Weights before = Weights.initial(network, 1);
        Program program = Compiler.training(objective, before, new Optimiser.Sgd(0, 0));
        var x = new TensorData(ElementType.FLOAT32, List.of(1L, (long) CHANNELS, 3L, 3L), TensorData.of(ones).data());
        try (var session = Session.open(program, ComputeDevice.parse("cpu"))) {
            double error = Math.sqrt(session.step(List.of(x), List.of(TensorData.of(new float[] {FAR_AWAY})), 1, seed));
            var now = program.weights(session.state()).tensors().get("head.weight").floats();
            var then = before.tensors().get("head.weight").floats();
            for (int i = 0; i < ones.length; i++) {
                ones[i] = (float) ((now.get(i) - then.get(i)) / (2 * error));
            }
            return ones;
        }
    }
}
