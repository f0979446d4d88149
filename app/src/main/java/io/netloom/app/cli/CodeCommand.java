package io.netloom.app.cli;

import io.netloom.export.PyTorchSource;
import io.netloom.project.ProjectFile;
import io.netloom.project.Training;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "code", mixinStandardHelpOptions = true,
        description = "Prints the Python with PyTorch that a network stands for.")
final class CodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "P.netloom", description = "The project file.")
    private Path file;

    @Override
    public Integer call() {
        spec.commandLine().getOut()
                .print(PyTorchSource.of(Training.network(ProjectFile.read(file), file)));
        spec.commandLine().getOut().flush();
        return CommandLineInterface.DONE;
    }
}
