package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Weights;
import io.netloom.data.LeftOut;
import io.netloom.shape.BadInput;
import io.netloom.train.Checkpoint;
import io.netloom.train.Keeper;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainedModel;
import io.netloom.train.TrainingPlan;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder of a run that is being trained: `runs/<time>-<name>/` beside the project file, with the project as it was,
/// what was fitted, `metrics.jsonl` (a line an event), `steps.bin` (what is told within epochs), a file of events for TensorBoard, `best.pt` and `last.pt`.
public final class RunFolder implements Keeper, AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss");
    private final Path folder;
    private final Duration interval;
    private final StepLog steps;
    private final ScalarLog scalars;

    private RunFolder(Path folder, Duration interval, StepLog steps, ScalarLog scalars) {
        this.folder = folder;
        this.interval = interval;
        this.steps = steps;
        this.scalars = scalars;
    }

    /// Makes a folder for a run of `project`, which lies in `projectFile`, trained on `prepared`.
    ///
    /// @param interval how long to wait before the next checkpoint within an epoch
    /// @throws io.netloom.shape.BadInput if it cannot be made there
    public static RunFolder create(Path projectFile, Project project, Prepared prepared, Duration interval) {
        Path file = projectFile.toAbsolutePath().normalize();
        Path folder = newFolder(file.resolveSibling("runs"), LocalDateTime.now().format(TIME), Runs.name(file));
        ProjectFile.write(project, folder.resolve(Run.PROJECT));
        AtomicFile.write(folder.resolve(Run.FITTED),
                ProjectFile.text(FittedJson.write(prepared))
                        .getBytes(StandardCharsets.UTF_8));
        project.data().ifPresent(source -> Run.rememberData(folder, source));
        ProgramVersion.write(folder);
        RunningProcess.write(folder);
        return new RunFolder(folder, interval, StepLog.begin(folder), ScalarLog.begin(folder));
    }

    /// The folder of a run that goes on after `checkpoint`. What its files tell of later epochs and steps is taken out: they come
    /// again.
    ///
    /// @throws BadInput if the folder cannot be used
    public static RunFolder reopen(Path folder, Checkpoint checkpoint, Duration interval) {
        refuseLinks(folder);
        Path metrics = folder.resolve(Run.METRICS);
        try {
            var before = new StringBuilder();
            for (String line : Files.exists(metrics) ? Files.readAllLines(metrics) : List.<String>of()) {
                if (EventJson.isBefore(line, checkpoint.standing().epoch())) {
                    before.append(line).append('\n');
                }
            }
            AtomicFile.write(metrics, before.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unreadable", "{0} cannot be read ({1}). Train anew.",
                    metrics.toString(), String.valueOf(e.getMessage())), e);
        }
        ProgramVersion.write(folder);
        RunningProcess.write(folder);
        return new RunFolder(folder, interval, StepLog.goOn(folder, checkpoint.standing()),
                ScalarLog.goOn(folder, checkpoint.standing()));
    }

    /// Whoever goes on with a run appends to its files, which must not be those of somebody else.
    private static void refuseLinks(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isSymbolicLink).findFirst().ifPresent(link -> {
                throw new BadInput(Sentence.of("run.link",
                        "{0} is a link to another place, and this run would be written there. Put the file itself in"
                                + " its place, or train anew.",
                        link.toString()));
            });
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unreadable",
                    "{0} cannot be read ({1}). Train anew.", folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /// The checkpoint of a run that was cut off or stopped.
    ///
    /// @throws BadInput if it cannot be read
    public static Checkpoint checkpoint(Path folder) {
        Path file = folder.resolve(Run.CHECKPOINT);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Checkpoint.read(in);
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unreadable", "{0} cannot be read ({1}). Train anew.",
                    file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /// The best weights at a checkpoint of this run: those before training, where no epoch was over.
    public Weights bestUntil(Checkpoint checkpoint, CheckedGraph network, TrainingPlan plan) {
        return checkpoint.standing().bestEpoch() == 0 ? Weights.initial(network, plan.seed())
                : Weights.read(folder.resolve(Run.BEST), network);
    }

    /// Where it lies, absolute.
    public Path path() {
        return folder;
    }

    /// Adds an event to `metrics.jsonl`, or, of progress within an epoch, to `steps.bin`; and to the file for TensorBoard.
    public void record(TrainEvent event) {
        scalars.add(event);
        if (event instanceof TrainEvent.Progress progress) {
            steps.add(progress);
            return;
        }
        if (event instanceof TrainEvent.Finished finished && finished.reason() != TrainEvent.Reason.STOPPED) {
            forgetCheckpoint();
        }
        try {
            Files.writeString(folder.resolve(Run.METRICS), EventJson.line(event, folder) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /// Writes down the files that were not learnt from because they cannot be read, a line each, in `left-out.txt`; nothing where
    /// there are none.
    public void leftOut(List<LeftOut> files) {
        if (!files.isEmpty()) {
            AtomicFile.write(folder.resolve(Run.LEFT_OUT), files.stream().map(file -> file.name() + "\t" + file.cause())
                    .collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Says that this process trains it no more.
    @Override
    public void close() {
        steps.close();
        scalars.close();
        RunningProcess.forget(folder);
    }

    private void forgetCheckpoint() {
        try {
            Files.deleteIfExists(folder.resolve(Run.CHECKPOINT));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        var bytes = new ByteArrayOutputStream();
        try {
            checkpoint.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        AtomicFile.write(folder.resolve(Run.CHECKPOINT), bytes.toByteArray());
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public void best(TrainedModel model) {
        write(Run.BEST, model);
    }

    @Override
    public void last(TrainedModel model) {
        write(Run.LAST, model);
    }

    private void write(String name, TrainedModel model) {
        AtomicFile.write(folder.resolve(name), model.archive(extras()));
    }

    /// What was done to the data travels inside the model, so that it can be used without this folder. The project does not: it tells
    /// where on this machine the data lies.
    private SortedMap<String, byte[]> extras() {
        try {
            return new TreeMap<>(Map.of(Run.FITTED, Files.readAllBytes(folder.resolve(Run.FITTED))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(Run.FITTED), e);
        }
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
            throw WriteFailure.of(runs, e,
                    Sentence.of("mend.copy-project", "Copy the project to a folder that you may write to."));
        }
    }
}
