package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The runs of a project, which lie in `runs/` beside its file.
public final class Runs {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d_\\d{6}(\\.\\d+)?";
    private static final int SECOND_LENGTH = "2026-01-31_235959".length();

    private Runs() {}

    /// The folders of a project's runs, the newest first.
    ///
    /// @throws BadInput if they cannot be listed
    public static List<Path> of(Path project) {
        Path runs = project.toAbsolutePath().normalize().resolveSibling("runs");
        try (Stream<Path> folders = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            return folders.filter(f -> f.getFileName().toString().matches(TIME + "-" + Pattern.quote(name(project))))
                    .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unreadable-runs",
                    "{0} cannot be read. Give the folder of the run itself.", runs.toString()), e);
        }
    }

    /// The runs in `runs/` of a folder whose process is gone before their end, and which left a checkpoint behind, so that they can go
    /// on; the newest first.
    ///
    /// @throws BadInput if they cannot be listed
    public static List<Path> cutOff(Path folder) {
        Path runs = folder.resolve("runs");
        try (Stream<Path> all = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            return all.filter(run -> RunningProcess.isGone(run) && isUnfinished(run))
                    .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unlisted",
                    "{0} cannot be read.", runs.toString()), e);
        }
    }

    /// Takes note of it that a run was cut off: [#cutOff] names it no more. It can go on all the same.
    public static void leave(Path run) {
        RunningProcess.forget(run);
    }

    /// The file of the project that a run belongs to; it may be gone.
    public static Path project(Path run) {
        String name = run.getFileName().toString().replaceFirst("^" + TIME + "-", "");
        return run.toAbsolutePath().normalize().getParent().resolveSibling(name + ".netloom");
    }

    /// What a project is called in the names of its runs.
    public static String name(Path project) {
        return project.getFileName().toString().replaceFirst("\\.netloom$", "");
    }

    /// The second in which a run began, as its folder says it.
    static String second(Path run) {
        return run.getFileName().toString().substring(0, SECOND_LENGTH);
    }

    /// Moves a run into a folder, where it is called as before, unless another one is; nobody may be training it.
    ///
    /// @return where it lies now
    /// @throws BadInput if it cannot be moved
    public static Path move(Path run, Path into) {
        if (RunningProcess.isAlive(run)) {
            throw new BadInput(Sentence.of("run.training", "The run {0} is being trained. Stop it first.",
                    run.getFileName().toString()));
        }
        Path to = into.resolve(run.getFileName());
        if (Files.exists(to)) {
            throw new BadInput(
                    Sentence.of("run.exists", "{0} exists already. Take that away first.", to.toString()));
        }
        carry(run, to);
        return to;
    }

    /// Moves the folder of a run. Between disks it is copied under a name that nobody looks for, and is there only when it is whole.
    ///
    /// @throws BadInput if that is not possible; it lies where it was then
    static void carry(Path run, Path to) {
        try {
            Files.createDirectories(to.getParent());
            if (Files.getFileStore(to.getParent()).equals(Files.getFileStore(run))) {
                Files.move(run, to);
                return;
            }
            Path part = to.resolveSibling("." + to.getFileName() + ".part");
            delete(part);
            copy(run, part);
            Files.move(part, to);
            delete(run);
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unmovable",
                    "The run {0} cannot be moved to {1} ({2}). Move its folder with another program.", run.toString(),
                    to.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Whether a run was cut off or stopped, so that it can go on.
    public static boolean isUnfinished(Path run) {
        return Files.exists(run.resolve(Run.CHECKPOINT));
    }

    /// Whether a run has weights, so that another can begin with them.
    public static boolean hasWeights(Path run) {
        return Files.exists(run.resolve(Run.BEST));
    }
}
