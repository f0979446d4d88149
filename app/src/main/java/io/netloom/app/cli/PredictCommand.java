package io.netloom.app.cli;

import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Labels;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Prediction;
import io.netloom.project.Run;
import io.netloom.project.WriteFailure;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "predict", mixinStandardHelpOptions = true,
        description = "Applies a trained model to data and writes its answers to a CSV file.")
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = RunArgument.HELP)
    private Path path;

    @Option(names = "--data", required = true, paramLabel = "PATH",
            description = "A table with the model's input columns, a folder of images, a picture, or a folder with"
                    + " MNIST's files. Answers need not be there.")
    private Path given;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The file to write.")
    private Path out;

    @Option(names = "--device", defaultValue = "auto", description = "cpu, gpu, gpu:1 or auto. Default: auto.")
    private String device;

    @Override
    public Integer call() {
        Run run = RunArgument.open(path);
        ComputeDevice computes = ComputeDevice.parse(device);
        refuseToOverwriteData();
        DataSource source = ProjectArgument.data(run.project(), run.folder()).at(given.toAbsolutePath().normalize());
        try (Dataset data = source.open(new Labels.None());
                var table = AnswerTable.create(out, run.model(), source, data)) {
            data.warnings().forEach(spec.commandLine().getErr()::println);
            Prediction.of(run.model(), data, computes, table);
            table.finish();
            spec.commandLine().getOut().printf("%,d predictions are in %s%n", data.size(), out);
        } catch (IOException e) {
            throw WriteFailure.of(out, e, "Choose another file with --out.");
        }
        return CommandLineInterface.DONE;
    }

    private void refuseToOverwriteData() {
        if (Files.isDirectory(out)) {
            throw new BadInput(out + " is a folder. Name the file to write with --out, such as predictions.csv.");
        }
        if (out.toAbsolutePath().normalize().equals(given.toAbsolutePath().normalize())) {
            throw new BadInput(
                    out + " is the data itself, which the predictions would replace. Choose another file with"
                            + " --out.");
        }
    }
}
