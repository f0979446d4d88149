package io.netloom.app.cli;

import io.netloom.check.CheckedGraph;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import io.netloom.project.Branch;
import io.netloom.project.Kept;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Run;
import io.netloom.project.Runs;
import io.netloom.project.Training;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.CrossValidation;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainingPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Option(names = "--changed-data", description = "With --resume: go on even if the data has changed since.")
    private boolean changedData;

    @Option(names = "--from", paramLabel = "RUN",
            description = "Begin a new run with what this one has learnt: each block"
                    + " takes the weights of the block of its name, where they have the same shapes; the others begin anew. "
                    + RunArgument.HELP)
    private Optional<Path> from = Optional.empty();

    @Option(names = "--last", description = "With --from: take its last weights, not its best ones.")
    private boolean last;

    @Option(names = "--folds", paramLabel = "K", description = "Cross validation: trains K times, each time tests on"
            + " another part, and writes the mean and standard deviation of every metric. No model is kept.")
    private Optional<Integer> folds = Optional.empty();

    @Override
    public Integer call() {
        refuseOptionsThatNeedOthers();
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
        Optional<Branch> branch = from.map(RunArgument::folder)
                .map(run -> Branch.of(run, last ? Kept.LAST : Kept.BEST, project, file));
        branch.ifPresent(this::tell);
        train(project.plan(), training -> branch.ifPresentOrElse(b -> training.branch(project, file, b),
                () -> training.begin(project, file)));
    }

    private void tell(Branch branch) {
        spec.commandLine().getErr().println("Begins with the " + branch.kept() + " weights of " + branch.run() + ".");
        if (!branch.anew().isEmpty()) {
            spec.commandLine().getErr().println("That run has no weights for: " + String.join(", ", branch.anew())
                    + ". These begin anew.");
        }
        switch (branch.division()) {
            case SAME -> {
                // What it is judged by, nothing was learnt from.
            }
            case ANOTHER -> spec.commandLine().getErr().println("That run's examples were divided otherwise, so that"
                    + " what it has learnt from may be validation or test now: take their figures for too good.");
        }
    }

    private void crossValidate(int count) {
        if (resume) {
            throw new BadInput("Folds are trained anew. Leave --resume or --folds away.");
        }
        Project given = ProjectFile.read(file);
        Project project = given.withPlan(plan(given.plan()));
        CheckedGraph network = Training.network(project, file);
        var report = new FoldsReport(spec.commandLine().getOut(), json);
        try (Dataset data = Training.data(project, file).open(); var stop = new StopOnInterrupt()) {
            data.warnings().forEach(spec.commandLine().getErr()::println);
            report.summary(CrossValidation.of(network, data, project.plan(), count, device(project.plan()),
                    report::fold, stop), count);
        }
    }

    private void resume(Path folder) {
        Project project = Run.project(folder);
        Run.changeOfData(folder, Training.data(project, folder)).ifPresent(this::refuseChange);
        train(project.plan(), training -> training.resume(folder));
    }

    private void refuseChange(Sentence change) {
        if (!changedData) {
            throw new BadInput(change
                    + " Its examples would be divided anew, and what is to be the test might have been"
                    + " learnt from. Put the old data back, train anew without --resume, or go on all the same with"
                    + " --changed-data.");
        }
        spec.commandLine().getErr().println(change);
    }

    private void train(TrainingPlan plan, Consumer<Training> how) {
        try (var report = new TrainingReport(spec.commandLine().getOut(), spec.commandLine().getErr(), json)) {
            how.accept(new Training(ComputeDevice.parse(device), interval(), report.gate(), report));
            report.diverged().ifPresent(e -> {
                throw new BadInput(explain(e, plan) + " The last good weights are kept in "
                        + report.run().orElseThrow() + ".");
            });
        }
    }

    private static String explain(TrainEvent.Diverged e, TrainingPlan plan) {
        String where = "The loss is no longer a finite number since epoch " + e.atEpoch() + ", step " + e.step()
                + ", at a learning rate of " + e.learningRate() + ".";
        String culprit = e.layer().map(layer -> Double.isFinite(e.gradient())
                ? " The largest gradient was that of '" + layer + "'."
                : " The first block with a gradient that is not finite was '" + layer + "'.").orElse("");
        return where + culprit + (e.isFromTheStart()
                ? " That is so before any weight has moved, whatever the learning rate: look for a block that divides by"
                        + " 0 or takes the logarithm of what is not above 0, and for numbers in the data that are too"
                        + " large."
                : " Train again with a smaller one: --lr " + plan.smallerRate() + ".");
    }

    private ComputeDevice device(TrainingPlan plan) {
        ComputeDevice computes = ComputeDevice.parse(device);
        plan.learning().precision().flatMap(computes::warning).ifPresent(spec.commandLine().getErr()::println);
        return computes;
    }

    private Duration interval() {
        if (checkpointSeconds < 0) {
            throw new BadInput("--checkpoint-seconds must be 0 or more, not " + checkpointSeconds + ".");
        }
        return Duration.ofSeconds(checkpointSeconds);
    }

    private void refuseOptionsThatNeedOthers() {
        if (from.isPresent() && (resume || folds.isPresent())) {
            throw new BadInput("--from begins a new run. Leave --resume and --folds away.");
        }
        if (last && from.isEmpty()) {
            throw new BadInput("--last says which weights of another run are taken. Name that run: --from RUN --last.");
        }
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
}
