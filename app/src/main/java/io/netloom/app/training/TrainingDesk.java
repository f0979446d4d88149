package io.netloom.app.training;

import io.netloom.shape.Sentence;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.app.task.LessAndLess;
import io.netloom.app.training.LiveRun.Phase;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.project.Branch;
import io.netloom.project.Project;
import io.netloom.project.Run;
import io.netloom.project.Training;
import io.netloom.shape.BadInput;
import io.netloom.train.PauseGate;
import io.netloom.train.Prepared;
import io.netloom.train.RateTrials;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Trains the projects of the window, one at a time, for two would take the cores from each other. It outlives the views, which are
/// made anew for another language. It belongs to the window's thread; what it hears from the thread that trains comes by `bridge`.
public final class TrainingDesk {
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(2);

    private final Background trainer;
    private final Function<Consumer<List<Report>>, Consumer<Report>> bridge;
    private final Map<Document, LiveRun> runs = new WeakHashMap<>();
    private final Map<Document, String> devices = new WeakHashMap<>();
    private final Map<Document, Unanswered> unanswered = new WeakHashMap<>();
    private final Map<Document, Baselines.Found> baselines = new WeakHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Active> active = Optional.empty();

    /// The training that is under way.
    private record Active(Document document, LiveRun run, PauseGate gate, List<Runnable> afterwards) {}

    /// @param trainer does the work
    /// @param bridge makes from something that takes reports on the window's thread something that takes them on any
    TrainingDesk(Background trainer, Function<Consumer<List<Report>>, Consumer<Report>> bridge) {
        this.trainer = trainer;
        this.bridge = bridge;
    }

    /// A desk whose trainings are told of at first four times a second, at last once.
    ///
    /// @param trainer does the work
    public static TrainingDesk of(Background trainer) {
        return new TrainingDesk(trainer, LessAndLess::new);
    }

    /// Calls this after something has happened, until what it returns is run.
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The newest run of a document that was trained in this window.
    public Optional<LiveRun> run(Document document) {
        return Optional.ofNullable(runs.get(document));
    }

    /// The document that is training now.
    public Optional<Document> busy() {
        return active.map(Active::document);
    }

    /// Whether this document is training now.
    public boolean isTraining(Document document) {
        return busy().filter(document::equals).isPresent();
    }

    /// What simple models reach on pictures, which takes seconds to find out, and so is not found out anew with the views.
    Optional<Baselines.Found> baselines(Document document) {
        return Optional.ofNullable(baselines.get(document));
    }

    void keep(Document document, Baselines.Found found) {
        baselines.put(document, found);
    }

    /// What the user of a document is asked or told and has not answered yet.
    Unanswered unanswered(Document document) {
        return unanswered.getOrDefault(document, Unanswered.NOTHING);
    }

    /// Notes that this is asked or told, or is no longer.
    void note(Document document, UnaryOperator<Unanswered> change) {
        unanswered.put(document, change.apply(unanswered(document)));
    }

    /// Where a document is to be trained: `auto`, `cpu`, `gpu`.
    public String device(Document document) {
        return devices.getOrDefault(document, "auto");
    }

    /// Trains it elsewhere from the next run on.
    public void setDevice(Document document, String device) {
        devices.put(document, device);
        tell();
    }

    /// Trains a document anew. Nothing happens while one is training.
    public void start(Document document) {
        Project project = document.project();
        Path file = document.home();
        train(document, new LiveRun(project, new RunHistory()), training -> training.begin(project, file));
    }

    /// Trains a document, beginning with what another run has learnt. Nothing happens while one is training.
    ///
    /// @param branch made for the document's project as it is now
    void branch(Document document, Branch branch) {
        Project project = document.project();
        Path file = document.home();
        train(document, new LiveRun(project, new RunHistory()), training -> training.branch(project, file, branch));
    }

    /// Goes on with a run of a document that was stopped or cut off. Nothing happens while one is training.
    void goOn(Document document, PastRun past) {
        train(document, new LiveRun(past.project(), past.history()), training -> training.resume(past.folder()));
    }

    private void train(Document document, LiveRun run, Consumer<Training> how) {
        if (active.isPresent()) {
            return;
        }
        var gate = new PauseGate();
        runs.put(document, run);
        active = Optional.of(new Active(document, run, gate, new ArrayList<>()));
        Consumer<Report> reports = bridge.apply(all -> hear(document, run, all));
        String device = device(document);
        trainer.run(() -> {
            try {
                how.accept(new Training(ComputeDevice.parse(device), BETWEEN_CHECKPOINTS, gate,
                        new Listener(reports)));
                return run;
            } catch (OutOfMemoryError e) {
                throw new BadInput(Sentence.of("train.no-heap",
                        "There is not enough memory for this training. Choose smaller batches, or make"
                                + " the network smaller."),
                        e);
            }
        }, _ -> reports.accept(new Report.Ended()), e -> reports.accept(new Report.Failed(e)));
        tell();
    }

