package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Labels;
import io.netloom.data.Split;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Evaluation;
import io.netloom.project.EventJson;
import io.netloom.project.Run;
import io.netloom.project.Training;
import io.netloom.train.Metrics;
import io.netloom.train.TrainingPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "evaluate", mixinStandardHelpOptions = true,
        description = "Judges a trained model on the test part of its data, or on other labelled data.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = RunArgument.HELP)
    private Path path;

    @Option(names = "--data", paramLabel = "PATH", description = "Other data of the same kind, with the answers.")
    private Optional<Path> other = Optional.empty();

    @Option(names = "--device", defaultValue = "auto", description = "cpu, gpu, gpu:1 or auto. Default: auto.")
    private String device;

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    /// Which examples a model is judged on.
    private record Examples(String part, int[] numbers) {}

    @Override
    public Integer call() {
        Run run = RunArgument.open(path);
        DataSource source = Training.data(run.project(), run.folder());
        DataSource judged = other.map(p -> source.at(p.toAbsolutePath().normalize())).orElse(source);
        try (Dataset data = run.data(judged, new Labels.Known(run.model().tasks()))) {
            var notes = new LeftOutNotes(data, spec.commandLine().getErr());
            Examples examples = other.isPresent() ? new Examples("all", IntStream.range(0, data.size()).toArray())
                    : kept(data, run.project().plan());
            show(run, examples, Evaluation.of(run.model(), data, examples.numbers(), ComputeDevice.parse(device)));
            notes.tell();
        }
        return CommandLineInterface.DONE;
    }

    /// The test part; where none was kept, what was kept for validation.
    private static Examples kept(Dataset data, TrainingPlan plan) {
        Split split = Split.of(data, plan.splitting(), plan.fractions(), plan.seed());
        return split.test().length > 0 ? new Examples("test", split.test())
                : new Examples("validation", split.validation());
    }

    private void show(Run run, Examples examples, Metrics metrics) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode().put("event", "evaluated")
                    .put("run", run.folder().toAbsolutePath().normalize().toString()).put("part", examples.part())
                    .put("examples", examples.numbers().length);
            object.set("metrics", EventJson.of(metrics));
            out.println(object);
        } else {
            out.printf("%,d examples (%s)%n", examples.numbers().length, examples.part());
            metrics.values()
                    .forEach((name, value) -> out.println(String.format(Locale.ROOT, "  %-10s %.4f", name, value)));
        }
    }
}
