package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Weights;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.project.EventJson;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Run;
import io.netloom.project.RunFolder;
import io.netloom.project.Runs;
import io.netloom.shape.BadInput;
import io.netloom.train.Checkpoint;
import io.netloom.train.CrossValidation;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import io.netloom.train.Trainer;
import io.netloom.train.TrainingPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "train", mixinStandardHelpOptions = true,
        description = "Trains a project's network on its data. Ctrl+C stops and keeps what was learnt;"
                + " --resume goes on.")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "P.netloom", description = "The project file.")
    private Path file;

    @Option(names = "--epochs", description = "How often the network sees the training part.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", description = "Examples a batch; where memory is short, the plan's accumulation lets"
            + " several batches move the weights together.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--lr", description = "Learning rate.")
    private Optional<Double> learningRate = Optional.empty();

    @Option(names = "--seed", description = "Fixes the split, the first weights, the order and dropout.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--device", defaultValue = "auto",
            description = "cpu, gpu, gpu:1, or auto (a GPU if there is one). Default: auto.")
    private String device;

    @Option(names = "--json", description = "Write one JSON object a line instead of text.")
    private boolean json;

    @Option(names = "--checkpoint-seconds", defaultValue = "120", paramLabel = "N",
            description = "Time between checkpoints within an epoch; there is one after each epoch too. Default: 120.")
    private int checkpointSeconds;

    @Option(names = "--resume", description = "Go on with the newest run of this project that was stopped or cut off,"
            + " with its own network and plan.")
    private boolean resume;

    @Option(names = "--folds", paramLabel = "K", description = "Cross validation: trains K times, each time tests on"
            + " another part, and writes the mean and standard deviation of every metric. No model is kept.")
    private Optional<Integer> folds = Optional.empty();

    @Override
    public Integer call() {
        if (folds.isPresent()) {
            crossValidate(folds.get());
        } else if (resume) {
            refuseOptionsWithResume();
            resume(Runs.of(file).stream().filter(Runs::isUnfinished).findFirst().orElseThrow(() -> new BadInput(file
                    + " has no run that was stopped or cut off. Train without --resume.")));
        } else {
            begin();
        }
        return CommandLineInterface.DONE;
    }

    private void begin() {
        Project given = ProjectFile.read(file);
        Project project = given.withPlan(plan(given.plan()));
        CheckedGraph network = ProjectArgument.network(project, file);
        try (Dataset data = ProjectArgument.data(project, file).open()) {
            var notes = new LeftOutNotes(data, spec.commandLine().getErr());
            Prepared prepared = prepare(network, data, project);
            ComputeDevice computes = device(project.plan());
            RunFolder run = RunFolder.create(file, project, prepared, interval());
            train(run, prepared, notes, project.plan(),
                    (events, stop) -> Trainer.train(prepared, project.plan(), computes, run, events, stop));
        }
    }

    private void crossValidate(int count) {
        if (resume) {
            throw new BadInput("Folds are trained anew. Leave --resume or --folds away.");
        }
        Project given = ProjectFile.read(file);
        Project project = given.withPlan(plan(given.plan()));
        CheckedGraph network = ProjectArgument.network(project, file);
        var report = new FoldsReport(spec.commandLine().getOut(), json);
        try (Dataset data = ProjectArgument.data(project, file).open(); var stop = new StopOnInterrupt()) {
            data.warnings().forEach(spec.commandLine().getErr()::println);
            report.summary(CrossValidation.of(network, data, project.plan(), count, device(project.plan()),
                    report::fold, stop), count);
        }
    }

    private void resume(Path folder) {
        Project project = Run.project(folder);
        CheckedGraph network = ProjectArgument.network(project, folder);
        Checkpoint checkpoint = RunFolder.checkpoint(folder);
        try (Dataset data = ProjectArgument.data(project, folder).open()) {
            var notes = new LeftOutNotes(data, spec.commandLine().getErr());
            Prepared prepared = prepare(network, data, project);
            ComputeDevice computes = device(project.plan());
            RunFolder run = RunFolder.reopen(folder, checkpoint, interval());
            Weights best = run.bestUntil(checkpoint, network, project.plan());
            train(run, prepared, notes, project.plan(),
                    (events, stop) -> Trainer.resume(prepared, project.plan(), computes, run, events, stop,
                            checkpoint, best));
        }
    }

    private Prepared prepare(CheckedGraph network, Dataset data, Project project) {
        Prepared prepared = Prepared.of(network, data, project.plan());
        prepared.split().warnings().forEach(spec.commandLine().getErr()::println);
        return prepared;
    }

    private ComputeDevice device(TrainingPlan plan) {
        ComputeDevice computes = ComputeDevice.parse(device);
        computes.warning(plan.learning().precision()).ifPresent(spec.commandLine().getErr()::println);
        return computes;
    }

    private void train(RunFolder run, Prepared prepared, LeftOutNotes notes, TrainingPlan plan,
            BiConsumer<Consumer<TrainEvent>, BooleanSupplier> training) {
        Dataset data = prepared.data();
        Consumer<TrainEvent> show = show(run, RepetitionReport.of(data, prepared.split()));
        run.leftOut(data.leftOut());
        var diverged = new ArrayList<TrainEvent.Diverged>();
        try (var stop = new StopOnInterrupt()) {
            training.accept(event -> {
                run.record(event);
                boolean pause = event instanceof TrainEvent.EpochEnded || event instanceof TrainEvent.Finished;
                if (pause && notes.tell()) {
                    run.leftOut(data.leftOut());
                }
                show.accept(event);
                if (event instanceof TrainEvent.Diverged e) {
                    diverged.add(e);
                }
            }, stop);
        }
        if (!diverged.isEmpty()) {
            throw new BadInput(
                    explain(diverged.getFirst(), plan) + " The last good weights are kept in " + run.path() + ".");
        }
    }

    private static String explain(TrainEvent.Diverged e, TrainingPlan plan) {
        String where = "The loss is no longer a finite number since epoch " + e.atEpoch() + ", step " + e.step()
                + ", at a learning rate of " + e.learningRate() + ".";
        String culprit = e.layer().map(layer -> Double.isFinite(e.gradient())
                ? " The largest gradient was that of '" + layer + "'."
                : " The first block with a gradient that is not finite was '" + layer + "'.").orElse("");
        return where + culprit + " Train again with a smaller one: --lr " + plan.smallerRate() + ".";
    }

    private Duration interval() {
        if (checkpointSeconds < 0) {
            throw new BadInput("--checkpoint-seconds must be 0 or more, not " + checkpointSeconds + ".");
        }
        return Duration.ofSeconds(checkpointSeconds);
    }

    private void refuseOptionsWithResume() {
        if (epochs.isPresent() || batch.isPresent() || learningRate.isPresent() || seed.isPresent()) {
            throw new BadInput("A run goes on with its own plan. Leave --epochs, --batch, --lr and --seed away, or"
                    + " train anew without --resume.");
        }
    }

    private TrainingPlan plan(TrainingPlan plan) {
        TrainingPlan changed = plan;
        changed = epochs.isPresent() ? changed.withEpochs(epochs.get()) : changed;
        changed = batch.isPresent() ? changed.withBatchSize(batch.get()) : changed;
        changed = learningRate.isPresent() ? changed.withLearningRate(learningRate.get()) : changed;
        return seed.isPresent() ? changed.withSeed(seed.get()) : changed;
    }

    private Consumer<TrainEvent> show(RunFolder run, RepetitionReport repetition) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            if (!repetition.isEmpty()) {
                ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "repetition").put("part",
                        repetition.part());
                line.set("metrics", repetition.json());
                out.println(line);
            }
            return event -> out.println(EventJson.line(event, run.path()));
        }
        var text = new ProgressText(out, run.path());
        return event -> {
            text.accept(event);
            if (event instanceof TrainEvent.Finished e) {
                e.test().or(e::validation).ifPresent(metrics -> repetition.print(metrics, out));
            }
        };
    }
}
