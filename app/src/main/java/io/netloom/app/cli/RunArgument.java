package io.netloom.app.cli;

import io.netloom.project.Run;
import io.netloom.project.Runs;
import io.netloom.shape.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;

/// A run as commands take it: its folder, or the project file, which stands for its newest run.
final class RunArgument {
    static final String HELP = "A run's folder, or a project file, which stands for its newest run.";

    private RunArgument() {}

    static Run open(Path path) {
        return Run.open(folder(path));
    }

    /// The folder that is meant; it need not be a run's.
    static Path folder(Path path) {
        return Files.isRegularFile(path) ? newest(path) : path;
    }

    private static Path newest(Path project) {
        if (!project.getFileName().toString().endsWith(".netloom")) {
            throw new BadInput(project + " is neither the folder of a run nor a project file (.netloom). "
                    + "`netloom train` makes a run and says where it is.");
        }
        return Runs.of(project).stream().findFirst().orElseThrow(
                () -> new BadInput(project + " has no run yet. `netloom train " + project + "` makes one."));
    }
}
