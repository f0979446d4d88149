package io.netloom.bench;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Optimiser;
import io.netloom.data.Dataset;
import io.netloom.data.Fractions;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.train.BareTraining;
import io.netloom.train.Prepared;
import io.netloom.train.TrainingPlan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Whether training from a CSV that is larger than the heap works, and what it costs: a perceptron learns from 2,000,000 rows of 20 numbers
/// (about 390 MB of text; or as many rows as `-Dbench.args` says) and, in turn, from the first tenth, which fits into memory. From the root
/// of the project, where the profile gives Java 256 MB:
///
///     mvn -q -P bench -pl engine-adapter test-compile exec:exec -Dbench=LargeTable
final class LargeTable {
    private static final int COLUMNS = 20;
    private static final int BATCH = 256;
    private static final int STEPS = 2_000;
    private static final int LAPS = 5;

    private LargeTable() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length == 0 ? 2_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("netloom-large");
        Path large = folder.resolve("large.csv");
        Path small = folder.resolve("small.csv");
        try {
            write(large, rows);
            write(small, rows / 10);
            System.out.printf(Locale.ROOT, "%,d rows, %,d MB of text, a heap of %,d MB%n", rows,
                    Files.size(large) >> 20, Runtime.getRuntime().maxMemory() >> 20);
            compare(large, small);
        } finally {
            Files.deleteIfExists(large);
            Files.deleteIfExists(small);
            Files.delete(folder);
        }
    }

    private static void compare(Path large, Path small) {
        var plan = new TrainingPlan(1_000_000, BATCH, 1e-3, new Optimiser.Adam(), new Fractions(0, 0), 1);
        long began = System.nanoTime();
        try (Dataset many = table(large).open(); Dataset few = table(small).open()) {
            System.out.printf(Locale.ROOT, "both read in %.1f s%n", (System.nanoTime() - began) / 1e9);
            try (BareTraining fromFile = BareTraining.of(Prepared.of(network(), many, plan), plan, 1);
                    BareTraining fromMemory = BareTraining.of(Prepared.of(network(), few, plan), plan, 1)) {
                List<Double> ratios = new ArrayList<>();
                rate(fromFile);
                rate(fromMemory);
                for (int lap = 0; lap < LAPS; lap++) {
                    double file = rate(fromFile);
                    double memory = rate(fromMemory);
                    ratios.add(file / memory);
                    System.out.printf(Locale.ROOT, "%,.0f examples/s from a file, %,.0f from memory%n", file, memory);
                }
                System.out.printf(Locale.ROOT, "from a file at %.2f of the rate from memory (median)%n",
                        ratios.stream().sorted().toList().get(LAPS / 2));
            }
        }
    }

    private static double rate(BareTraining training) {
        long began = System.nanoTime();
        int steps = training.steps(STEPS).count();
        return steps * BATCH / ((System.nanoTime() - began) / 1e9);
    }

    private static Table table(Path file) {
        List<String> columns = IntStream.range(0, COLUMNS).mapToObj(c -> "x" + c).toList();
        return new Table(file, new LinkedHashMap<>(Map.of("in", columns)),
                new LinkedHashMap<>(Map.of("out", new TargetColumn("y", TargetColumn.Kind.NUMBER))));
    }

    private static CheckedGraph network() {
        return new Drawing().block("in", "Input", "shape", Integer.toString(COLUMNS))
                .block("dense1", "Dense", "units", "64").block("relu1", "ReLU")
                .block("dense2", "Dense", "units", "64").block("relu2", "ReLU")
                .block("head", "Dense", "units", "1").block("out", "Output")
                .chain("in", "dense1", "relu1", "dense2", "relu2", "head", "out").checked();
    }

    private static void write(Path file, int rows) throws IOException {
        var random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int c = 0; c < COLUMNS; c++) {
                out.write("x" + c + ",");
            }
            out.write("y\n");
            for (int row = 0; row < rows; row++) {
                long sum = 0;
                for (int c = 0; c < COLUMNS; c++) {
                    int value = random.nextInt(2_000_000) - 1_000_000;
                    sum += c % 2 == 0 ? value : -value;
                    out.write(value / 1000 + "." + Math.abs(value % 1000) + ",");
                }
                out.write(sum / 1000 + "\n");
            }
        }
    }
}
