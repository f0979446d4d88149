package io.netloom.train;

import io.netloom.compile.Compiler;
import io.netloom.compile.Head;
import io.netloom.compile.Program;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Split;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.train.TrainEvent.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The training loop.
public final class Trainer {
    private final Prepared prepared;
    private final TrainingPlan plan;
    private final Keeper keeper;
    private final Consumer<TrainEvent> events;
    private final Gate gate;
    private final ComputeDevice device;
    private final Steps steps;
    private final Preflight preflight;
    private final Program program;

    private Standing standing = Standing.BEGINNING;
    private List<double[]> sums = List.of();
    private Weights best;
    /// The last one with finite weights.
    private Checkpoint good;
    private Pace pace;
    private Recent recent = Recent.NOTHING;
    /// Of the last step.
    private float loss = Float.NaN;
    private long kept = System.nanoTime();

    private Trainer(Prepared prepared, TrainingPlan plan, ComputeDevice device, Keeper keeper,
            Consumer<TrainEvent> events, Gate gate, Supplier<Weights> initial) {
        this.prepared = prepared;
        this.plan = plan;
        this.keeper = keeper;
        this.events = events;
        this.gate = gate;
        this.device = device;
        this.steps = new Steps(prepared, plan);
        steps.refuseBatchesOfOne();
        this.preflight = new Preflight(prepared, plan, steps, device);
        preflight.refuseWhatDoesNotFit();
        this.best = initial.get();
        this.program = Compiler.training(prepared.objective(), best, plan.learning(), plan.classTargets());
        this.good = new Checkpoint(standing, program.initialState(), sums);
        this.pace = new Pace(0);
    }

    /// Trains a network, on the calling thread.
    ///
    /// @param keeper is given the best and the last model, and checkpoints, while training goes on
    /// @param events are told on the calling thread
    /// @param gate is asked before each step; when it says stop, training ends and what was learnt is kept
    /// @return the model with the smallest validation loss (training loss, where nothing is kept for validation)
    public static TrainedModel train(Prepared prepared, TrainingPlan plan, ComputeDevice device, Keeper keeper,
            Consumer<TrainEvent> events, Gate gate) {
        return train(prepared, plan, device, keeper, events, gate, () -> initial(prepared, plan));
    }

    /// The same from other weights than those that chance gives.
    ///
    /// @param initial the weights to begin with; not asked for before it is known that they fit into memory
    public static TrainedModel train(Prepared prepared, TrainingPlan plan, ComputeDevice device, Keeper keeper,
            Consumer<TrainEvent> events, Gate gate, Supplier<Weights> initial) {
        return new Trainer(prepared, plan, device, keeper, events, gate, initial).run();
    }

    private static Weights initial(Prepared prepared, TrainingPlan plan) {
        return Weights.initial(prepared.objective().network(), plan.seed());
    }

    /// Goes on from a checkpoint of the same network, data and plan, as if training had never stopped.
    ///
    /// @param best the best weights until then
    public static TrainedModel resume(Prepared prepared, TrainingPlan plan, ComputeDevice device, Keeper keeper,
            Consumer<TrainEvent> events, Gate gate, Checkpoint checkpoint, Weights best) {
        var trainer = new Trainer(prepared, plan, device, keeper, events, gate, () -> best);
        trainer.good = checkpoint;
        trainer.standing = checkpoint.standing();
        trainer.sums = checkpoint.sums();
        return trainer.run();
    }

    /// What a training would take, from a few steps that are forgotten afterwards.
    ///
    /// @throws io.netloom.shape.BadInput if it would not fit into memory
    public static TrainEvent.Estimated estimate(Prepared prepared, TrainingPlan plan, ComputeDevice device) {
        var trainer = new Trainer(prepared, plan, device, new Nobody(), _ -> {}, () -> Gate.Pass.GO,
                () -> initial(prepared, plan));
        try (Session session = Session.open(trainer.program, device)) {
            session.useOneThread(trainer.steps.effort().isForOneThread());
            return trainer.preflight.estimate(session, trainer.standing);
        }
    }

    private TrainedModel run() {
        Split split = prepared.split();
        events.accept(new TrainEvent.Started(prepared.objective().network().parameters(), split.train().length,
                split.validation().length, split.test().length, steps.perEpoch(), device.toString()));
        try (Session session = Session.open(program, device)) {
            session.useOneThread(steps.effort().isForOneThread());
            events.accept(preflight.estimate(session, standing));
            session.restore(good.state());
            pace = new Pace((plan.epochs() - standing.epoch() + 1L) * steps.order(1).length - standing.seen());
            Reason reason = Reason.COMPLETED;
            if (standing.step() > 0) {
                try (BatchStream rest = steps.stream(steps.rest(standing), standing.epoch())) {
                    reason = epoch(session, rest);
                }
            }
            return reason == Reason.COMPLETED ? finish(session, epochs(session)) : finish(session, reason);
        }
    }

