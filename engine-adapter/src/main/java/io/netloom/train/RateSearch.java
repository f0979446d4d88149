package io.netloom.train;

import io.netloom.compile.Compiler;
import io.netloom.compile.Weights;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Tries learning rates, from very small ones to very large ones, each for one move of the weights (Smith 2015, Cyclical learning rates for training
/// neural networks, https://arxiv.org/abs/1506.01186, section 3.3). A network is made for it that is forgotten afterwards. The order
/// of the examples is that of a training; where they are few, they come again.
public final class RateSearch {
    /// The first rate.
    public static final double LOWEST = 1e-7;
    /// The last rate.
    public static final double HIGHEST = 10;
    /// Rates that are tried at most.
    public static final int TRIALS = 100;

    private final Prepared prepared;
    private final TrainingPlan plan;
    private final Steps steps;

    private RateSearch(Prepared prepared, TrainingPlan plan) {
        this.prepared = prepared;
        this.plan = plan;
        this.steps = new Steps(prepared, plan);
    }

    /// Tries rates until the loss runs away, or somebody stops it.
    ///
    /// @param plan says how a step moves the weights; its own rate and schedule take no part, and where it leaves the precision open, steps
    ///     compute in `FLOAT32`
    /// @param each is told of each rate that was tried
    /// @param stop is asked before each step
    /// @throws io.netloom.shape.BadInput if the training does not fit into memory
    public static RateTrials of(Prepared prepared, TrainingPlan plan, ComputeDevice device,
            Consumer<RateTrials.Trial> each, BooleanSupplier stop) {
        Optional<Precision> precision = Optional.of(plan.learning().precision().orElse(Precision.FLOAT32));
        return new RateSearch(prepared, plan.withLearning(plan.learning().in(precision))).run(device, each, stop);
    }

    private RateTrials run(ComputeDevice device, Consumer<RateTrials.Trial> each, BooleanSupplier stop) {
        steps.refuseBatchesOfOne();
        new Preflight(prepared, plan, steps, device).refuseWhatDoesNotFit();
        var program = Compiler.training(prepared.objective(),
                Weights.initial(prepared.objective().network(), plan.seed()), plan.learning(), plan.classTargets());
        List<RateTrials.Trial> trials = new ArrayList<>();
        try (Session session = Session.open(program, device);
                var batches = new Batches(steps.oneByOne(steps.order(1), 1))) {
            session.useOneThread(steps.effort().isForOneThread());
            for (int trial = 0; trial < TRIALS; trial++) {
                double rate = rate(trial);
                double loss = 0;
                int gathered = plan.learning().accumulation();
                for (int batch = 1; batch <= gathered; batch++) {
                    if (stop.getAsBoolean()) {
                        return RateTrials.of(trials);
                    }
                    loss += batches.learn(session, batch == gathered ? rate : 0) / gathered;
                }
                RateTrials.Trial made = RateTrials.next(trials, rate, loss);
                trials.add(made);
                each.accept(made);
                if (RateTrials.hasRunAway(trials)) {
                    break;
                }
            }
        }
        return RateTrials.of(trials);
    }

    /// The rate of a trial: each is larger than the one before by the same factor.
    static double rate(int trial) {
        return LOWEST * Math.pow(HIGHEST / LOWEST, trial / (TRIALS - 1.0));
    }

    /// The batches of a training, epoch by epoch.
    private final class Batches implements AutoCloseable {
        private final BatchStream stream;
        private Standing at = Standing.BEGINNING;

        Batches(BatchStream stream) {
            this.stream = stream;
        }

        float learn(Session session, double rate) {
            Optional<Batch> next = stream.next();
            if (next.isEmpty()) {
                at = at.afterEpoch(Double.POSITIVE_INFINITY, Integer.MAX_VALUE);
                stream.restart(steps.order(at.epoch()), at.epoch());
                next = stream.next();
            }
            Batch batch = next.orElseThrow();
            float loss = steps.learn(session, batch, at, rate);
            at = steps.after(at, batch);
            stream.release(batch);
            return loss;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
