package io.netloom.train;

import io.netloom.compile.Compiler;
import io.netloom.compile.Program;
import io.netloom.compile.Weights;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import java.time.Duration;
import java.util.Optional;

/// The steps of a training as [Trainer] takes them, and nothing besides: nobody is told, nothing is judged or kept. It is
/// there for measuring how long steps take, and to be used by one thread.
public final class BareTraining implements AutoCloseable {
    private final Steps steps;
    private final TrainingPlan plan;
    private final Session session;
    private final BatchStream stream;
    private final int threads;
    private Standing standing = Standing.BEGINNING;
    private long waited;

    private BareTraining(Prepared prepared, TrainingPlan plan, Session session, int threads) {
        this.steps = new Steps(prepared, plan);
        this.plan = plan;
        this.session = session;
        this.threads = steps.effort().isForOneThread() ? 1 : threads;
        this.stream = steps.stream(steps.order(standing.epoch()), standing.epoch());
        session.useThreads(this.threads);
    }

    /// Begins a training on the CPU.
    ///
    /// @param threads on which the engine works, at least 1; a small network is given one
    public static BareTraining of(Prepared prepared, TrainingPlan plan, int threads) {
        return new BareTraining(prepared, plan, Session.open(program(prepared, plan), ComputeDevice.parse("cpu")),
                threads);
    }

    /// Begins a training with as many threads as the engine takes by itself; a small network is given one.
    public static BareTraining of(Prepared prepared, TrainingPlan plan, ComputeDevice device) {
        Session session = Session.open(program(prepared, plan), device);
        return new BareTraining(prepared, plan, session, session.threads());
    }

    private static Program program(Prepared prepared, TrainingPlan plan) {
        return Compiler.training(prepared.objective(), Weights.initial(prepared.objective().network(), plan.seed()),
                plan.learning(), plan.classTargets());
    }

    /// Threads on which the engine works.
    public int threads() {
        return threads;
    }

    /// What some steps were.
    ///
    /// @param count how many
    /// @param loss of the last
    public record Stretch(int count, float loss) {}

    /// Takes steps, at least so many: a native call may take several, and is not cut short. Epochs follow each other.
    public Stretch steps(int atLeast) {
        int taken = 0;
        float loss = Float.NaN;
        while (taken < atLeast) {
            Batch batch = next();
            loss = steps.learn(session, batch, standing);
            standing = steps.after(standing, batch);
            taken += Math.ceilDiv(batch.asked(), plan.batchSize());
            stream.release(batch);
        }
        return new Stretch(taken, loss);
    }

    /// Takes the steps of one epoch.
    public Stretch epoch() {
        return steps(steps.perEpoch());
    }

    /// How long it has waited for data.
    public Duration waited() {
        return Duration.ofNanos(waited);
    }

    private Batch next() {
        long began = System.nanoTime();
        try {
            return await();
        } finally {
            waited += System.nanoTime() - began;
        }
    }

    private Batch await() {
        Optional<Batch> next = stream.next();
        if (next.isEmpty()) {
            standing = standing.afterEpoch(Double.POSITIVE_INFINITY, plan.schedule().patience());
            stream.restart(steps.order(standing.epoch()), standing.epoch());
            next = stream.next();
        }
        return next.orElseThrow();
    }

    @Override
    public void close() {
        stream.close();
        session.close();
    }
}
