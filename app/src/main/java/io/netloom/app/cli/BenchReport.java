package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.bench.Bench;
import io.netloom.bench.Comparison;
import io.netloom.bench.EpochBench;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Where measurements go.
sealed interface BenchReport {
    String DJL = "djl";
    String PYTORCH = "pytorch";

    void add(Comparison comparison);

    void add(EpochBench.Result epochs);

    /// All have been added.
    void end();

    /// One object a line, each as soon as it is known.
    record Json(PrintWriter out) implements BenchReport {

        @Override
        public void add(Comparison comparison) {
            ObjectNode line = line(comparison.course().name(), comparison.threads(), comparison.netloomMillis(),
                    comparison.millis(DJL), comparison.millis(PYTORCH), comparison.ratio(DJL),
                    comparison.ratio(PYTORCH));
            put(line, "gflops", OptionalDouble.of(comparison.flopsPerSecond() / 1e9));
            put(line, "peakShare", OptionalDouble.of(comparison.peakShare()));
            put(line, "bfloat16Ms", comparison.millis(Bench.BFLOAT16));
            line.put("batch", comparison.course().batch());
            put(line, "netloomLoss", OptionalDouble.of(comparison.netloom().getLast().loss()));
            put(line, "djlLoss", comparison.loss(DJL));
            put(line, "pytorchLoss", comparison.loss(PYTORCH));
            out.println(line);
        }

        @Override
        public void add(EpochBench.Result epochs) {
            OptionalDouble none = OptionalDouble.empty();
            ObjectNode line = line(EpochBench.NAME, epochs.threads(), epochs.cachedMillis(), none, none, none, none);
            line.putNull("gflops").putNull("peakShare");
            line.put("pictures", epochs.pictures());
            put(line, "firstMs", OptionalDouble.of(epochs.firstMillis()));
            put(line, "memoryMs", OptionalDouble.of(epochs.memoryMillis()));
            put(line, "ratioToMemory", OptionalDouble.of(epochs.cachedToMemory()));
            out.println(line);
        }

        @Override
        public void end() {}

        private static ObjectNode line(String network, int threads, double netloom, OptionalDouble djl,
                OptionalDouble pyTorch, OptionalDouble toDjl, OptionalDouble toPyTorch) {
            ObjectNode line = JsonNodeFactory.instance.objectNode().put("network", network).put("threads", threads);
            put(line, "netloomMs", OptionalDouble.of(netloom));
            put(line, "djlMs", djl);
            put(line, "pytorchMs", pyTorch);
            put(line, "ratioToDjl", toDjl);
            put(line, "ratioToPyTorch", toPyTorch);
            return line;
        }

        private static void put(ObjectNode line, String name, OptionalDouble value) {
            if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
                line.put(name, Math.round(value.getAsDouble() * 1e4) / 1e4);
            } else {
                line.putNull(name);
            }
        }
    }

    /// A table, and under it the epochs.
    final class Text implements BenchReport {
        private final PrintWriter out;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<EpochBench.Result> epochs = new ArrayList<>();

        Text(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void add(Comparison c) {
            rows.add(List.of(c.course().name(), c.course().batch() + "", c.threads() + "",
                    format("%.3f ms", OptionalDouble.of(c.netloomMillis())),
                    format("%.3f ms", c.millis(Bench.BFLOAT16)), format("%.3f ms", c.millis(DJL)),
                    format("%.3f ms", c.millis(PYTORCH)), format("%.2f", c.ratio(DJL)),
                    format("%.2f", c.ratio(PYTORCH)), format("%.1f", OptionalDouble.of(c.flopsPerSecond() / 1e9)),
                    format("%.0f %%", OptionalDouble.of(100 * c.peakShare())),
                    format("%.3f", OptionalDouble.of(c.netloom().getLast().loss())), format("%.3f", c.loss(DJL)),
                    format("%.3f", c.loss(PYTORCH))));
        }

        @Override
        public void add(EpochBench.Result result) {
            epochs.add(result);
        }

        @Override
        public void end() {
            if (!rows.isEmpty()) {
                rows.addFirst(List.of("A training step", "batch", "threads", "Netloom", "bfloat16", "DJL", "PyTorch",
                        "DJL ÷ N",
                        "PyTorch ÷ N", "GFLOP/s", "of peak", "last loss", "DJL", "PyTorch"));
                TextTable.print(rows, 1, out);
            }
            for (EpochBench.Result e : epochs) {
                out.println(String.format(Locale.ROOT,
                        "An epoch of %,d PNG files: %.0f ms the first time, %.0f ms later; %.0f ms from memory (%.2f).",
                        e.pictures(), e.firstMillis(), e.cachedMillis(), e.memoryMillis(), e.cachedToMemory()));
            }
        }

        private static String format(String format, OptionalDouble value) {
            return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
        }
    }
}
