package io.netloom.bench;

import io.netloom.compile.Optimiser;
import io.netloom.data.Dataset;
import io.netloom.data.Fractions;
import io.netloom.data.ImageFolder;
import io.netloom.engine.ComputeDevice;
import io.netloom.train.Checkpoint;
import io.netloom.train.Gate;
import io.netloom.train.Keeper;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainedModel;
import io.netloom.train.Trainer;
import io.netloom.train.TrainingPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Which share of the time of a LeNet's steps (batch 64) passes outside of native code: waiting for a batch, wiring, making
/// arguments, reading results. It looks at the thread that trains every millisecond, from the second epoch on. From the root of
/// the project:
///
///     mvn -q -P bench -pl engine-adapter test-compile exec:exec -Dbench=OutsideShare
///
/// The argument is a folder of pictures in folders of classes (that of the sample `fashion`).
final class OutsideShare implements Keeper {
    private static final long INTERVAL_NANOS = 1_000_000;
    private static final int EPOCHS = 12;

    private final AtomicBoolean warm = new AtomicBoolean();
    private int steps;
    private int inNative;

    public static void main(String[] arguments) throws InterruptedException {
        Path pictures = Path.of(arguments.length == 0 ? "../samples/fashion/images" : arguments[0]);
        new OutsideShare().run(pictures);
    }

    private void run(Path pictures) throws InterruptedException {
        Course leNet = Courses.leNet();
        var plan = new TrainingPlan(EPOCHS, leNet.batch(), 1e-3, new Optimiser.Adam(), new Fractions(0.1, 0.1), 1);
        try (Dataset data = new ImageFolder(pictures, 1, 28, 28).open()) {
            Prepared prepared = Prepared.of(leNet.network(), data, plan);
            Thread training = Thread.ofPlatform().start(() -> Trainer.train(prepared, plan, ComputeDevice.parse("cpu"),
                    this, this::see, Gate.until(() -> false)));
            while (training.isAlive()) {
                LockSupport.parkNanos(INTERVAL_NANOS);
                count(training.getStackTrace());
            }
            training.join();
        }
        System.out.printf(Locale.ROOT, "%d samples of steps, %d of them outside of native code: %.2f %%%n", steps,
                steps - inNative, 100.0 * (steps - inNative) / steps);
    }

    private void see(TrainEvent event) {
        if (event instanceof TrainEvent.EpochEnded) {
            warm.set(true);
        }
    }

    private void count(StackTraceElement[] stack) {
        boolean stepping = Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("epoch"))
                && Arrays.stream(stack).noneMatch(frame -> frame.getMethodName().equals("endEpoch"));
        if (warm.get() && stepping) {
            steps++;
            inNative += stack[0].isNativeMethod() && stack[0].getClassName().endsWith(".PyTorchLibrary") ? 1 : 0;
        }
    }

    @Override
    public void best(TrainedModel model) {
        // Nothing is kept.
    }

    @Override
    public void last(TrainedModel model) {
        // Nothing is kept.
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        // Nothing is kept.
    }
}
