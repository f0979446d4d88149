package io.netloom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.bench.rival.DjlRival;
import io.netloom.bench.rival.PyTorchRival;
import io.netloom.engine.MatrixPeak;
import io.netloom.layer.Precision;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Measuring, and that those who are compared do the same.
@Tag("engine")
class BenchTest {

    static Stream<Course> courses() {
        return Courses.all().stream();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void everybodyTrainsANetworkOfTheSameSizeAndReadsItsLoss(Course course) {
        var data = new Noise(course, Contest.SEED);
        try (var netloom = new NetloomContender(course, data, Precision.FLOAT32, 1)) {
            assertTrains(netloom, course);
            var contest = new Contest(course, data.inputBatches(), data.targetBatches(), netloom.threads());
            try (Contender djl = new DjlRival().enter(contest).orElseThrow()) {
                assertTrains(djl, course);
            }
            Optional<Contender> pyTorch = new PyTorchRival().enter(contest);
            pyTorch.ifPresent(contender -> {
                try (contender) {
                    assertTrains(contender, course);
                }
            });
        }
    }

    private static void assertTrains(Contender contender, Course course) {
        assertThat(contender.parameters()).isEqualTo(course.network().parameters());
        Lap lap = contender.run(2);
        assertThat(lap.millis()).isPositive();
        assertThat(lap.loss()).isFinite().isPositive();
    }

    @Test
    void rivalsAreFoundAsServices() {
        assertThat(ServiceLoader.load(Rival.class).stream().map(provider -> provider.get().name()))
                .contains("djl", "pytorch");
    }

    @Test
    void epochsOverFilesAndOverMemoryAreMeasured() {
        EpochBench.Result result = new EpochBench(1, 1, _ -> {}, () -> false).run().orElseThrow();
        assertThat(result.firstMillis()).isPositive();
        assertThat(result.cachedToMemory()).isPositive();
    }

    @Test
    void whoeverStopsTheBenchGetsNoHalfMeasuredNetwork() {
        assertThat(new Bench(List.of(), 5, 1, _ -> {}, () -> true).compare(Courses.all().getFirst()))
                .isEmpty();
    }

    @Test
    void flopsLeaveOutTheGradientOfTheInput() {
        Course perceptron = Courses.all().getFirst();
        assertThat(perceptron.flopsPerStep()).isEqualTo(2.0 * 32 * (2 * 16 * 64 + 3 * 64 * 64 + 3 * 64 * 3));
    }

    @Test
    void thePeakIsPositive() {
        assertThat(MatrixPeak.flopsPerSecond(1)).isPositive();
    }
}
