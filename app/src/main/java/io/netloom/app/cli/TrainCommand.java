package io.netloom.app.cli;

import io.netloom.check.CheckedGraph;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.project.EventJson;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.RunFolder;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import io.netloom.train.Trainer;
import io.netloom.train.TrainingPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "train", mixinStandardHelpOptions = true,
        description = "Trains a project's network on its data. Ctrl+C stops and keeps what was learnt.")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "P.netloom", description = "The project file.")
    private Path file;

    @Option(names = "--epochs", description = "How often the network sees the training part.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", description = "Examples a step.")
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

    @Override
    public Integer call() {
        Project given = ProjectFile.read(file);
        Project project = given.withPlan(plan(given.plan()));
        CheckedGraph network = ProjectArgument.network(project, file);
        try (Dataset data = ProjectArgument.data(project, file).open(); var stop = new StopOnInterrupt()) {
            data.warnings().forEach(spec.commandLine().getErr()::println);
            Prepared prepared = Prepared.of(network, data, project.plan().fractions(), project.plan().seed());
            prepared.split().warnings().forEach(spec.commandLine().getErr()::println);
            ComputeDevice computes = ComputeDevice.parse(device);
            RunFolder run = RunFolder.create(file, project, prepared);
            Consumer<TrainEvent> show = show(run);
            Trainer.train(prepared, project.plan(), computes, run, event -> {
                run.record(event);
                show.accept(event);
            }, stop);
        }
        return CommandLineInterface.DONE;
    }

    private TrainingPlan plan(TrainingPlan plan) {
        TrainingPlan changed = plan;
        changed = epochs.isPresent() ? changed.withEpochs(epochs.get()) : changed;
        changed = batch.isPresent() ? changed.withBatchSize(batch.get()) : changed;
        changed = learningRate.isPresent() ? changed.withLearningRate(learningRate.get()) : changed;
        return seed.isPresent() ? changed.withSeed(seed.get()) : changed;
    }

    private Consumer<TrainEvent> show(RunFolder run) {
        PrintWriter out = spec.commandLine().getOut();
        return json ? event -> out.println(EventJson.line(event, run.path())) : new ProgressText(out, run.path());
    }
}
