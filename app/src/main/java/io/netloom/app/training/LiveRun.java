package io.netloom.app.training;

import io.netloom.shape.Sentence;
import io.netloom.project.Project;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run that this window trains or has trained. It belongs to the window's thread.
public final class LiveRun {

    /// How it stands with it.
    public enum Phase {
        /// Data is read, the network is compiled and tried.
        PREPARING,
        /// It learns.
        TRAINING,
        /// It waits until the user lets it go on.
        PAUSED,
        /// It comes to its end, because the user wants so.
        STOPPING,
        /// It is over; its last event says why.
        ENDED,
        /// It could not be done.
        FAILED;

        /// Whether it still needs the engine.
        public boolean isUnderWay() {
            return this != ENDED && this != FAILED;
        }
    }

    private Project project;
    private RunHistory history;
    private final List<Sentence> warnings = new ArrayList<>();
    private Phase phase = Phase.PREPARING;
    private Optional<Path> folder = Optional.empty();
    private Optional<Sentence> failure = Optional.empty();

    /// @param project as it is trained
    /// @param before its course before this training
    LiveRun(Project project, RunHistory before) {
        this.project = project;
        this.history = before;
    }

    /// The project as it is trained: the window's may have changed since, and what a plan leaves open is settled once training begins.
    public Project project() {
        return project;
    }

    /// Its course.
    public RunHistory history() {
        return history;
    }

    /// How it stands.
    public Phase phase() {
        return phase;
    }

    /// How much is done, 0 to 1; less than 0 while that is not known.
    public double progress() {
        return phase == Phase.PREPARING ? -1
                : history.reached().orElse(0) / history.steps(project.plan().epochs());
    }

    /// Where it lies, once it has a folder.
    public Optional<Path> folder() {
        return folder;
    }

    /// Why it could not be done, for the user.
    public Optional<Sentence> failure() {
        return failure;
    }

    /// What its user should know, a sentence each.
    public List<Sentence> warnings() {
        return List.copyOf(warnings);
    }

    void enter(Phase next) {
        if (phase.isUnderWay()) {
            phase = next;
        }
    }

    void begunIn(Path path, Project settled, RunHistory before) {
        folder = Optional.of(path);
        project = settled;
        history = before;
    }

    void moved(Map<Path, Path> places) {
        folder = folder.map(before -> places.getOrDefault(before, before));
    }

    void warn(Sentence sentence) {
        warnings.add(sentence);
    }

    void take(TrainEvent event) {
        history.add(event);
        if (phase == Phase.PREPARING && event instanceof TrainEvent.Estimated) {
            phase = Phase.TRAINING;
        }
    }

    void fail(Sentence message) {
        failure = Optional.of(message);
        phase = Phase.FAILED;
    }
}
