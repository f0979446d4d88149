package io.netloom.bench;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Optimiser;
import io.netloom.data.Dataset;
import io.netloom.data.Fractions;
import io.netloom.data.IdxFiles;
import io.netloom.engine.ComputeDevice;
import io.netloom.train.Gate;
import io.netloom.train.Keeper;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainedModel;
import io.netloom.train.Trainer;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Whether a long training keeps to its memory: a small LeNet is trained by the real [Trainer] for 10,000 steps, or as
/// many as `-Dbench.args` says. After every 500, which are an epoch with its validation, it prints the process's resident
/// size. On Linux, from the root of the project:
///
///     mvn -q -P bench -pl engine-adapter test-compile exec:exec -Dbench=MemorySoak
final class MemorySoak {
    private static final int STEPS_PER_EPOCH = 500;
    private static final int BATCH = 32;
    private static final int PIXELS = 28 * 28;

    private final List<Long> kibibytes = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        new MemorySoak().run(arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]));
    }

    private void run(int steps) throws IOException {
        Path folder = Files.createTempDirectory("netloom-soak");
        folder.toFile().deleteOnExit();
        write(folder, "train", STEPS_PER_EPOCH * BATCH);
        write(folder, "val", BATCH);
        var plan = new TrainingPlan(steps / STEPS_PER_EPOCH, BATCH, 1e-3, new Optimiser.Adam(), new Fractions(0, 0),
                1);
        try (Dataset data = new IdxFiles(folder).open()) {
            Prepared prepared = Prepared.of(smallLeNet(), data, plan);
            Trainer.train(prepared, plan, ComputeDevice.parse("cpu"), new Nobody(), this::measure,
                    Gate.until(() -> false));
        }
        System.out.printf("%.0f KiB for 1,000 steps after the first %d%n", slope(), STEPS_PER_EPOCH);
    }

    private void measure(TrainEvent event) {
        if (event instanceof TrainEvent.EpochEnded ended) {
            kibibytes.add(resident());
            System.out.printf("%6d steps  %8d KiB%n", ended.epoch() * STEPS_PER_EPOCH, kibibytes.getLast());
        }
    }

    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Least squares over all measurements, of which the first is at step 500.
    private double slope() {
        double meanX = (kibibytes.size() - 1) / 2.0;
        double meanY = kibibytes.stream().mapToLong(Long::longValue).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < kibibytes.size(); i++) {
            xy += (i - meanX) * (kibibytes.get(i) - meanY);
            xx += (i - meanX) * (i - meanX);
        }
        return xy / xx * 1000 / STEPS_PER_EPOCH;
    }

    private static CheckedGraph smallLeNet() {
        return new Drawing().block("in", "Input", "shape", "1×28×28")
                .block("conv1", "Conv2d", "filters", "6", "kernelSize", "5").block("relu1", "ReLU")
                .block("pool1", "MaxPool2d")
                .block("conv2", "Conv2d", "filters", "16", "kernelSize", "5").block("relu2", "ReLU")
                .block("pool2", "MaxPool2d").block("row", "Flatten")
                .block("hidden", "Dense", "units", "84").block("relu3", "ReLU")
                .block("head", "Dense", "units", "10").block("out", "Output")
                .chain("in", "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "row", "hidden", "relu3", "head",
                        "out")
                .checked();
    }

    /// Noise in MNIST's format.
    private static void write(Path folder, String part, int count) throws IOException {
        var random = new Random(1);
        ByteBuffer images = ByteBuffer.allocate(16 + count * PIXELS).putInt(0x0803).putInt(count).putInt(28).putInt(28);
        ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x0801).putInt(count);
        byte[] pixels = new byte[PIXELS];
        for (int i = 0; i < count; i++) {
            random.nextBytes(pixels);
            images.put(pixels);
            labels.put((byte) (i % 10));
        }
        write(folder.resolve(part + "-images-idx3-ubyte"), images);
        write(folder.resolve(part + "-labels-idx1-ubyte"), labels);
    }

    private static void write(Path file, ByteBuffer content) throws IOException {
        Files.write(file, content.array());
        file.toFile().deleteOnExit();
    }

    /// Keeps nothing.
    private static final class Nobody implements Keeper {
        @Override
        public void best(TrainedModel model) {}

        @Override
        public void last(TrainedModel model) {}
    }
}
