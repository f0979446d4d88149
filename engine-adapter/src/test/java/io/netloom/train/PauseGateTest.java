package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Weights;

import io.netloom.data.Part;
import io.netloom.engine.ComputeDevice;
import io.netloom.train.Gate.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pausing, and going on step by step.
@Timeout(60)
class PauseGateTest {
    private final PauseGate gate = new PauseGate();

    @Test
    void anOpenGateLetsThrough() {
        assertThat(gate.ask()).isEqualTo(Pass.GO);
    }

    @Test
    void whoeverStepsIsLetThroughOnceForEachStep() {
        gate.step();
        gate.step();
        assertThat(List.of(gate.ask(), gate.ask())).containsExactly(Pass.ONE, Pass.ONE);
        CompletableFuture<Pass> waiting = CompletableFuture.supplyAsync(gate::ask);
        gate.resume();
        assertThat(waiting.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(Pass.GO);
    }

    @Test
    void whoeverWaitsCanBeStopped() {
        gate.pause();
        CompletableFuture<Pass> waiting = CompletableFuture.supplyAsync(gate::ask);
        gate.stop();
        assertThat(waiting.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(Pass.STOP);
        gate.resume();
        assertThat(gate.ask()).isEqualTo(Pass.STOP);
    }

    @Test
    void anInterruptEndsTraining() throws InterruptedException {
        gate.pause();
        var answer = new CompletableFuture<Pass>();
        Thread waiting = Thread.ofPlatform().start(() -> answer.complete(gate.ask()));
        waiting.interrupt();
        waiting.join();
        assertThat(answer.join()).isEqualTo(Pass.STOP);
    }

    @Test
    @Tag("engine")
    void stepByStepTheSameIsLearnt() {
        var network = new Drawing().block("x", "Input", "shape", "2").block("dense", "Dense", "units", "2")
                .block("y", "Output").chain("x", "dense", "y").checked();
        Examples data = Examples.ofClasses(2).add(Part.TRAIN, 43, i -> new float[] {i % 7, i % 5}, i -> (float) (i % 2))
                .add(Part.VALIDATION, 10, i -> new float[] {i % 3, i % 5}, i -> (float) (i % 2));
        TrainingPlan plan = TrainingPlan.usual().withEpochs(3).withBatchSize(8);
        var whole = new ArrayList<TrainEvent>();
        var single = new ArrayList<TrainEvent>();
        Weights expected = learn(network, data, plan, () -> Pass.GO, whole);
        var asked = new int[1];
        // Now and then one step alone, so that a call of several steps is left in its middle and taken up again.
        Weights actual = learn(network, data, plan, () -> asked[0]++ % 3 == 0 ? Pass.GO : Pass.ONE, single);
        assertThat(actual).isEqualTo(expected);
        assertThat(learn(network, data, plan, () -> Pass.ONE, new ArrayList<>())).isEqualTo(expected);
        assertThat(single).filteredOn(TrainEvent.Progress.class::isInstance).isNotEmpty();
        assertThat(epochs(single)).isEqualTo(epochs(whole)).hasSize(3);
    }

    private static List<Metrics> epochs(List<TrainEvent> events) {
        return events.stream().filter(TrainEvent.EpochEnded.class::isInstance).map(TrainEvent.EpochEnded.class::cast)
                .map(epoch -> epoch.validation().orElseThrow()).toList();
    }

    private static Weights learn(CheckedGraph network, Examples data, TrainingPlan plan, Gate gate,
            List<TrainEvent> events) {
        return Trainer.train(Prepared.of(network, data, plan), plan, ComputeDevice.parse("cpu"), new Keeper() {
            @Override
            public void best(TrainedModel model) {}

            @Override
            public void last(TrainedModel model) {}
        }, events::add, gate).weights();
    }
}
