package io.netloom.app.tryit;

import io.netloom.data.Part;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Forecast;
import io.netloom.evaluate.Judged;
import io.netloom.project.Asking;
import io.netloom.project.Runs;
import io.netloom.project.Tryout;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Holds the run that is asked, and changes it for another one or for newer weights. One thread uses it, which is not the window's.
final class Respondent {
    private Optional<Tryout> open = Optional.empty();
    private Optional<Path> failed = Optional.empty();
    private Sentence failure = Sentence.plain("");

    /// Which run is wanted.
    ///
    /// @param run the folder; empty, or gone, for the newest of the project
    /// @param project the file that its runs lie beside
    record Wanted(Optional<Path> run, Path project) {}

    /// What was found. What is not there has not changed since the last look.
    sealed interface Found {

        /// There is no run.
        record NoRun() implements Found {}

        /// The run has no weights yet.
        record NoWeights(Path run) implements Found {}

        /// It cannot be asked.
        ///
        /// @param why a sentence or two
        record Failed(Path run, Sentence why) implements Found {}

        /// Nothing is new.
        record Unchanged() implements Found {}

        /// The same run has newer weights.
        record Newer(State state) implements Found {}

        /// Another run answers now.
        record Other(Asking asking, State state) implements Found {}
    }

    /// What a run says with its present weights.
    ///
    /// @param run its folder
    /// @param epoch after which the weights were kept
    /// @param learning whether it is being trained
    /// @param part that the examples are of
    /// @param change what is different about the data since it was trained
    /// @param forecast what comes next, where it forecasts
    record State(Path run, int epoch, boolean learning, Part part, Optional<Sentence> change,
            List<Judged> examples, Optional<Forecast> forecast) {
        State {
            examples = List.copyOf(examples);
        }
    }

    /// Looks for the run that is wanted, and for its newest weights.
    Found look(Wanted wanted) {
        Optional<Path> run = wanted.run().filter(Files::isDirectory)
                .or(() -> Runs.of(wanted.project()).stream().findFirst());
        if (run.isEmpty()) {
            close();
            return new Found.NoRun();
        }
        if (failed.equals(run)) {
            return new Found.Failed(run.get(), failure);
        }
        failed = Optional.empty();
        try {
            return look(run.get());
        } catch (BadInput e) {
            close();
            failed = run;
            failure = e.sentence();
            return new Found.Failed(run.get(), failure);
        }
    }

    private Found look(Path run) {
        if (open.filter(tryout -> tryout.folder().equals(run)).isPresent()) {
            Tryout tryout = open.get();
            return tryout.refresh() ? new Found.Newer(state(tryout)) : new Found.Unchanged();
        }
        close();
        open = Tryout.open(run, ComputeDevice.parse("cpu"));
        return open.<Found>map(tryout -> new Found.Other(tryout.asking(), state(tryout)))
                .orElseGet(() -> new Found.NoWeights(run));
    }

    private static State state(Tryout tryout) {
        return new State(tryout.folder(), tryout.epoch(), tryout.isLearning(), tryout.part(), tryout.change(),
                tryout.examples(),
                tryout.asking() instanceof Asking.Series ? Optional.of(tryout.forecast()) : Optional.empty());
    }

    /// The run that answers.
    ///
    /// @throws BadInput if none is open any more
    Tryout tryout() {
        return open.orElseThrow(() -> new BadInput(
                Sentence.of("tryout.closed", "This run is not open any more. Choose another one.")));
    }

    /// Lets go of the run.
    void close() {
        open.ifPresent(Tryout::close);
        open = Optional.empty();
        failed = Optional.empty();
    }
}
