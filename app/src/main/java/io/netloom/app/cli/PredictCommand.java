package io.netloom.app.cli;

import io.netloom.compile.Objective;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Labels;
import io.netloom.data.TextFile;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Prediction;
import io.netloom.project.Run;
import io.netloom.project.Training;
import io.netloom.project.WriteFailure;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "predict", mixinStandardHelpOptions = true,
        description = "Applies a trained model to data and writes its answers to a CSV file; where they are pictures, to PNG"
                + " files.")
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = RunArgument.HELP)
    private Path path;

    @Option(names = "--data", required = true, paramLabel = "PATH",
            description = "A table with the model's input columns or paths of pictures, a folder of images, a picture, or a folder with"
                    + " MNIST's files. Answers need not be there.")
    private Path given;

    @Option(names = "--out", required = true, paramLabel = "OUT",
            description = "The CSV file to write. Where the model gives pictures back, or masks: the folder for them.")
    private Path out;

    @Option(names = "--device", defaultValue = "auto", description = "cpu, gpu, gpu:1 or auto. Default: auto.")
    private String device;

    @Override
    public Integer call() {
        Run run = RunArgument.open(path);
        ComputeDevice computes = ComputeDevice.parse(device);
        if (run.project().data().orElse(null) instanceof TextFile) {
            throw new BadInput("This model learnt how a text goes on. Use `netloom continue` with --prompt.");
        }
        refuseToOverwriteData();
        DataSource source = Training.data(run.project(), run.folder()).at(given.toAbsolutePath().normalize());
        try (Dataset data = run.data(source, new Labels.None())) {
            var notes = new LeftOutNotes(data, spec.commandLine().getErr());
            Objective objective = run.model().objective();
            long pictures = objective.heads().stream()
                    .filter(head -> AnswerPictures.shape(objective, head).isPresent()).count();
            int answered;
            if (data.timeline().isPresent()) {
                refuseFolder();
                answered = writeForecasts(run, data, computes);
            } else if (pictures == 0) {
                refuseFolder();
                answered = writeTable(run, source, data, computes, out, (_, _) -> {});
            } else {
                answered = writePictures(run, source, data, computes, pictures == objective.heads().size());
            }
            spec.commandLine().getOut().printf("%,d predictions are in %s%n", answered, out);
            notes.tell();
        } catch (IOException e) {
            throw WriteFailure.of(out, e, Sentence.plain("Choose another file with --out."));
        } catch (UncheckedIOException e) {
            throw WriteFailure.of(out, e.getCause(), Sentence.plain("Choose another folder with --out."));
        }
        return CommandLineInterface.DONE;
    }

    private int writePictures(Run run, DataSource source, Dataset data, ComputeDevice computes, boolean only)
            throws IOException {
        if (Files.isRegularFile(out)) {
            throw new BadInput(out + " is a file, but this model's answers are pictures. Name a folder with --out.");
        }
        Files.createDirectories(out);
        var pictures = new AnswerPictures(out, run.model().objective(), data);
        if (only) {
            return Prediction.of(run.model(), data, computes, pictures);
        } else {
            return writeTable(run, source, data, computes, out.resolve("predictions.csv"), pictures);
        }
    }

    private int writeForecasts(Run run, Dataset data, ComputeDevice computes) throws IOException {
        try (var table = new ForecastTable(out, run.model(), data)) {
            int answered = Prediction.of(run.model(), data, computes, table);
            table.finish();
            return answered;
        }
    }

    private static int writeTable(Run run, DataSource source, Dataset data, ComputeDevice computes, Path file,
            Prediction.Answers others) throws IOException {
        try (var table = AnswerTable.create(file, run.model(), source, data)) {
            int answered = Prediction.of(run.model(), data, computes, (example, answers) -> {
                table.accept(example, answers);
                others.accept(example, answers);
            });
            table.finish();
            return answered;
        }
    }

    private void refuseFolder() {
        if (Files.isDirectory(out)) {
            throw new BadInput(out + " is a folder. Name the file to write with --out, such as predictions.csv.");
        }
    }

    private void refuseToOverwriteData() {
        if (out.toAbsolutePath().normalize().equals(given.toAbsolutePath().normalize())) {
            throw new BadInput(
                    out + " is the data itself, which the predictions would replace. Choose another file with"
                            + " --out.");
        }
    }
}
