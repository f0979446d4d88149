package io.netloom.project;

import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The runs of a project, which lie in `runs/` beside its file.
public final class Runs {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d_\\d{6}(\\.\\d+)?";

    private Runs() {}

    /// The folders of a project's runs, the newest first.
    ///
    /// @throws BadInput if they cannot be listed
    public static List<Path> of(Path project) {
        Path runs = project.toAbsolutePath().normalize().resolveSibling("runs");
        String name = project.getFileName().toString().replaceFirst("\\.netloom$", "");
        try (Stream<Path> folders = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            return folders.filter(f -> f.getFileName().toString().matches(TIME + "-" + Pattern.quote(name)))
                    .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
        } catch (IOException e) {
            throw new BadInput(runs + " cannot be read. Give the folder of the run itself.", e);
        }
    }

    /// Whether a run was cut off or stopped, so that it can go on.
    public static boolean isUnfinished(Path run) {
        return Files.exists(run.resolve(Run.CHECKPOINT));
    }
}
