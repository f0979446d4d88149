package io.netloom.train;

import io.netloom.compile.Compiler;
import io.netloom.compile.Head;
import io.netloom.compile.Program;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Shuffle;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.train.TrainEvent.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The training loop.
public final class Trainer {
    private final Prepared prepared;
    private final TrainingPlan plan;
    private final Keeper keeper;
    private final Consumer<TrainEvent> events;
    private final BooleanSupplier stop;
    private final Program program;
    private final Wiring wiring;
    private final Pace pace;

    private List<TensorData> best;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;

    private Trainer(Prepared prepared, TrainingPlan plan, Keeper keeper, Consumer<TrainEvent> events,
            BooleanSupplier stop) {
        this.prepared = prepared;
        this.plan = plan;
        this.keeper = keeper;
        this.events = events;
        this.stop = stop;
        Weights weights = Weights.initial(prepared.objective().network(), plan.seed());
        this.program = Compiler.training(prepared.objective(), weights, plan.optimiser());
        this.best = program.initialState();
        this.wiring = Wiring.of(prepared.objective(), prepared.data());
        this.pace = new Pace((long) plan.epochs() * order(1).length);
    }

    /// Trains a network, on the calling thread.
    ///
    /// @param keeper is given the best and the last model while training goes on
    /// @param events are told on the calling thread
    /// @param stop is asked before each step; when it says yes, training ends and what was learnt is kept
    /// @return the model with the smallest validation loss (training loss, where nothing is kept for validation)
    public static TrainedModel train(Prepared prepared, TrainingPlan plan, ComputeDevice device, Keeper keeper,
            Consumer<TrainEvent> events, BooleanSupplier stop) {
        return new Trainer(prepared, plan, keeper, events, stop).run(device);
    }

    private TrainedModel run(ComputeDevice device) {
        int[] train = prepared.split().train();
        int steps = Math.ceilDiv(order(1).length, plan.batchSize());
        events.accept(new TrainEvent.Started(prepared.objective().network().parameters(), train.length,
                prepared.split().validation().length, prepared.split().test().length, steps, device.toString()));
        try (Session session = Session.open(program, device);
                BatchStream stream = BatchStream.of(prepared.data(), order(1), plan.batchSize())) {
            Reason reason = Reason.COMPLETED;
            for (int epoch = 1; epoch <= plan.epochs() && reason == Reason.COMPLETED; epoch++) {
                if (epoch > 1) {
                    stream.restart(order(epoch));
                }
                reason = epoch(session, stream, epoch, (epoch - 1L) * steps);
            }
            return finish(session, reason);
        }
    }

    private Reason epoch(Session session, BatchStream stream, int epoch, long stepsBefore) {
        long began = System.nanoTime();
        long seen = 0;
        int step = 0;
        for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
            if (stop.getAsBoolean()) {
                return Reason.STOPPED;
            }
            Batch batch = next.get();
            float loss = session.step(wiring.inputs(batch), wiring.targets(batch), plan.learningRate(),
                    stepSeed(stepsBefore + step));
            if (!Float.isFinite(loss)) {
                events.accept(new TrainEvent.Diverged(epoch, step + 1, plan.learningRate()));
                return Reason.DIVERGED;
            }
            step++;
            seen += batch.rows();
            pace.add(batch.rows());
            stream.release(batch);
            if (pace.due()) {
                events.accept(new TrainEvent.Progress(epoch, step, loss, pace.rate(), pace.secondsLeft()));
            }
        }
        Metrics train = Metrics.of(heads(), session.takeSums(), seen);
        Optional<Metrics> validation = measure(session, prepared.split().validation());
        boolean improved = keep(session, epoch, validation.orElse(train).loss());
        events.accept(new TrainEvent.EpochEnded(epoch, (System.nanoTime() - began) / 1e9, train, validation, improved));
        return Reason.COMPLETED;
    }

    private boolean keep(Session session, int epoch, double loss) {
        List<TensorData> state = session.state();
        keeper.last(model(state));
        if (loss < bestLoss) {
            bestLoss = loss;
            bestEpoch = epoch;
            best = state;
            keeper.best(model(state));
            return true;
        }
        return false;
    }

    private TrainedModel finish(Session session, Reason reason) {
        if (reason == Reason.STOPPED) {
            List<TensorData> state = session.state();
            keeper.last(model(state));
            if (bestEpoch == 0) {
                best = state;
                keeper.best(model(state));
            }
        }
        session.restore(best);
        events.accept(new TrainEvent.Finished(reason, bestEpoch,
                measure(session, prepared.split().train()).orElseThrow(),
                measure(session, prepared.split().validation()), measure(session, prepared.split().test())));
        return model(best);
    }

    private Optional<Metrics> measure(Session session, int[] examples) {
        return Measurement.of(session, prepared.objective(), prepared.data(), examples);
    }

    private TrainedModel model(List<TensorData> state) {
        return new TrainedModel(prepared.objective(), program.weights(state),
                prepared.fitted().tasks());
    }

    private List<Head> heads() {
        return prepared.objective().heads();
    }

    /// The examples in the order of an epoch. A single one that is left over is passed over, because batch norm cannot
    /// learn from it; its turn comes in another epoch.
    private int[] order(int epoch) {
        int[] order = Shuffle.order(prepared.split().train(), plan.seed(), epoch);
        boolean single = order.length > 1 && plan.batchSize() > 1 && order.length % plan.batchSize() == 1;
        return single ? Arrays.copyOf(order, order.length - 1) : order;
    }

    private long stepSeed(long step) {
        return plan.seed() * 1_000_003 + step;
    }
}
