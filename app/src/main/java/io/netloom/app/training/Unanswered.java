package io.netloom.app.training;

import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a document's user is asked or told at the desk and has not answered yet, which outlives the views as another language makes them
/// anew.
///
/// @param branch with what the next run is proposed to begin
/// @param doubt whether a run should go on
/// @param notResumed why a run that was asked for cannot go on
/// @param notExported why a chart could not be kept as a file
record Unanswered(Optional<Branching.From> branch, Optional<Doubt> doubt, Optional<Sentence> notResumed,
        Optional<Sentence> notExported) {
    static final Unanswered NOTHING = new Unanswered(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /// Whether a run should go on whose data has changed since.
    ///
    /// @param run its folder
    /// @param why how the data has changed
    record Doubt(Path run, Sentence why) {}

    Unanswered withBranch(Optional<Branching.From> newBranch) {
        return new Unanswered(newBranch, doubt, notResumed, notExported);
    }

    Unanswered withDoubt(Optional<Doubt> newDoubt) {
        return new Unanswered(branch, newDoubt, notResumed, notExported);
    }

    Unanswered withNotResumed(Optional<Sentence> why) {
        return new Unanswered(branch, doubt, why, notExported);
    }

    Unanswered withNotExported(Optional<Sentence> why) {
        return new Unanswered(branch, doubt, notResumed, why);
    }

    /// The same where runs lie elsewhere now.
    ///
    /// @param moved where, by where they lay before
    Unanswered moved(Map<Path, Path> moved) {
        return withDoubt(doubt.map(d -> new Doubt(moved.getOrDefault(d.run(), d.run()), d.why())));
    }
}
