package io.netloom.bench;

import io.netloom.check.CheckedGraph;
import io.netloom.compile.Optimiser;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Fractions;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.train.BareTraining;
import io.netloom.train.Prepared;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What it costs that pictures lie in files: epochs of the LeNet over PNG files, and over the same pictures in memory, in
/// turn. It has no rivals.
public final class EpochBench {
    /// What the results call it.
    public static final String NAME = "epoch-png";
    private static final int PICTURES = 1_200;
    private static final int BATCH = 64;

    private final int repeats;
    private final int threads;
    private final Consumer<String> progress;
    private final BooleanSupplier stop;

    /// @param repeats epochs that count, at least 1
    /// @param threads on which the engine works
    /// @param progress is told what is going on
    /// @param stop is asked before each epoch
    public EpochBench(int repeats, int threads, Consumer<String> progress, BooleanSupplier stop) {
        this.repeats = repeats;
        this.threads = threads;
        this.progress = progress;
        this.stop = stop;
    }

    /// What came out: milliseconds an epoch.
    ///
    /// @param pictures in an epoch
    /// @param threads on which the engine worked
    /// @param firstMillis over files that are decoded while it goes on
    /// @param cachedMillis over files, later; the median
    /// @param memoryMillis over the same pictures in memory; the median
    public record Result(int pictures, int threads, double firstMillis, double cachedMillis, double memoryMillis) {

        /// Above 1, files are slower.
        public double cachedToMemory() {
            return cachedMillis / memoryMillis;
        }
    }

    /// Measures; empty if it was stopped.
    public Optional<Result> run() {
        progress.accept(NAME + ": writes " + PICTURES + " pictures");
        try (var files = new PictureFiles(PICTURES, Contest.SEED)) {
            var source = new ImageFolder(files.png(), 1, PictureFiles.SIZE, PictureFiles.SIZE);
            try (Dataset png = source.open(); Dataset memory = new IdxFiles(files.idx()).open()) {
                return compare(source, png, memory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Result> compare(DataSource source, Dataset png, Dataset memory) {
        CheckedGraph network = Courses.leNet().network();
        var plan = new TrainingPlan(1_000_000, BATCH, Contest.RATE, new Optimiser.Adam(), new Fractions(0, 0),
                Contest.SEED);
        var cached = new ArrayList<Double>();
        var inMemory = new ArrayList<Double>();
        // The scalings are fitted on a data set of their own, which leaves the other one's cache empty.
        try (Dataset fitted = source.open();
                BareTraining memoryTraining = BareTraining.of(Prepared.of(network, memory, plan), plan, threads)) {
            Prepared prepared = Prepared.of(network, fitted, plan);
            memoryTraining.epoch();
            try (BareTraining training = BareTraining.of(over(png, prepared), plan, threads)) {
                double first = millis(training);
                for (int repeat = 1; repeat <= repeats; repeat++) {
                    if (stop.getAsBoolean()) {
                        return Optional.empty();
                    }
                    progress.accept(NAME + ": epoch " + repeat + " of " + repeats);
                    inMemory.add(millis(memoryTraining));
                    cached.add(millis(training));
                }
                return Optional.of(new Result(PICTURES, training.threads(), first, Medians.of(cached),
                        Medians.of(inMemory)));
            }
        }
    }

    private static Prepared over(Dataset data, Prepared prepared) {
        return new Prepared(prepared.objective(), data, prepared.split(), prepared.fitted(), prepared.goals());
    }

    private static double millis(BareTraining training) {
        long began = System.nanoTime();
        training.epoch();
        return (System.nanoTime() - began) / 1e6;
    }
}
