package io.netloom.train;

import io.netloom.shape.Sentence;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.shape.BadInput;
import io.netloom.shape.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/// What a training will take, found out before it begins: memory from the check, time from a trial.
final class Preflight {
    private static final double TRIAL_SECONDS = 0.15;
    private static final double LONGEST_TRIAL_SECONDS = 1;
    private static final int FEWEST_CALLS = 4;
    private static final double NANOS = 1e9;
    /// Java and the engine's libraries, where the system does not say.
    private static final long PROGRAM_BYTES = 400_000_000;
    /// Java holds the state as it was at first, and twice more while it is written for the engine.
    private static final int COPIES_IN_JAVA = 3;

    private final Prepared prepared;
    private final Steps steps;
    private final ComputeDevice device;
    private final MemoryNeed need;
    private final int batch;

    Preflight(Prepared prepared, TrainingPlan plan, Steps steps, ComputeDevice device) {
        this.prepared = prepared;
        this.steps = steps;
        this.device = device;
        this.need = new MemoryNeed(prepared, plan);
        this.batch = Math.min(plan.batchSize(), prepared.split().train().length);
    }

    /// @throws BadInput if training needs more memory than there is
    void refuseWhatDoesNotFit() {
        refuseWhatJavaCannotHold();
        OptionalLong free = device.freeBytes();
        if (free.isEmpty() || bytes(batch) <= free.getAsLong()) {
            return;
        }
        int most = largestBatch(free.getAsLong());
        throw new BadInput(Sentence.of("train.no-memory",
                "There is not enough memory: training this network in batches of {0} takes about {1}, and {2} are free on {3}."
                        + " {4}",
                number(batch), Bytes.text((long) bytes(batch)), Bytes.text(free.getAsLong()), device.toString(),
                most == 0
                        ? Sentence.of("train.no-memory.at-all",
                                "Not even a batch of one example fits. Make the network smaller.")
                        : Sentence.of("train.no-memory.most",
                                "Choose batches of at most {0}, or make the network smaller.", number(most))));
    }

    private void refuseWhatJavaCannotHold() {
        long most = Math.min(Runtime.getRuntime().maxMemory() / COPIES_IN_JAVA, Integer.MAX_VALUE);
        if (need.state() > most) {
            throw new BadInput(Sentence.of("train.no-room",
                    "There is not enough memory for a network of {0} parameters: with what the optimiser keeps they take {1},"
                            + " and this program can hold {2}. Make the network smaller, or choose an optimiser that keeps"
                            + " less, such as sgd.",
                    number(prepared.objective().network().parameters()), Bytes.text((long) need.state()),
                    Bytes.text(most)));
        }
    }

    private int largestBatch(long free) {
        int fits = 0;
        int tooLarge = batch;
        while (tooLarge - fits > 1) {
            int middle = (fits + tooLarge) >>> 1;
            if (bytes(middle) <= free) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }

    /// What training will take on the device, besides what the program has taken already.
    private double bytes(int examples) {
        double onDevice = need.state() + need.working(examples);
        return device.sharesMemory() ? onDevice + need.inJava(examples) : onDevice;
    }

    /// Takes some steps, and judges some examples, to see how long that lasts. The session is of no use afterwards until its
    /// state is restored.
    TrainEvent.Estimated estimate(Session session, Standing at) {
        double before = ComputeDevice.programBytes().orElse(PROGRAM_BYTES) + need.working(batch);
        double seconds = learning(session, at) + judging(session);
        session.takeSums();
        session.takeGradientNorm();
        double whole = Math.max(before, ComputeDevice.programBytes().orElse(0)) + need.inJava(batch);
        return new TrainEvent.Estimated(seconds, (long) (device.sharesMemory() ? whole : bytes(batch)));
    }

    /// Seconds to learn from every example.
    private double learning(Session session, Standing at) {
        int[] order = steps.order(at.epoch());
        try (BatchStream stream = steps.stream(order, at.epoch())) {
            return steadySeconds(() -> learn(session, stream, order, at)) * order.length;
        }
    }

    private int learn(Session session, BatchStream stream, int[] order, Standing at) {
        Optional<Batch> next = stream.next();
        if (next.isEmpty()) {
            stream.restart(order);
            next = stream.next();
        }
        Batch rows = next.orElseThrow();
        steps.learn(session, rows, at);
        stream.release(rows);
        return rows.rows();
    }

    private double judging(Session session) {
        int[] validation = prepared.split().validation();
        int[] some = Arrays.copyOf(validation, Math.min(validation.length,
                Measurement.batchSize(prepared.objective().network())));
        return some.length == 0 ? 0 : validation.length * steadySeconds(() -> {
            Measurement.of(session, prepared.objective(), prepared.data(), some);
            return some.length;
        });
    }

    /// Seconds an example in the middle of several calls. The first is slower than the others, so it counts only where there is
    /// no time for another.
    ///
    /// @param call says how many examples it took
    private static double steadySeconds(IntSupplier call) {
        var seconds = new ArrayList<Double>();
        long began = System.nanoTime();
        double past = 0;
        while (past < TRIAL_SECONDS || past < LONGEST_TRIAL_SECONDS && seconds.size() < FEWEST_CALLS) {
            long from = System.nanoTime();
            int examples = call.getAsInt();
            seconds.add((System.nanoTime() - from) / NANOS / examples);
            past = (System.nanoTime() - began) / NANOS;
        }
        List<Double> steady = seconds.subList(Math.min(1, seconds.size() - 1), seconds.size()).stream().sorted()
                .toList();
        return steady.get(steady.size() / 2);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