    /// Finds out what a training of a document would take. It waits until none is under way.
    ///
    /// @param then takes it, on the window's thread
    /// @param failed takes why it is not possible, for the user
    void estimate(Document document, Consumer<TrainEvent.Estimated> then, Consumer<Sentence> failed) {
        Project project = document.project();
        Path file = document.home();
        String device = device(document);
        trainer.run(() -> Training.estimate(project, file, ComputeDevice.parse(device)), then,
                e -> failed.accept(message(e)));
    }

    /// Searches a learning rate for a document. It waits until no training is under way.
    ///
    /// @param each takes each rate that was tried, on the window's thread
    /// @param stop is asked before each step, on another thread
    /// @param then takes what was found, on the window's thread
    /// @param failed takes why it is not possible, for the user
    void searchRate(Document document, Consumer<RateTrials.Trial> each, BooleanSupplier stop,
            Consumer<RateTrials> then, Consumer<Sentence> failed) {
        Project project = document.project();
        Path file = document.home();
        String device = device(document);
        Consumer<Report> reports = bridge.apply(all -> {
            for (Report report : all) {
                if (report instanceof Report.Tried(RateTrials.Trial trial)) {
                    each.accept(trial);
                }
            }
        });
        trainer.run(() -> Training.searchRate(project, file, ComputeDevice.parse(device),
                trial -> reports.accept(new Report.Tried(trial)), stop), then, e -> failed.accept(message(e)));
    }

    /// Lets it wait.
    public void pause() {
        control(Phase.PAUSED, PauseGate::pause);
    }

    /// Lets it go on.
    public void unpause() {
        control(Phase.TRAINING, PauseGate::resume);
    }

    /// Lets it learn from one batch and wait.
    public void step() {
        control(Phase.PAUSED, PauseGate::step);
    }

    /// Ends it; what was learnt is kept, and it can go on later.
    public void stop() {
        control(Phase.STOPPING, PauseGate::stop);
    }

    /// Ends it, and does something once it has come to its end; at once, where nothing is training.
    public void stop(Runnable afterwards) {
        active.ifPresentOrElse(now -> {
            now.afterwards().add(afterwards);
            stop();
        }, afterwards);
    }

    /// Does something once a document is not training any more; at once, where it is not.
    public void whenOver(Document document, Runnable afterwards) {
        active.filter(now -> now.document() == document).ifPresentOrElse(now -> now.afterwards().add(afterwards),
                afterwards);
    }

    /// Notes that the runs of a document lie elsewhere now.
    ///
    /// @param moved where, by where they lay before
    public void moved(Document document, Map<Path, Path> moved) {
        run(document).ifPresent(run -> run.moved(moved));
        note(document, now -> now.moved(moved));
        tell();
    }

    private void control(Phase phase, Consumer<PauseGate> how) {
        active.ifPresent(now -> {
            if (now.run().phase() != Phase.STOPPING
                    && (now.run().phase() != Phase.PREPARING || phase == Phase.STOPPING)) {
                now.run().enter(phase);
                how.accept(now.gate());
                tell();
            }
        });
    }

    private void hear(Document document, LiveRun run, List<Report> reports) {
        for (Report report : reports) {
            switch (report) {
                case Report.Warned(Sentence sentence) -> run.warn(sentence);
                case Report.Begun(Path folder, Project project, RunHistory before) -> {
                    run.begunIn(folder, project, before);
                    document.keepRuns();
                }
                case Report.Told(TrainEvent event) -> run.take(event);
                case Report.Tried _ -> throw new IllegalStateException("no training tries rates");
                case Report.Ended _ -> {
                    run.enter(Phase.ENDED);
                    end();
                }
                case Report.Failed(Exception cause) -> {
                    run.fail(message(cause));
                    end();
                }
            }
        }
        tell();
    }

    private void end() {
        List<Runnable> afterwards = active.map(Active::afterwards).orElse(List.of());
        active = Optional.empty();
        afterwards.forEach(Runnable::run);
    }

    private static Sentence message(Exception cause) {
        if (!(cause instanceof BadInput || cause instanceof CancellationException)) {
            System.getLogger(TrainingDesk.class.getName()).log(System.Logger.Level.ERROR, "training failed", cause);
        }
        return BadInput.told(cause);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /// Sends what the thread that trains tells.
    private record Listener(Consumer<Report> reports) implements Training.Listener {
        @Override
        public void opened(Dataset data) {
            data.warnings().forEach(this::warned);
        }

        @Override
        public void warned(Sentence sentence) {
            reports.accept(new Report.Warned(sentence));
        }

        @Override
        public void begun(Path run, Prepared prepared) {
            // What lies behind the place where it goes on has been taken out of its files by now.
            reports.accept(new Report.Begun(run, Run.project(run), RunHistory.at(run)));
        }

        @Override
        public void told(TrainEvent event) {
            reports.accept(new Report.Told(event));
        }
    }
}
