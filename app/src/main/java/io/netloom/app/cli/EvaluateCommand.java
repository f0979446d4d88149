package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Labels;
import io.netloom.data.Split;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Evaluation;
import io.netloom.evaluate.Prediction;
import io.netloom.project.EventJson;
import io.netloom.project.Run;
import io.netloom.project.Training;
import io.netloom.project.WriteFailure;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.Metrics;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
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

    @Option(names = "--out", paramLabel = "FILE.csv",
            description = "Where the data is a series: a CSV file to write, with each time, the truth and the forecast.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    /// Which examples a model is judged on.
    private record Examples(String part, int[] numbers) {}

    @Override
    public Integer call() {
        Run run = RunArgument.open(path);
        DataSource source = Training.data(run.project(), run.folder());
        Optional<String> change = other.isPresent() ? Optional.empty() : Run.changeOfData(run.folder(), source)
                .map(found -> found + " The test part is drawn anew from what is there now, so that examples which the"
                        + " network has learnt from can stand in it: take these figures for too good, and train again.");
        DataSource judged = other.map(p -> source.at(p.toAbsolutePath().normalize())).orElse(source);
        try (Dataset data = run.data(judged, new Labels.Known(run.model().tasks()))) {
            var notes = new LeftOutNotes(data, spec.commandLine().getErr());
            Examples examples = other.isPresent() ? new Examples("all", IntStream.range(0, data.size()).toArray())
                    : kept(data, run.project().plan());
            change.ifPresent(spec.commandLine().getErr()::println);
            ComputeDevice computes = ComputeDevice.parse(device);
            show(run, change, examples, Evaluation.of(run.model(), data, examples.numbers(), computes),
                    RepetitionReport.of(examples.part(), data, examples.numbers()));
            if (out.isPresent()) {
                writeForecasts(run, data, examples, computes, out.get());
            }
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

    private void writeForecasts(Run run, Dataset data, Examples examples, ComputeDevice computes, Path file) {
        if (data.timeline().isEmpty()) {
            throw new BadInput(
                    "--out writes forecasts beside the truth, but this data is no series. Leave it away; `netloom"
                            + " predict` writes answers.");
        }
        try (var table = new ForecastTable(file, run.model(), data)) {
            Prediction.of(run.model(), data, examples.numbers(), computes, table);
            table.finish();
        } catch (IOException e) {
            throw WriteFailure.of(file, e, Sentence.plain("Choose another file with --out."));
        }
        if (!json) {
            spec.commandLine().getOut().println("The forecasts and the truth are in " + file);
        }
    }

    private void show(Run run, Optional<String> change, Examples examples, Metrics metrics,
            RepetitionReport repetition) {
        PrintWriter text = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode().put("event", "evaluated")
                    .put("run", run.folder().toAbsolutePath().normalize().toString()).put("part", examples.part())
                    .put("examples", examples.numbers().length);
            change.ifPresent(found -> object.put("warning", found));
            object.set("metrics", EventJson.of(metrics));
            if (!repetition.isEmpty()) {
                object.set("repetition", repetition.json());
            }
            text.println(object);
        } else {
            text.printf("%,d examples (%s)%n", examples.numbers().length, examples.part());
            metrics.values()
                    .forEach((name, value) -> text.println(String.format(Locale.ROOT, "  %-10s %.4f", name, value)));
            repetition.print(metrics, text);
        }
    }
}
