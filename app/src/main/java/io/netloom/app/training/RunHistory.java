package io.netloom.app.training;

import io.netloom.app.chart.Smooth;
import io.netloom.app.chart.Trace;
import io.netloom.project.RunEvents;
import io.netloom.project.StepBlock;
import io.netloom.project.StepReader;
import io.netloom.train.Metrics;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// The course of a run, from its events: those of a training that goes on, or those that a run's folder holds. Its memory is
/// bounded however long the run is. It belongs to the window's thread; its curves may be read anywhere.
public final class RunHistory {
    private static final double SMOOTHNESS = 0.9;
    private final Map<String, Trace> rough = new LinkedHashMap<>();
    private final Map<String, Smooth> smooth = new LinkedHashMap<>();
    private final SequencedMap<String, Trace> training = new LinkedHashMap<>();
    private final Map<String, Trace> validation = new LinkedHashMap<>();
    private final Trace rate = new Trace();
    private final Trace norm = new Trace();
    private final Smooth smoothNorm = new Smooth(SMOOTHNESS);
    private Optional<TrainEvent.Started> started = Optional.empty();
    private Optional<TrainEvent.Estimated> estimated = Optional.empty();
    private Optional<TrainEvent.Progress> progress = Optional.empty();
    private Optional<TrainEvent.EpochEnded> lastEpoch = Optional.empty();
    private Optional<TrainEvent.EpochEnded> bestEpoch = Optional.empty();
    private Optional<TrainEvent.Diverged> diverged = Optional.empty();
    private Optional<TrainEvent.Finished> finished = Optional.empty();

    /// Nothing has happened yet.
    public RunHistory() {}

    /// The course of a run as its folder tells of it, epochs and what lies within them.
    ///
    /// @throws io.netloom.shape.BadInput if it cannot be read
    public static RunHistory at(Path run) {
        var history = new RunHistory();
        var events = new ArrayDeque<>(RunEvents.read(run));
        new StepReader(run).read(() -> {}, block -> history.add(block, events));
        events.forEach(history::add);
        return history;
    }

    /// Takes what was told within epochs, and before each epoch what has ended by then.
    private void add(StepBlock block, Deque<TrainEvent> events) {
        var metrics = new ArrayList<Column>();
        for (int column = 0; column < block.columns().size(); column++) {
            String name = block.columns().get(column);
            if (!name.equals(StepBlock.LEARNING_RATE) && !name.equals(StepBlock.GRADIENT_NORM)) {
                metrics.add(new Column(name, block.values()[column]));
            }
        }
        float[] rates = block.values()[block.columns().indexOf(StepBlock.LEARNING_RATE)];
        float[] norms = block.values()[block.columns().indexOf(StepBlock.GRADIENT_NORM)];
        for (int i = 0; i < block.size(); i++) {
            while (!events.isEmpty() && isBefore(events.peek(), block.epochs()[i])) {
                add(events.poll());
            }
            if (started.isPresent()) {
                double step = steps(block.epochs()[i] - 1.0) + block.steps()[i];
                for (Column column : metrics) {
                    put(column.metric, step, column.values[i]);
                }
                // As it was written: widened, 0.001 would differ from what the epochs tell, and a level curve would have dents.
                put(step, Double.parseDouble(Float.toString(rates[i])), norms[i]);
            }
        }
    }

    /// The values of a metric.
    private record Column(String metric, float[] values) {}

    private static boolean isBefore(TrainEvent event, int epoch) {
        return switch (event) {
            case TrainEvent.Started _,TrainEvent.Estimated _,TrainEvent.Progress _ -> true;
            case TrainEvent.EpochEnded e -> e.epoch() < epoch;
            case TrainEvent.Diverged _,TrainEvent.Finished _ -> false;
        };
    }

