package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Learning;
import io.netloom.compile.Optimiser;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.data.Fractions;
import io.netloom.data.Part;
import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Several batches move the weights together.
@Tag("engine")
class AccumulationTest {
    private static final int EXAMPLES = 24;
    private static final Optimiser SGD = new Optimiser.Sgd(0.9, 0);

    @Test
    void threeBatchesMoveTheWeightsAsOneOfTheirSizeDoes() {
        assertClose(train(plan(4, 3, SGD), linear(), examples()), train(plan(12, 1, SGD), linear(), examples()));
    }

    @Test
    void theLastBatchesOfAnEpochMoveTheWeightsByTheirOwnMean() {
        assertClose(train(plan(4, 1000, SGD), linear(), examples()), train(plan(24, 1, SGD), linear(), examples()));
    }

    @Test
    void itIsTheSameWhetherOneCallTakesAStepOrMany() {
        TrainingPlan plan = plan(4, 4, new Optimiser.Adam());
        assertClose(train(plan, linear(), examples()), train(plan, linear(), examples().streamed()));
    }

    @Test
    void schedulesCountHowOftenTheWeightsMove() {
        TrainingPlan plan = new TrainingPlan(2, 4, 0.5, new Schedule.WarmUp(3, new Schedule.Constant()),
                learning(4, SGD), 0,
                Map.of(), Map.of(), new Fractions(0.1, 0.1), 3);
        var steps = new Steps(Prepared.of(linear(), examples(), plan), plan);

        var rates = new ArrayList<Double>();
        for (int step = 0; step < steps.perEpoch(); step++) {
            rates.add(steps.rate(new Standing(1, step, 0, 1, 0, 0, 0, 0), 0));
        }
        rates.add(steps.rate(new Standing(2, 0, 0, 1, 0, 0, 0, 0), 0));

        assertThat(rates).containsExactly(0.125, 0.125, 0.125, 0.125, 0.25, 0.25, 0.375);
    }

    @Test
    void aStopAnywhereBetweenTwoMovesChangesNothing() {
        TrainingPlan plan = plan(2, 5, new Optimiser.Adam());
        Prepared prepared = Prepared.of(withNorm(), examples().streamed(), plan);
        Weights whole = Trainer.train(prepared, plan, cpu(), new Last(), _ -> {}, Gate.until(() -> false)).weights();

        int perEpoch = new Steps(prepared, plan).perEpoch();
        for (int stopAfter = perEpoch + 1; stopAfter < perEpoch + 8; stopAfter++) {
            var kept = new Last();
            Trainer.train(prepared, plan, cpu(), kept, _ -> {}, Gate.until(countdown(stopAfter)));
            Checkpoint stopped = kept.checkpoint;
            assertThat(stopped.standing().step()).isEqualTo(stopAfter - perEpoch);
            Weights resumed = Trainer
                    .resume(prepared, plan, cpu(), new Last(), _ -> {}, Gate.until(() -> false), stopped,
                            kept.best)
                    .weights();
            whole.tensors().forEach((name, value) -> assertThat(resumed.tensors().get(name).data())
                    .as(name + " after a stop at " + stopped.standing().step()).isEqualTo(value.data()));
        }
    }

    private static BooleanSupplier countdown(int steps) {
        int[] asked = {0};
        return () -> asked[0]++ >= steps;
    }

    private static TrainingPlan plan(int batch, int accumulation, Optimiser optimiser) {
        return new TrainingPlan(3, batch, 0.05, new Schedule.Constant(), learning(accumulation, optimiser), 0,
                Map.of(), Map.of(), new Fractions(0.1, 0.1), 3);
    }

    private static Learning learning(int accumulation, Optimiser optimiser) {
        return new Learning(optimiser, 0, new Learning.Clipping.ByNorm(10), accumulation, 0, Map.of(),
                Optional.of(Precision.FLOAT32));
    }

    private static Weights train(TrainingPlan plan, CheckedGraph network, Examples examples) {
        var last = new Last();
        Trainer.train(Prepared.of(network, examples, plan), plan, cpu(), last, _ -> {}, Gate.until(() -> false));
        return last.last;
    }

    private static CheckedGraph linear() {
        return new Drawing().block("in", "Input", "shape", "2").block("hidden", "Dense", "units", "3")
                .block("tanh", "Tanh").block("head", "Dense", "units", "1").block("out", "Output")
                .chain("in", "hidden", "tanh", "head", "out").checked();
    }

    private static CheckedGraph withNorm() {
        return new Drawing().block("in", "Input", "shape", "2").block("hidden", "Dense", "units", "3")
                .block("norm", "BatchNorm").block("drop", "Dropout").block("head", "Dense", "units", "1")
                .block("out", "Output").chain("in", "hidden", "norm", "drop", "head", "out").checked();
    }

    private static Examples examples() {
        Examples examples = Examples.ofNumbers();
        for (Part part : Part.values()) {
            examples.add(part, part == Part.TRAIN ? EXAMPLES : 4,
                    i -> new float[] {(float) Math.sin(i), (float) Math.cos(3 * i)},
                    i -> (float) (2 * Math.sin(i) - Math.cos(3 * i) + 1));
        }
        return examples;
    }

    private static void assertClose(Weights actual, Weights expected) {
        expected.tensors().forEach((name, value) -> assertClose(name, actual.tensors().get(name), value));
    }

    private static void assertClose(String name, TensorData actual, TensorData expected) {
        FloatBuffer ours = actual.floats();
        FloatBuffer theirs = expected.floats();
        for (int i = 0; i < theirs.limit(); i++) {
            assertThat(ours.get(i)).as(name).isCloseTo(theirs.get(i), within(1e-5f));
        }
    }

    private static ComputeDevice cpu() {
        return ComputeDevice.parse("cpu");
    }

    /// What a training left behind.
    private static final class Last implements Keeper {
        private Weights best;
        private Weights last;
        private Checkpoint checkpoint;

        @Override
        public void best(TrainedModel model) {
            best = model.weights();
        }

        @Override
        public void last(TrainedModel model) {
            last = model.weights();
        }

        @Override
        public void checkpoint(Checkpoint taken) {
            checkpoint = taken;
        }
    }
}