    private Reason epochs(Session session) {
        try (BatchStream stream = steps.stream(steps.order(standing.epoch()), standing.epoch())) {
            for (boolean first = true; standing.epoch() <= plan.epochs(); first = false) {
                if (plan.patience() > 0 && standing.sinceBest() >= plan.patience()) {
                    return Reason.EARLY;
                }
                if (!first) {
                    stream.restart(steps.order(standing.epoch()), standing.epoch());
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
        recent = new Recent(session.sums(), standing.seen());
        for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
            Batch batch = next.get();
            Reason reason = learn(session, batch);
            if (reason != Reason.COMPLETED) {
                return reason;
            }
            stream.release(batch);
        }
        return endEpoch(session, began);
    }

    private Reason learn(Session session, Batch batch) {
        int row = 0;
        do {
            Gate.Pass pass = ask();
            if (pass == Gate.Pass.STOP) {
                return Reason.STOPPED;
            }
            int to = pass == Gate.Pass.ONE ? steps.oneStep(batch, row) : steps.learnt(batch);
            loss = steps.learn(session, batch, row, to, standing);
            standing = steps.after(standing, batch, row, to);
            if (!Float.isFinite(loss)) {
                return Reason.DIVERGED;
            }
            pace.add(to - row);
            if (pace.due() || pass == Gate.Pass.ONE || gate.waits()) {
                tell(session);
            }
            if (System.nanoTime() - kept >= keeper.interval().toNanos()) {
                tell(session);
                checkpoint(session.state(), takeSums(session));
                recent = new Recent(session.sums(), standing.seen());
            }
            row = to;
        } while (row < steps.learnt(batch));
        return Reason.COMPLETED;
    }

    private Gate.Pass ask() {
        long asked = System.nanoTime();
        Gate.Pass pass = gate.ask();
        pace.leaveOut(System.nanoTime() - asked);
        return pass;
    }

    private void tell(Session session) {
        var now = new Recent(session.sums(), standing.seen());
        if (now.seen() > recent.seen()) {
            events.accept(new TrainEvent.Progress(standing.epoch(), standing.step(), loss, steps.rate(standing, -1),
                    session.takeGradientNorm(), now.since(recent, heads()), pace.rate(), pace.secondsLeft()));
            recent = now;
        }
    }

    /// Whether training ends with this epoch, as far as can be said before it is judged.
    private boolean mayBeLast() {
        return standing.epoch() == plan.epochs()
                || plan.patience() > 0 && standing.sinceBest() + 1 >= plan.patience();
    }

    private Reason endEpoch(Session session, long began) {
        int epoch = standing.epoch();
        if (mayBeLast()) {
            // Else the curves would end before the run does, by as much as was learnt since the last report.
            tell(session);
        }
        double rate = steps.rate(standing, -1);
        Metrics train = Metrics.of(heads(), takeSums(session), standing.seen());
        Optional<Metrics> validation = measure(session, prepared.split().validation());
        List<TensorData> state = session.state();
        TrainedModel model = model(program.weights(state));
        double loss = validation.orElse(train).loss();
        if (!Double.isFinite(train.loss()) || !Double.isFinite(loss) || !model.weights().areFinite()) {
            return Reason.DIVERGED;
        }
        standing = standing.afterEpoch(loss, plan.schedule().patience());
        boolean improved = standing.bestEpoch() == epoch;
        if (improved) {
            best = model.weights();
            keeper.best(model);
        }
        keeper.last(model);
        events.accept(new TrainEvent.EpochEnded(epoch, (System.nanoTime() - began) / 1e9, rate, train, validation,
                improved));
        checkpoint(state, List.of());
        return Reason.COMPLETED;
    }

    /// @param soFar the epoch's sums
    private void checkpoint(List<TensorData> state, List<double[]> soFar) {
        sums = soFar;
        if (program.weights(state).areFinite()) {
            good = new Checkpoint(standing, state, sums);
            keeper.checkpoint(good);
        }
        kept = System.nanoTime();
    }

    private TrainedModel finish(Session session, Reason reason) {
        if (reason == Reason.STOPPED) {
            tell(session);
            checkpoint(session.state(), takeSums(session));
        } else if (reason == Reason.DIVERGED) {
            events.accept(new Diagnosis(prepared, plan, steps).of(good, standing, device, gate));
        }
        if (reason == Reason.STOPPED || reason == Reason.DIVERGED) {
            keepGood();
        }
        session.restore(program.state(best));
        events.accept(new TrainEvent.Finished(reason, standing.bestEpoch(),
                measure(session, prepared.split().train()).orElseThrow(),
                measure(session, prepared.split().validation()), measure(session, prepared.split().test())));
        return model(best);
    }

    /// Keeps the last good weights, which no epoch has judged.
    private void keepGood() {
        TrainedModel model = model(program.weights(good.state()));
        keeper.last(model);
        if (standing.bestEpoch() == 0) {
            best = model.weights();
            keeper.best(model);
        }
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
}
