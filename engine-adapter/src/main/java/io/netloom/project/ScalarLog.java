package io.netloom.project;

import io.netloom.tensorboard.EventFile;
import io.netloom.train.Metrics;
import io.netloom.train.Standing;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Writes the course of a run for TensorBoard, by step over all epochs: `loss/train` and `loss/validation` at the end of epochs, `loss/step`
/// within them, the same of each metric, `learning_rate` and `gradient_norm`.
final class ScalarLog implements AutoCloseable {
    private final EventFile file;
    private int stepsPerEpoch;

    private ScalarLog(EventFile file) {
        this.file = file;
    }

    /// The log of a run that begins.
    static ScalarLog begin(Path run) {
        return new ScalarLog(EventFile.in(run, Clock.systemUTC()));
    }

    /// The log of a run that goes on from there.
    static ScalarLog goOn(Path run, Standing from) {
        int perEpoch = RunEvents.read(run).stream().filter(TrainEvent.Started.class::isInstance)
                .mapToInt(event -> ((TrainEvent.Started) event).stepsPerEpoch()).findFirst().orElse(0);
        EventFile.cutBehind(run, step(from.epoch() - 1, perEpoch) + from.step());
        return begin(run);
    }

    void add(TrainEvent event) {
        switch (event) {
            case TrainEvent.Started e -> stepsPerEpoch = e.stepsPerEpoch();
            case TrainEvent.Progress e -> {
                var values = new LinkedHashMap<String, Double>();
                put(values, e.recent(), "step");
                values.put(StepBlock.LEARNING_RATE, e.learningRate());
                values.put(StepBlock.GRADIENT_NORM, e.gradientNorm());
                file.add(step(e.epoch() - 1, stepsPerEpoch) + e.step(), values);
            }
            case TrainEvent.EpochEnded e -> {
                var values = new LinkedHashMap<String, Double>();
                put(values, e.train(), "train");
                e.validation().ifPresent(metrics -> put(values, metrics, "validation"));
                values.put(StepBlock.LEARNING_RATE, e.learningRate());
                file.add(step(e.epoch(), stepsPerEpoch), values);
            }
            case TrainEvent.Estimated _,TrainEvent.Diverged _,TrainEvent.Finished _ -> {}
        }
    }

    private static void put(SequencedMap<String, Double> values, Metrics metrics, String part) {
        metrics.values().forEach((name, value) -> values.put(name + "/" + part, value));
    }

    private static long step(int epochs, int perEpoch) {
        return (long) epochs * perEpoch;
    }

    @Override
    public void close() {
        file.close();
    }
}
