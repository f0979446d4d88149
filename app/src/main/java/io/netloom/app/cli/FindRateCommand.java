package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.engine.ComputeDevice;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Training;
import io.netloom.train.RateSearch;
import io.netloom.train.RateTrials;
import io.netloom.train.RateTrials.Trial;
import io.netloom.train.TrainingPlan;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "find-lr", mixinStandardHelpOptions = true,
        description = "Tries learning rates, each for one step, from very small ones until the loss runs away, and suggests one."
                + " Nothing is kept or changed. Ctrl+C ends it early.")
final class FindRateCommand implements Callable<Integer> {
    private static final int ROWS = 24;
    /// How long bars are where the loss is what it was at first, and at most.
    private static final int FIRST = 24;
    private static final int BAR = 32;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "P.netloom", description = "The project file.")
    private Path file;

    @Option(names = "--batch", description = "Examples a batch; the best rate depends on it.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--seed", description = "Fixes the split, the first weights, the order and dropout.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--device", defaultValue = "auto",
            description = "cpu, gpu, gpu:1, or auto (a GPU if there is one). Default: auto.")
    private String device;

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Project given = ProjectFile.read(file);
        try (var stop = new StopOnInterrupt()) {
            RateTrials found = Training.searchRate(given.withPlan(plan(given.plan())), file,
                    ComputeDevice.parse(device), _ -> {}, stop);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(json(found));
            } else {
                print(found, out);
            }
            out.flush();
        }
        return CommandLineInterface.DONE;
    }

    private TrainingPlan plan(TrainingPlan plan) {
        TrainingPlan changed = batch.isPresent() ? plan.withBatchSize(batch.get()) : plan;
        return seed.isPresent() ? changed.withSeed(seed.get()) : changed;
    }

    private void print(RateTrials found, PrintWriter out) {
        List<Trial> trials = found.trials();
        var rows = new ArrayList<>(List.of(List.of("Rate", "Loss", "Smoothed", "")));
        double most = trials.stream().limit(RateSearch.TRIALS / 4).mapToDouble(Trial::smooth).filter(Double::isFinite)
                .max()
                .orElse(1);
        int every = Math.max(1, Math.ceilDiv(trials.size(), ROWS));
        for (int i = 0; i < trials.size(); i++) {
            if (i % every == 0 || i == trials.size() - 1) {
                Trial trial = trials.get(i);
                int length = Double.isFinite(trial.smooth())
                        ? Math.clamp(Math.round(trial.smooth() / most * FIRST), 0, BAR)
                        : BAR;
                rows.add(List.of(String.format(Locale.ROOT, "%.1e", trial.rate()),
                        String.format(Locale.ROOT, "%.4f", trial.loss()),
                        String.format(Locale.ROOT, "%.4f", trial.smooth()),
                        "█".repeat(length) + " ".repeat(BAR - length)));
            }
        }
        TextTable.print(rows, 0, out);
        out.println();
        found.suggestion().ifPresentOrElse(rate -> out.println("Suggested learning rate: " + plain(rate)
                + ", in the middle of the longest fall of the smoothed loss.\nTrain with it: netloom train " + file
                + " --lr " + plain(rate)),
                () -> out.println("No suggestion: the loss did not fall at any of these rates. "
                        + "Look whether the targets can be learnt from the inputs, or choose a larger batch."));
    }

    private static String plain(double rate) {
        return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }

    private static ObjectNode json(RateTrials found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        found.suggestion().ifPresentOrElse(rate -> json.put("suggestion", rate), () -> json.putNull("suggestion"));
        var trials = json.putArray("trials");
        for (Trial trial : found.trials()) {
            ObjectNode one = trials.addObject().put("rate", trial.rate());
            put(one, "loss", trial.loss());
            put(one, "smooth", trial.smooth());
        }
        return json;
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
