package io.netloom.project;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainEvent.Reason;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// All that a run's folder tells of it but its weights, whoever trained it.
///
/// @param folder where it lies
/// @param begun when its training began
/// @param project as it was trained
/// @param settings of the project, by name
/// @param events what happened, but for progress within epochs
/// @param state how it stands
/// @param note what its user has written about it
public record RunRecord(Path folder, LocalDateTime begun, Project project, SequencedMap<String, String> settings,
        List<TrainEvent> events, State state, RunNote note) {
    private static final int TIME = "yyyy-MM-dd_HHmmss".length();

    /// How a run stands.
    public enum State {
        /// A process trains it now.
        TRAINING,
        /// All epochs are over.
        COMPLETED,
        /// It ended early, for it got no better.
        EARLY,
        /// Its user ended it.
        STOPPED,
        /// Its loss ran away.
        DIVERGED,
        /// It was cut off, and its process is gone.
        CUT_OFF
    }

    public RunRecord {
        events = List.copyOf(events);
    }

    /// Reads it.
    ///
    /// @throws io.netloom.shape.BadInput if the folder is no run
    public static RunRecord read(Path folder) {
        Project project = Run.project(folder);
        List<TrainEvent> events = RunEvents.read(folder);
        SequencedMap<String, String> settings = RunSettings.of(project, folder);
        Run.fingerprint(folder).ifPresent(digest -> settings.put(RunSettings.FINGERPRINT, digest));
        List<String> versions = ProgramVersion.read(folder);
        if (!versions.isEmpty()) {
            settings.put(RunSettings.PROGRAM, String.join(", ", versions));
        }
        Origin.read(folder).ifPresent(origin -> settings.put(RunSettings.ORIGIN, origin.toString()));
        return new RunRecord(folder, begun(folder), project, settings, events, state(folder, events),
                RunNote.read(folder));
    }

    private static LocalDateTime begun(Path folder) {
        String name = folder.getFileName().toString();
        try {
            return LocalDateTime.parse(name.substring(0, Math.min(TIME, name.length())),
                    DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss"));
        } catch (DateTimeParseException e) {
            throw new BadInput(Sentence.of("run.no-time",
                    "{0} is not the folder of a run: its name does not begin with a time.", folder.toString()), e);
        }
    }

    private static State state(Path folder, List<TrainEvent> events) {
        if (RunningProcess.isAlive(folder)) {
            return State.TRAINING;
        }
        return all(events, TrainEvent.Finished.class).map(TrainEvent.Finished::reason).reduce((_, last) -> last)
                .map(RunRecord::state).orElse(State.CUT_OFF);
    }

    private static State state(Reason reason) {
        return switch (reason) {
            case COMPLETED -> State.COMPLETED;
            case EARLY -> State.EARLY;
            case STOPPED -> State.STOPPED;
            case DIVERGED -> State.DIVERGED;
        };
    }

    /// The epochs that are over, in their order.
    public List<TrainEvent.EpochEnded> epochs() {
        return all(events, TrainEvent.EpochEnded.class).toList();
    }

    /// The best epoch so far.
    public Optional<TrainEvent.EpochEnded> best() {
        return epochs().stream().filter(TrainEvent.EpochEnded::best).reduce((_, last) -> last);
    }

    /// How it ended, if it did.
    public Optional<TrainEvent.Finished> finished() {
        return all(events, TrainEvent.Finished.class).reduce((_, last) -> last);
    }

    /// Steps an epoch; nothing before it has begun to train.
    public OptionalInt stepsPerEpoch() {
        return all(events, TrainEvent.Started.class).mapToInt(TrainEvent.Started::stepsPerEpoch).findFirst();
    }

    /// What its epochs took together, in seconds.
    public double seconds() {
        return epochs().stream().mapToDouble(TrainEvent.EpochEnded::seconds).sum();
    }

    private static <E extends TrainEvent> Stream<E> all(List<TrainEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
