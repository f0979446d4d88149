package io.netloom.project;

import io.netloom.train.Keeper;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// The folder of a run that is being trained: `runs/<time>-<name>/` beside the project file, with the project as it was,
/// what was fitted, `metrics.jsonl` (a line an event), `best.pt` and `last.pt`.
public final class RunFolder implements Keeper {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss");
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /// Makes a folder for a run of `project`, which lies in `projectFile`, trained on `prepared`.
    ///
    /// @throws io.netloom.shape.BadInput if it cannot be made there
    public static RunFolder create(Path projectFile, Project project, Prepared prepared) {
        Path file = projectFile.toAbsolutePath().normalize();
        String name = file.getFileName().toString().replaceFirst("\\.netloom$", "");
        var run = new RunFolder(newFolder(file.resolveSibling("runs"), LocalDateTime.now().format(TIME), name));
        ProjectFile.write(project, run.folder.resolve(Run.PROJECT));
        AtomicFile.write(run.folder.resolve(Run.FITTED),
                ProjectFile.text(FittedJson.write(prepared.data(), prepared.fitted()))
                        .getBytes(StandardCharsets.UTF_8));
        return run;
    }

    /// Where it lies, absolute.
    public Path path() {
        return folder;
    }

    /// Adds an event to `metrics.jsonl`. Progress within an epoch is left out.
    public void record(TrainEvent event) {
        if (event instanceof TrainEvent.Progress) {
            return;
        }
        try {
            Files.writeString(folder.resolve(Run.METRICS), EventJson.line(event, folder) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    @Override
    public void best(TrainedModel model) {
        AtomicFile.write(folder.resolve(Run.BEST), model.archive());
    }

    @Override
    public void last(TrainedModel model) {
        AtomicFile.write(folder.resolve(Run.LAST), model.archive());
    }

    private static Path newFolder(Path runs, String time, String name) {
        try {
            Files.createDirectories(runs);
            for (int i = 1;; i++) {
                Path wish = runs.resolve(i == 1 ? time + "-" + name : time + "." + i + "-" + name);
                try {
                    return Files.createDirectory(wish);
                } catch (FileAlreadyExistsException _) {
                    // Another run began in the same second.
                }
            }
        } catch (IOException e) {
            throw WriteFailure.of(runs, e, "Copy the project to a folder that you may write to.");
        }
    }
}
