package io.netloom.app.cli;

import io.netloom.check.CheckedGraph;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Training;
import io.netloom.train.Prepared;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Checks a network and its data, and shows shapes, parameters and cost of each block.")
final class CheckCommand implements Callable<Integer> {
    private static final int BATCH = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "P.netloom", description = "The project file.")
    private Path file;

    @Option(names = "--data",
            description = "Read every example, and list each file that cannot be read with its cause.")
    private boolean readAll;

    @Override
    public Integer call() {
        Project project = ProjectFile.read(file);
        CheckedGraph network = Training.network(project, file);
        NetworkTable.print(network, spec.commandLine().getOut());
        Optional<DataSource> source = project.data();
        if (source.isPresent()) {
            try (Dataset data = source.get().open()) {
                var notes = new LeftOutNotes(data, spec.commandLine().getErr());
                Prepared prepared = Prepared.of(network, data, project.plan());
                spec.commandLine().getOut().printf(
                        "The data fits: %d examples to learn from, %d for validation, %d for the test.%n",
                        prepared.split().train().length, prepared.split().validation().length,
                        prepared.split().test().length);
                if (readAll) {
                    readAll(prepared.data());
                } else {
                    notes.tell();
                }
            }
        } else {
            spec.commandLine().getOut().println("The project names no data.");
        }
        return CommandLineInterface.DONE;
    }

    private void readAll(Dataset data) {
        int read = 0;
        try (BatchStream stream = BatchStream.of(data, IntStream.range(0, data.size()).toArray(), BATCH)) {
            for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                read += next.get().rows();
                stream.release(next.get());
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%,d examples were read; %,d files are left out.%n", read, data.leftOut().size());
        data.leftOut().forEach(file -> out.println("  " + file.name() + ": " + file.cause()));
    }
}
