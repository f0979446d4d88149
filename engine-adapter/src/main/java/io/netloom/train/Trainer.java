package io.netloom.train;

import io.netloom.compile.Compiler;
import io.netloom.compile.Head;
import io.netloom.compile.Program;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Shuffle;
import io.netloom.data.Split;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.shape.BadInput;
import io.netloom.train.TrainEvent.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The training loop.
public final class Trainer {
    private final Prepared prepared;
    private final TrainingPlan plan;
    private final Keeper keeper;
    private final Consumer<TrainEvent> events;
    private final BooleanSupplier stop;
    private final Program program;
    private final Wiring wiring;
    private final int stepsPerEpoch;
    private final int stepsPerCall;
    private final Pace pace;

    private Standing standing = Standing.BEGINNING;
    private List<double[]> sums = List.of();
    private Weights best;
    private long kept = System.nanoTime();

    private Trainer(Prepared prepared, TrainingPlan plan, Keeper keeper, Consumer<TrainEvent> events,
            BooleanSupplier stop) {
        this.prepared = prepared;
        this.plan = plan;
        this.keeper = keeper;
        this.events = events;
        this.stop = stop;
        this.best = Weights.initial(prepared.objective().network(), plan.seed());
        this.program = Compiler.training(prepared.objective(), best, plan.learning());
        this.wiring = Wiring.of(prepared.objective(), prepared.data());
        this.stepsPerEpoch = Math.ceilDiv(order(1).length, plan.batchSize());
        this.stepsPerCall = prepared.data().inMemory() ? effort().stepsPerCall() : 1;
        this.pace = new Pace((long) plan.epochs() * order(1).length);
        refuseBatchesOfOne();
    }

    private Effort effort() {
        return Effort.of(prepared.objective().network(), plan.batchSize());
    }

    private void refuseBatchesOfOne() {
        if (plan.batchSize() > 1 && order(1).length > 1) {
            return;
        }
        prepared.objective().network().order().stream().filter(n -> n.node().layer().comparesExamples()).findFirst()
                .ifPresent(n -> {
                    throw new BadInput(n.node().title() + " compares the examples of a batch with each other, but there is"
                            + " only one in each. Choose a batch size of at least 2, and at least 2 training examples.");
                });
    }

    /// Trains a network, on the calling thread.
    ///
    /// @param keeper is given the best and the last model, and checkpoints, while training goes on
    /// @param events are told on the calling thread
    /// @param stop is asked before each step; when it says yes, training ends and what was learnt is kept
    /// @return the model with the smallest validation loss (training loss, where nothing is kept for validation)
    public static TrainedModel train(Prepared prepared, TrainingPlan plan, ComputeDevice device, Keeper keeper,
            Consumer<TrainEvent> events, BooleanSupplier stop) {
        var trainer = new Trainer(prepared, plan, keeper, events, stop);
        return trainer.run(device, trainer.program.initialState());
    }

    /// Goes on from a checkpoint of the same network, data and plan, as if training had never stopped.
    ///
    /// @param best the best weights until then
    public static TrainedModel resume(Prepared prepared, TrainingPlan plan, ComputeDevice device, Keeper keeper,
            Consumer<TrainEvent> events, BooleanSupplier stop, Checkpoint checkpoint, Weights best) {
        var trainer = new Trainer(prepared, plan, keeper, events, stop);
        trainer.standing = checkpoint.standing();
        trainer.sums = checkpoint.sums();
        trainer.best = best;
        trainer.pace.skip((checkpoint.standing().epoch() - 1L) * trainer.order(1).length + checkpoint.standing().seen());
        return trainer.run(device, checkpoint.state());
    }

    private TrainedModel run(ComputeDevice device, List<TensorData> state) {
        Split split = prepared.split();
        events.accept(new TrainEvent.Started(prepared.objective().network().parameters(), split.train().length,
                split.validation().length, split.test().length, stepsPerEpoch, device.toString()));
        try (Session session = Session.open(program, device)) {
            session.useOneThread(effort().isForOneThread());
            session.restore(state);
            Reason reason = Reason.COMPLETED;
            if (standing.step() > 0) {
                try (BatchStream rest = BatchStream.of(prepared.data(), restOfEpoch(), plan.batchSize() * stepsPerCall)) {
                    reason = epoch(session, rest);
                }
            }
            return reason == Reason.COMPLETED ? finish(session, epochs(session)) : finish(session, reason);
        }
    }

    private Reason epochs(Session session) {
        try (BatchStream stream = BatchStream.of(prepared.data(), order(standing.epoch()),
                plan.batchSize() * stepsPerCall)) {
            for (boolean first = true; standing.epoch() <= plan.epochs(); first = false) {
                if (plan.patience() > 0 && standing.sinceBest() >= plan.patience()) {
                    return Reason.EARLY;
                }
                if (!first) {
                    stream.restart(order(standing.epoch()));
                }
                Reason reason = epoch(session, stream);
                if (reason != Reason.COMPLETED) {
                    return reason;
                }
            }
        }
        return Reason.COMPLETED;
    }

