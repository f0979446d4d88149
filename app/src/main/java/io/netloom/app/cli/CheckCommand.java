package io.netloom.app.cli;

import io.netloom.check.CheckedGraph;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.train.Prepared;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Checks a network and its data, and shows shapes, parameters and cost of each block.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "P.netloom", description = "The project file.")
    private Path file;

    @Override
    public Integer call() {
        Project project = ProjectFile.read(file);
        CheckedGraph network = ProjectArgument.network(project, file);
        NetworkTable.print(network, spec.commandLine().getOut());
        Optional<DataSource> source = project.data();
        if (source.isPresent()) {
            try (Dataset data = source.get().open()) {
                data.warnings().forEach(spec.commandLine().getErr()::println);
                Prepared prepared = Prepared.of(network, data, project.plan());
                spec.commandLine().getOut().printf(
                        "The data fits: %d examples to learn from, %d for validation, %d for the test.%n",
                        prepared.split().train().length, prepared.split().validation().length,
                        prepared.split().test().length);
            }
        } else {
            spec.commandLine().getOut().println("The project names no data.");
        }
        return CommandLineInterface.DONE;
    }
}
