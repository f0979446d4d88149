package io.netloom.app.training;

import io.netloom.project.Project;
import io.netloom.project.Run;
import io.netloom.project.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A run as its folder has it, whoever trained it.
///
/// @param folder where it lies
/// @param project as it was trained
/// @param history its course, as far as it is written down
/// @param unfinished whether it was stopped or cut off, and can go on
/// @param learnt whether it has weights, with which another run can begin
record PastRun(Path folder, Project project, RunHistory history, boolean unfinished, boolean learnt) {

    /// The newest run of a project; nothing where it has none.
    ///
    /// @param file of the project
    /// @throws io.netloom.shape.BadInput if it cannot be read
    static Optional<PastRun> newest(Path file) {
        List<Path> runs = Runs.of(file);
        return runs.stream().findFirst().map(PastRun::at);
    }

    /// A run by its folder.
    ///
    /// @throws io.netloom.shape.BadInput if it cannot be read
    static PastRun at(Path folder) {
        return new PastRun(folder, Run.project(folder), RunHistory.at(folder), Runs.isUnfinished(folder),
                Runs.hasWeights(folder));
    }
}
