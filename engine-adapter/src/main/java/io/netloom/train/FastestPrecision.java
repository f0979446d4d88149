package io.netloom.train;

import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out in which numbers the steps of a training are fastest, by taking some in each, in turn.
public final class FastestPrecision {
    /// Fewer digits must be worth their price.
    private static final double LEAST_GAIN = 1.1;
    private static final int MOST_ROUNDS = 9;
    private static final int FEWEST_ROUNDS = 3;
    private static final double SECONDS = 2;
    private static final double NANOS = 1e9;

    private FastestPrecision() {}

    /// The plan as it is, or, where it leaves the precision open, with the one that is fastest on the device. Networks that are too
    /// small to gain compute in `FLOAT32` without a trial.
    ///
    /// @throws io.netloom.shape.BadInput if the training does not fit into memory
    public static TrainingPlan settle(Prepared prepared, TrainingPlan plan, ComputeDevice device) {
        if (plan.learning().precision().isPresent()) {
            return plan;
        }
        TrainingPlan exact = plan.withLearning(plan.learning().in(Optional.of(Precision.FLOAT32)));
        Optional<Precision> shorter = device.shorterNumbers();
        var steps = new Steps(prepared, exact);
        if (shorter.isEmpty() || steps.effort().isForOneThread()) {
            return exact;
        }
        new Preflight(prepared, exact, steps, device).refuseWhatDoesNotFit();
        TrainingPlan rounded = plan.withLearning(plan.learning().in(shorter));
        Map<TrainingPlan, Double> seconds = seconds(prepared, List.of(exact, rounded), device);
        return seconds.get(exact) / seconds.get(rounded) >= LEAST_GAIN ? rounded : exact;
    }

    /// Seconds a step by each plan: the middle one of several, without the first.
    private static Map<TrainingPlan, Double> seconds(Prepared prepared, List<TrainingPlan> plans,
            ComputeDevice device) {
        var trainings = new HashMap<TrainingPlan, BareTraining>();
        var laps = new HashMap<TrainingPlan, List<Double>>();
        try {
            for (TrainingPlan plan : plans) {
                trainings.put(plan, BareTraining.of(prepared, plan, device));
                trainings.get(plan).steps(1);
                laps.put(plan, new ArrayList<>());
            }
            long began = System.nanoTime();
            for (int round = 0; round < MOST_ROUNDS
                    && (round < FEWEST_ROUNDS || System.nanoTime() - began < SECONDS * NANOS); round++) {
                plans.forEach(plan -> laps.get(plan).add(lap(trainings.get(plan))));
            }
        } finally {
            trainings.values().forEach(BareTraining::close);
        }
        var middle = new HashMap<TrainingPlan, Double>();
        laps.forEach((plan, times) -> middle.put(plan, times.stream().sorted().toList().get(times.size() / 2)));
        return middle;
    }

    private static double lap(BareTraining training) {
        long began = System.nanoTime();
        int count = training.steps(1).count();
        return (System.nanoTime() - began) / NANOS / count;
    }
}
