package io.netloom.project;

import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.check.Finding;
import io.netloom.compile.Weights;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.Checkpoint;
import io.netloom.train.FastestPrecision;
import io.netloom.train.Gate;
import io.netloom.train.Prepared;
import io.netloom.train.RateTrials;
import io.netloom.train.RateSearch;
import io.netloom.train.TrainEvent;
import io.netloom.train.Trainer;
import io.netloom.train.TrainingPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A training from the project to the folder of its run, on the calling thread. The command line and the window both train so,
/// and each can go on with what the other began.
///
/// @param device where it computes
/// @param interval how long to wait before the next checkpoint within an epoch
/// @param gate is asked before each step
/// @param listener hears of it
public record Training(ComputeDevice device, Duration interval, Gate gate, Listener listener) {

    /// Hears of a training, on the thread that trains.
    public interface Listener {

        /// The data was opened; it says what is left out of it.
        void opened(Dataset data);

        /// There is something to be said that holds nothing up.
        void warned(Sentence sentence);

        /// The run has its folder; the first step comes soon.
        void begun(Path run, Prepared prepared);

        /// Something happened, which the run has written down.
        void told(TrainEvent event);
    }

    /// Trains anew.
    ///
    /// @param file of the project; its runs lie beside it
    /// @return the folder of the run
    /// @throws BadInput if drawing, data or plan do not allow it
    public Path begin(Project project, Path file) {
        return begin(project, file, network(project, file), Optional.empty());
    }

    /// Trains anew, beginning with what another run has learnt.
    ///
    /// @param project that the branch was made for
    /// @param file of the project
    /// @return the folder of the run
    /// @throws BadInput if data, plan or the other run do not allow it
    public Path branch(Project project, Path file, Branch branch) {
        return begin(project, file, branch.network(), Optional.of(branch));
    }

    private Path begin(Project project, Path file, CheckedGraph network, Optional<Branch> branch) {
        try (Dataset data = data(project, file).open()) {
            Prepared prepared = prepare(network, data, project);
            TrainingPlan plan = settled(prepared, project.plan());
            Supplier<Weights> initial = () -> branch.map(from -> from.weights(plan.seed()))
                    .orElseGet(() -> Weights.initial(network, plan.seed()));
            try (RunFolder run = RunFolder.create(file, project.withPlan(plan), prepared, interval)) {
                branch.ifPresent(from -> from.origin().write(run.path()));
                listener.begun(run.path(), prepared);
                Trainer.train(prepared, plan, device, run, new Account(run, data), gate, initial);
                return run.path();
            }
        }
    }

    /// Goes on with a run that was stopped or cut off.
    ///
    /// @param folder of the run
    /// @throws BadInput if it has no checkpoint, or its data is no longer what it was
    public void resume(Path folder) {
        Project project = Run.project(folder);
        CheckedGraph network = network(project, folder);
        Checkpoint checkpoint = RunFolder.checkpoint(folder);
        try (Dataset data = data(project, folder).open()) {
            Prepared prepared = prepare(network, data, project);
            try (RunFolder run = RunFolder.reopen(folder, checkpoint, interval)) {
                Weights best = run.bestUntil(checkpoint, network, project.plan());
                listener.begun(run.path(), prepared);
                Trainer.resume(prepared, project.plan(), device, run, new Account(run, data), gate, checkpoint, best);
            }
        }
    }

    /// What a training would take in memory and time, from a few steps that are forgotten afterwards.
    ///
    /// @param file of the project, for messages
    /// @throws BadInput if drawing, data or plan do not allow it, or it would not fit
    public static TrainEvent.Estimated estimate(Project project, Path file, ComputeDevice device) {
        CheckedGraph network = network(project, file);
        try (Dataset data = data(project, file).open()) {
            Prepared prepared = Prepared.of(network, data, project.plan());
            return Trainer.estimate(prepared, FastestPrecision.settle(prepared, project.plan(), device), device);
        }
    }

    /// Tries learning rates on the network of a project, which stays as it is; see [RateSearch].
    ///
    /// @param file of the project, for messages
    /// @param each is told of each rate that was tried
    /// @param stop is asked before each step
    /// @throws BadInput if drawing, data or plan do not allow it, or it would not fit
    public static RateTrials searchRate(Project project, Path file, ComputeDevice device,
            Consumer<RateTrials.Trial> each, BooleanSupplier stop) {
        CheckedGraph network = network(project, file);
        try (Dataset data = data(project, file).open()) {
            return RateSearch.of(Prepared.of(network, data, project.plan()), project.plan(), device, each, stop);
        }
    }

    /// The network of a project.
    ///
    /// @param place what messages call the project
    /// @throws BadInput if it has problems, with all of them
    public static CheckedGraph network(Project project, Path place) {
        Check check = Check.of(project.graph());
        return check.checked().orElseThrow(() -> new BadInput(Sentence.of("input.network",
                "The network in {0} has problems:\n{1}", place.toString(),
                Sentence.lines(check.findings().stream()
                        .map(finding -> Sentence.of("finding.indented", "  {0}", finding.sentence())).toList()))));
    }

    /// The data of a project.
    ///
    /// @param place what messages call the project
    /// @throws BadInput if it names none
    public static DataSource data(Project project, Path place) {
        return project.data().orElseThrow(() -> new BadInput(Sentence.of("file.nothing-to-learn",
                "{0} names no data to learn from. `netloom new --data PATH --out P.netloom` makes a project"
                        + " that does.",
                place.toString())));
    }

    private Prepared prepare(CheckedGraph network, Dataset data, Project project) {
        listener.opened(data);
        Prepared prepared = Prepared.of(network, data, project.plan());
        prepared.warnings(project.plan()).forEach(listener::warned);
        project.plan().learning().precision().flatMap(device::warning).ifPresent(listener::warned);
        return prepared;
    }

    /// The plan as the run keeps it, so that it goes on in the same numbers wherever it is resumed.
    private TrainingPlan settled(Prepared prepared, TrainingPlan plan) {
        TrainingPlan settled = FastestPrecision.settle(prepared, plan, device);
        if (plan.learning().precision().isEmpty()) {
            listener.warned(Sentence.of("note.precision",
                    "Precision: {0}, which was the fastest in a trial.",
                    Precision.text(settled.learning().precision())));
        }
        return settled;
    }

    /// Writes into the run what happens, and which files turn out to be damaged, before others hear of it.
    private final class Account implements Consumer<TrainEvent> {
        private final RunFolder run;
        private final Dataset data;
        private int leftOut;

        Account(RunFolder run, Dataset data) {
            this.run = run;
            this.data = data;
            noteLeftOut();
        }

        @Override
        public void accept(TrainEvent event) {
            run.record(event);
            if (event instanceof TrainEvent.EpochEnded || event instanceof TrainEvent.Finished) {
                noteLeftOut();
            }
            listener.told(event);
        }

        private void noteLeftOut() {
            if (data.leftOut().size() != leftOut) {
                leftOut = data.leftOut().size();
                run.leftOut(data.leftOut());
            }
        }
    }
}
