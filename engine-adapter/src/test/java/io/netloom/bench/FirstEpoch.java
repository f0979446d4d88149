package io.netloom.bench;

import io.netloom.compile.Optimiser;
import io.netloom.data.Dataset;
import io.netloom.data.Fractions;
import io.netloom.data.ImageFolder;
import io.netloom.train.BareTraining;
import io.netloom.train.Prepared;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
import java.time.Duration;

/// Whether decoding keeps up: the LeNet is trained for two epochs over 40,000 small PNG files, or as many as `-Dbench.args` says, with
/// the engine on one thread. It prints how long opening the folder, fitting the scaling and each epoch took, and which share of
/// the epoch was spent waiting for data. From the root of the project:
///
///     mvn -q -P bench -pl engine-adapter test-compile exec:exec -Dbench=FirstEpoch
final class FirstEpoch {
    private static final int BATCH = 64;

    private FirstEpoch() {}

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length == 0 ? 40_000 : Integer.parseInt(arguments[0]);
        try (var files = new PictureFiles(count, Contest.SEED)) {
            long began = System.nanoTime();
            try (Dataset data = new ImageFolder(files.png(), 1, PictureFiles.SIZE, PictureFiles.SIZE).open()) {
                began = told("opening " + count + " files", began);
                var plan = new TrainingPlan(2, BATCH, Contest.RATE, new Optimiser.Adam(), new Fractions(0, 0),
                        Contest.SEED);
                Prepared prepared = Prepared.of(Courses.leNet().network(), data, plan);
                told("fitting the scaling on 2,000", began);
                train(prepared, plan);
            }
        }
    }

    private static void train(Prepared prepared, TrainingPlan plan) {
        try (BareTraining training = BareTraining.of(prepared, plan, 1)) {
            Duration before = Duration.ZERO;
            for (int epoch = 1; epoch <= 2; epoch++) {
                long began = System.nanoTime();
                training.epoch();
                double seconds = (System.nanoTime() - began) / 1e9;
                double waited = training.waited().minus(before).toNanos() / 1e9;
                before = training.waited();
                System.out.printf("epoch %d: %.1f s, of which %.2f s (%.1f %%) waiting for data%n", epoch, seconds,
                        waited, 100 * waited / seconds);
            }
        }
    }

    private static long told(String what, long began) {
        long now = System.nanoTime();
        System.out.printf("%s: %.1f s%n", what, (now - began) / 1e9);
        return now;
    }
}