    private Reason epoch(Session session, BatchStream stream) {
        long began = System.nanoTime();
        for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
            if (stop.getAsBoolean()) {
                return Reason.STOPPED;
            }
            Batch batch = next.get();
            float loss = learn(session, wiring.inputs(batch), wiring.targets(batch), batch.rows());
            if (!Float.isFinite(loss)) {
                events.accept(new TrainEvent.Diverged(standing.epoch(), standing.step(), learningRate(0)));
                return Reason.DIVERGED;
            }
            pace.add(batch.rows());
            stream.release(batch);
            if (pace.due()) {
                events.accept(new TrainEvent.Progress(standing.epoch(), standing.step(), loss, pace.rate(),
                        pace.secondsLeft()));
            }
            if (System.nanoTime() - kept >= keeper.interval().toNanos()) {
                checkpoint(session);
            }
        }
        endEpoch(session, began);
        return Reason.COMPLETED;
    }

    /// Takes as many steps as whole batches stand in the rows, in one call, and one more with what is left over.
    private float learn(Session session, List<TensorData> inputs, List<TensorData> targets, int rows) {
        int steps = rows / plan.batchSize();
        int whole = steps * plan.batchSize();
        float loss = 0;
        if (steps > 1) {
            double[] rates = IntStream.range(0, steps).mapToDouble(this::learningRate).toArray();
            loss = session.steps(rows(inputs, 0, whole), rows(targets, 0, whole), rates, stepSeed());
        } else if (steps == 1) {
            loss = session.step(rows(inputs, 0, whole), rows(targets, 0, whole), learningRate(0), stepSeed());
        }
        for (int i = 0; i < steps; i++) {
            standing = standing.afterStep(plan.batchSize());
        }
        if (whole < rows) {
            loss = session.step(rows(inputs, whole, rows), rows(targets, whole, rows), learningRate(0), stepSeed());
            standing = standing.afterStep(rows - whole);
        }
        return loss;
    }

    private static List<TensorData> rows(List<TensorData> tensors, int from, int to) {
        return tensors.stream().map(tensor -> tensor.rows(from, to)).toList();
    }

    private void endEpoch(Session session, long began) {
        int epoch = standing.epoch();
        Metrics train = Metrics.of(heads(), takeSums(session), standing.seen());
        sums = List.of();
        Optional<Metrics> validation = measure(session, prepared.split().validation());
        standing = standing.afterEpoch(validation.orElse(train).loss(), plan.schedule().patience());
        TrainedModel model = model(program.weights(session.state()));
        boolean improved = standing.bestEpoch() == epoch;
        if (improved) {
            best = model.weights();
            keeper.best(model);
        }
        keeper.last(model);
        events.accept(new TrainEvent.EpochEnded(epoch, (System.nanoTime() - began) / 1e9, train, validation, improved));
        checkpoint(session);
    }

    private void checkpoint(Session session) {
        sums = standing.step() == 0 ? List.of() : takeSums(session);
        keeper.checkpoint(new Checkpoint(standing, session.state(), sums));
        kept = System.nanoTime();
    }

    private TrainedModel finish(Session session, Reason reason) {
        if (reason == Reason.STOPPED) {
            checkpoint(session);
            TrainedModel model = model(program.weights(session.state()));
            keeper.last(model);
            if (standing.bestEpoch() == 0) {
                best = model.weights();
                keeper.best(model);
            }
        }
        session.restore(program.state(best));
        events.accept(new TrainEvent.Finished(reason, standing.bestEpoch(),
                measure(session, prepared.split().train()).orElseThrow(),
                measure(session, prepared.split().validation()), measure(session, prepared.split().test())));
        return model(best);
    }

    /// The sums of the epoch so far, also from before a checkpoint.
    private List<double[]> takeSums(Session session) {
        List<double[]> taken = session.takeSums();
        for (int head = 0; head < sums.size(); head++) {
            for (int i = 0; i < sums.get(head).length; i++) {
                taken.get(head)[i] += sums.get(head)[i];
            }
        }
        return taken;
    }

    private Optional<Metrics> measure(Session session, int[] examples) {
        return Measurement.of(session, prepared.objective(), prepared.data(), examples);
    }

    private TrainedModel model(Weights weights) {
        return new TrainedModel(prepared.objective(), weights, prepared.fitted().tasks());
    }

    private List<Head> heads() {
        return prepared.objective().heads();
    }

    /// @param ahead steps from now
    private double learningRate(int ahead) {
        return plan.learningRate() * plan.schedule().factor(new Schedule.Moment(step() + ahead, stepsPerEpoch,
                (long) stepsPerEpoch * plan.epochs(), standing.plateaus()));
    }

    private long stepSeed() {
        return plan.seed() * 1_000_003 + step();
    }

    private long step() {
        return (standing.epoch() - 1L) * stepsPerEpoch + standing.step();
    }

    /// The examples in the order of an epoch. A single one that is left over is passed over, because batch norm cannot
    /// learn from it; its turn comes in another epoch.
    private int[] order(int epoch) {
        int[] order = Shuffle.order(prepared.split().train(), plan.seed(), epoch);
        boolean single = order.length > 1 && plan.batchSize() > 1 && order.length % plan.batchSize() == 1;
        return single ? Arrays.copyOf(order, order.length - 1) : order;
    }

    private int[] restOfEpoch() {
        int[] order = order(standing.epoch());
        return Arrays.copyOfRange(order, Math.min(order.length, standing.step() * plan.batchSize()), order.length);
    }
}
