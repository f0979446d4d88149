package io.netloom.app.cli;

import io.netloom.project.Run;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A run as commands take it: its folder, or the project file, which stands for its newest run.
final class RunArgument {
    static final String HELP = "A run's folder, or a project file, which stands for its newest run.";

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d_\\d{6}(\\.\\d+)?";

    private RunArgument() {}

    static Run open(Path path) {
        return Run.open(Files.isRegularFile(path) ? newest(path) : path);
    }

    private static Path newest(Path project) {
        if (!project.getFileName().toString().endsWith(".netloom")) {
            throw new BadInput(project + " is neither the folder of a run nor a project file (.netloom). "
                    + "`netloom train` makes a run and says where it is.");
        }
        Path runs = project.toAbsolutePath().resolveSibling("runs");
        String name = project.getFileName().toString().replaceFirst("\\.netloom$", "");
        try (Stream<Path> folders = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            return folders.filter(f -> f.getFileName().toString().matches(TIME + "-" + Pattern.quote(name)))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> new BadInput(project + " has no run yet. `netloom train " + project
                            + "` makes one."));
        } catch (IOException e) {
            throw new BadInput(runs + " cannot be read. Give the folder of the run itself.", e);
        }
    }
}
