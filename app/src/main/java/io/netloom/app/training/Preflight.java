package io.netloom.app.training;

import io.netloom.shape.Sentence;
import io.netloom.app.document.Document;
import io.netloom.project.Project;
import io.netloom.train.TrainEvent;
import java.util.Optional;

/// What a training of a document would take, tried before it begins. What was found out is forgotten once the project is another.
final class Preflight {
    private final Document document;
    private final TrainingDesk desk;
    private final Runnable changed;
    private Trial trial = Trial.NONE;

    /// @param of the project that was tried; empty while none was
    /// @param found what it takes; empty while it is being tried, or where it is not possible
    /// @param failure why it is not possible
    private record Trial(Optional<Project> of, Optional<TrainEvent.Estimated> found, Optional<Sentence> failure) {
        static final Trial NONE = new Trial(Optional.empty(), Optional.empty(), Optional.empty());

        boolean isUnderWay() {
            return of.isPresent() && found.isEmpty() && failure.isEmpty();
        }
    }

    /// @param changed is told when something else is known
    Preflight(Document document, TrainingDesk desk, Runnable changed) {
        this.document = document;
        this.desk = desk;
        this.changed = changed;
    }

    boolean isUnderWay() {
        return trial.isUnderWay();
    }

    /// Finds it out.
    void begin() {
        Optional<Project> tried = Optional.of(document.project());
        take(new Trial(tried, Optional.empty(), Optional.empty()));
        desk.estimate(document, found -> take(new Trial(tried, Optional.of(found), Optional.empty())),
                words -> take(new Trial(tried, Optional.empty(), Optional.of(words))));
    }

    private void take(Trial made) {
        trial = made;
        changed.run();
    }

    /// Whether the project was tried as it is now.
    boolean isOfNow() {
        return trial.of().equals(Optional.of(document.project()));
    }

    /// What it takes; nothing where that is not known.
    Optional<TrainEvent.Estimated> found() {
        return trial.found().filter(_ -> isOfNow());
    }

    /// Why it is not possible.
    Optional<Sentence> failure() {
        return trial.failure().filter(_ -> isOfNow());
    }
}