    /// Takes the next event.
    public void add(TrainEvent event) {
        switch (event) {
            case TrainEvent.Started e -> started = Optional.of(e);
            case TrainEvent.Estimated e -> estimated = Optional.of(e);
            case TrainEvent.Progress e -> add(e);
            case TrainEvent.EpochEnded e -> add(e);
            case TrainEvent.Diverged e -> diverged = Optional.of(e);
            case TrainEvent.Finished e -> finished = Optional.of(e);
        }
    }

    private void add(TrainEvent.Progress e) {
        progress = Optional.of(e);
        double step = steps(e.epoch() - 1) + e.step();
        e.recent().values().forEach((metric, value) -> put(metric, step, value));
        put(step, e.learningRate(), e.gradientNorm());
    }

    private void put(String metric, double step, double value) {
        rough.computeIfAbsent(metric, _ -> new Trace()).add(step, value);
        smooth.computeIfAbsent(metric, _ -> new Smooth(SMOOTHNESS)).add(step, value);
    }

    private void put(double step, double learningRate, double gradientNorm) {
        rate.add(step, learningRate);
        norm.add(step, gradientNorm);
        smoothNorm.add(step, gradientNorm);
    }

    private void add(TrainEvent.EpochEnded e) {
        lastEpoch = Optional.of(e);
        if (e.best()) {
            bestEpoch = Optional.of(e);
        }
        double step = steps(e.epoch());
        put(training, e.train(), step);
        e.validation().ifPresent(metrics -> put(validation, metrics, step));
        rate.add(step, e.learningRate());
    }

    private static void put(Map<String, Trace> traces, Metrics metrics, double step) {
        metrics.values().forEach((metric, value) -> traces.computeIfAbsent(metric, _ -> new Trace()).add(step, value));
    }

    /// Steps of so many epochs.
    public double steps(double epochs) {
        return epochs * stepsPerEpoch();
    }

    /// Steps an epoch; 1 while that is not known.
    public int stepsPerEpoch() {
        return started.map(TrainEvent.Started::stepsPerEpoch).orElse(1);
    }

    /// The metric that says most of how well the network does, besides the loss; nothing before the first is known.
    public Optional<String> headline() {
        var known = new LinkedHashSet<>(training.keySet());
        known.addAll(rough.keySet());
        return Metrics.headline(known);
    }

    /// While learning, between two reports, by step.
    public Trace rough(String metric) {
        return rough.getOrDefault(metric, new Trace());
    }

    /// The moving average of [#rough].
    public Trace smooth(String metric) {
        return smooth.containsKey(metric) ? smooth.get(metric).trace() : new Trace();
    }

    /// The means of epochs while learning, by step.
    public Trace training(String metric) {
        return training.getOrDefault(metric, new Trace());
    }

    /// After each epoch on the validation part, by step.
    public Trace validation(String metric) {
        return validation.getOrDefault(metric, new Trace());
    }

    /// The learning rate by step.
    public Trace rate() {
        return rate;
    }

    /// The norm of the gradients by step.
    public Trace norm() {
        return norm;
    }

    /// The moving average of [#norm].
    public Trace smoothNorm() {
        return smoothNorm.trace();
    }

    /// How far it has come, in steps; nothing before the first report.
    public OptionalDouble reached() {
        return rate.lastX();
    }

    /// The size of network and data, once known.
    public Optional<TrainEvent.Started> started() {
        return started;
    }

    /// What it takes, once known.
    public Optional<TrainEvent.Estimated> estimated() {
        return estimated;
    }

    /// The last report within an epoch.
    public Optional<TrainEvent.Progress> progress() {
        return progress;
    }

    /// The last epoch that is over.
    public Optional<TrainEvent.EpochEnded> lastEpoch() {
        return lastEpoch;
    }

    /// The best epoch so far.
    public Optional<TrainEvent.EpochEnded> bestEpoch() {
        return bestEpoch;
    }

    /// Where the loss ran away, if it did.
    public Optional<TrainEvent.Diverged> diverged() {
        return diverged;
    }

    /// How it ended, if it did.
    public Optional<TrainEvent.Finished> finished() {
        return finished;
    }
}
