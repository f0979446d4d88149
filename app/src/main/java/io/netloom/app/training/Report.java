package io.netloom.app.training;

import io.netloom.project.Project;
import io.netloom.shape.Sentence;
import io.netloom.train.RateTrials;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;

/// What comes from the thread that trains.
sealed interface Report {
    /// Something to be said.
    record Warned(Sentence sentence) implements Report {}

    /// The run has its folder, with the project as it is trained: what the plan leaves open is settled in it.
    ///
    /// @param before its course before this training, as far as it goes on from there
    record Begun(Path folder, Project project, RunHistory before) implements Report {}

    /// An event.
    record Told(TrainEvent event) implements Report {}

    /// A learning rate was tried; whoever searches hears of it.
    record Tried(RateTrials.Trial trial) implements Report {}

    /// It is over.
    record Ended() implements Report {}

    /// It could not be done.
    record Failed(Exception cause) implements Report {}
}
