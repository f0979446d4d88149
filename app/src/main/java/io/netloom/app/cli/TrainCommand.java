package io.netloom.app.cli;

import io.netloom.check.CheckedGraph;
import io.netloom.compile.Weights;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import io.netloom.project.EventJson;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Run;
import io.netloom.project.RunFolder;
import io.netloom.project.Runs;
import io.netloom.shape.BadInput;
import io.netloom.train.Checkpoint;
import io.netloom.train.CrossValidation;
import io.netloom.train.FastestPrecision;
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

    @Option(names = "--precision",
            description = "In which numbers convolutions, matrix products and attention of a step"
                    + " compute: float32, bfloat16, float16, or auto, which takes what a trial finds fastest.")
    private Optional<String> precision = Optional.empty();

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
            TrainingPlan plan = settled(prepared, project.plan(), computes);
            RunFolder run = RunFolder.create(file, project.withPlan(plan), prepared, interval());
            train(run, data, notes, plan,
                    (events, stop) -> Trainer.train(prepared, plan, computes, run, events, stop));
        }
    }

    /// The plan as the run keeps it, so that it goes on in the same numbers wherever it is resumed.
    private TrainingPlan settled(Prepared prepared, TrainingPlan plan, ComputeDevice computes) {
        TrainingPlan settled = FastestPrecision.settle(prepared, plan, computes);
        if (plan.learning().precision().isEmpty()) {
            spec.commandLine().getErr().println("Precision: " + Precision.text(settled.learning().precision())
                    + ", which was the fastest in a trial.");
        }
        return settled;
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
            train(run, data, notes, project.plan(),
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
        plan.learning().precision().flatMap(computes::warning).ifPresent(spec.commandLine().getErr()::println);
        return computes;
    }

    private void train(RunFolder run, Dataset data, LeftOutNotes notes, TrainingPlan plan,
            BiConsumer<Consumer<TrainEvent>, BooleanSupplier> training) {
        Consumer<TrainEvent> show = show(run);
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
        if (epochs.isPresent() || batch.isPresent() || learningRate.isPresent() || seed.isPresent()
                || precision.isPresent()) {
            throw new BadInput("A run goes on with its own plan. Leave --epochs, --batch, --lr, --seed and"
                    + " --precision away, or train anew without --resume.");
        }
    }

    private TrainingPlan plan(TrainingPlan plan) {
        TrainingPlan changed = plan;
        changed = epochs.isPresent() ? changed.withEpochs(epochs.get()) : changed;
        changed = batch.isPresent() ? changed.withBatchSize(batch.get()) : changed;
        changed = learningRate.isPresent() ? changed.withLearningRate(learningRate.get()) : changed;
        changed = seed.isPresent() ? changed.withSeed(seed.get()) : changed;
        return precision.isPresent()
                ? changed.withLearning(changed.learning().in(Precision.parse(precision.get())))
                : changed;
    }

    private Consumer<TrainEvent> show(RunFolder run) {
        PrintWriter out = spec.commandLine().getOut();
        return json ? event -> out.println(EventJson.line(event, run.path())) : new ProgressText(out, run.path());
    }
}
