package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Task;
import io.netloom.data.Input;
import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan may leave it open in which numbers a training computes.
@Tag("engine")
class FastestPrecisionTest {
    private static final ComputeDevice CPU = ComputeDevice.parse("cpu");

    @Test
    void whatAPlanSaysIsLeftAlone() {
        for (Precision precision : Precision.values()) {
            TrainingPlan plan = plan(Optional.of(precision));
            assertThat(FastestPrecision.settle(prepared(4, plan), plan, CPU)).isEqualTo(plan);
        }
    }

    @Test
    void smallNetworksComputeInAllDigits() {
        TrainingPlan plan = plan(Optional.empty());
        assertThat(FastestPrecision.settle(prepared(4, plan), plan, CPU))
                .isEqualTo(plan(Optional.of(Precision.FLOAT32)));
    }

    @Test
    void largeNetworksComputeInWhatTheDeviceIsFastWith() {
        TrainingPlan plan = plan(Optional.empty());
        TrainingPlan settled = FastestPrecision.settle(prepared(64, plan), plan, CPU);

        assertThat(settled.learning().precision()).isPresent().get()
                .isIn(Precision.FLOAT32, CPU.shorterNumbers().orElse(Precision.FLOAT32));
        assertThat(settled.withLearning(plan.learning())).isEqualTo(plan);
        assertThat(new Steps(prepared(64, plan), settled).effort().isForOneThread()).as("so it was tried").isFalse();
    }

    @Test
    void foldsMayLeaveItOpenToo() {
        TrainingPlan plan = plan(Optional.empty());
        assertThat(CrossValidation.of(network(4), data(), plan, 2, CPU, _ -> {}, () -> false)).hasSize(2);
    }

    private static TrainingPlan plan(Optional<Precision> precision) {
        TrainingPlan plan = TrainingPlan.usual().withEpochs(1).withBatchSize(16);
        return plan.withLearning(plan.learning().in(precision));
    }

    private static Prepared prepared(int filters, TrainingPlan plan) {
        return Prepared.of(network(filters), data(), plan);
    }

    private static CheckedGraph network(int filters) {
        return new Drawing().block("in", "Input", "shape", "3×16×16")
                .block("conv", "Conv2d", "filters", "" + filters).block("mean", "GlobalAvgPool")
                .block("head", "Dense", "units", "2").block("out", "Output")
                .chain("in", "conv", "mean", "head", "out").checked();
    }

    private static Made data() {
        return new Made(48, new Input("x", Shape.of(3, 16, 16)), i -> values(i),
                new Task.Classification(List.of("a", "b")),
                i -> new float[] {i % 2});
    }

    private static float[] values(int example) {
        var values = new float[3 * 16 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(example + i * 0.1);
        }
        return values;
    }
}
