package io.netloom.app.training;

import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.LiveRun.Phase;
import io.netloom.app.chart.Chart;
import io.netloom.app.chart.ChartFile;
import io.netloom.app.chart.Digits;
import io.netloom.check.CheckedGraph;
import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import io.netloom.project.Project;
import io.netloom.project.Run;
import io.netloom.project.Training;
import io.netloom.shape.BadInput;
import io.netloom.shape.Bytes;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The training of a document: whether it can begin, how far it has come, and what can be done.
public final class TrainingViewModel {
    private static final int SECONDS_AN_HOUR = 3600;

    private final Document document;
    private final TrainingDesk desk;
    private final Texts texts;
    private final Background background;
    private final PlanViewModel plan;
    private final ChartsViewModel charts;
    private final Baselines baselines;
    private final List<Runnable> ends = new ArrayList<>();
    private Runnable changed = () -> {};
    private Optional<PastRun> past = Optional.empty();
    private Optional<Phase> last = Optional.empty();
    private Trial trial = Trial.NONE;
    private Optional<String> doubt = Optional.empty();
    private boolean asked;
    private Optional<String> exportFailure = Optional.empty();

    /// Something that is known of a run.
    ///
    /// @param label what it is
    /// @param value as text
    public record Fact(String label, String value) {}

    /// How a run ended or stands, in words.
    ///
    /// @param tone how serious it is
    /// @param words a sentence or two
    public record Message(Tone tone, String words) {}

    /// How serious a message is.
    public enum Tone {
        /// As it should be.
        GOOD,
        /// To be known.
        PLAIN,
        /// Something is wrong.
        BAD
    }

    /// What was found out about a training before it began.
    ///
    /// @param of the project that was tried; empty while none was
    /// @param found what it takes; empty while it is being tried, or where it is not possible
    /// @param failure why it is not possible
    private record Trial(Optional<Project> of, Optional<TrainEvent.Estimated> found, Optional<String> failure) {
        static final Trial NONE = new Trial(Optional.empty(), Optional.empty(), Optional.empty());

        boolean isUnderWay() {
            return of.isPresent() && found.isEmpty() && failure.isEmpty();
        }
    }

    /// @param background does what must not hold the window up
    public TrainingViewModel(Document document, TrainingDesk desk, Texts texts, Background background) {
        this.document = document;
        this.desk = desk;
        this.texts = texts;
        this.background = background;
        plan = new PlanViewModel(document, desk, texts);
        baselines = new Baselines(document, background, () -> changed.run());
        charts = new ChartsViewModel(() -> history().orElseGet(RunHistory::new), baselines::all, texts);
        ends.add(desk.listen(this::hear));
        ends.add(document.listen(change -> {
            if (change == Change.PROJECT || change == Change.FILE) {
                changed.run();
            }
        }));
    }

    /// Calls this after something else is to be shown, at most once a frame while training.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    private void hear() {
        Optional<Phase> now = phase();
        boolean ended = !now.equals(last) && now.filter(phase -> !phase.isUnderWay()).isPresent();
        last = now;
        if (ended) {
            lookForRuns();
        }
        changed.run();
    }

    /// Finds out what its user wants to see first: the course of the newest run, and what simple models reach.
    void open() {
        baselines.look();
        lookForRuns();
    }

    private void lookForRuns() {
        Path place = desk.place(document);
        background.run(() -> PastRun.newest(place), newest -> {
            past = newest;
            changed.run();
        }, e -> System.getLogger(TrainingViewModel.class.getName()).log(System.Logger.Level.WARNING,
                "the newest run of " + place + " cannot be read", e));
    }

    /// How it is to be trained.
    PlanViewModel plan() {
        return plan;
    }

    /// The curves.
    ChartsViewModel charts() {
        return charts;
    }

    /// What can be done, wherever the user is.
    ///
    /// @param show brings the desk into view
    public List<Command> commands(Runnable show) {
        return List.of(Command.of("training.run", Menu.TRAIN, 1, () -> {
            show.run();
            start();
        }).on("Shortcut+Enter"),
                Command.of("training.pause", Menu.TRAIN, 1, this::pause).on("F6").when(this::canPause),
                Command.of("training.step", Menu.TRAIN, 1, this::step).on("F7").when(this::canStep),
                Command.of("training.stop", Menu.TRAIN, 1, this::stop).on("Shift+F6").when(this::canStop),
                Command.of("training.resume", Menu.TRAIN, 2, () -> {
                    show.run();
                    goOn();
                }).when(this::canGoOn));
    }

    /// Why training cannot begin, with what mends it; nothing where it can.
    public Optional<String> obstacle() {
        if (document.project().graph().nodes().isEmpty()) {
            return Optional.of(texts.get("training.obstacle.empty"));
        }
        int problems = document.check().findings().size();
        if (problems > 0) {
            return Optional.of(texts.get("training.obstacle.problems", problems));
        }
        if (document.project().data().isEmpty()) {
            return Optional.of(texts.get("training.obstacle.data"));
        }
        return desk.busy().filter(other -> other != document)
                .map(other -> texts.get("training.obstacle.busy", other.name()));
    }

    /// Whether the drawing is what stands in the way.
    boolean hasProblems() {
        return !document.project().graph().nodes().isEmpty() && !document.check().findings().isEmpty();
    }

    /// How it stands with the newest run; nothing before the first.
    public Optional<Phase> phase() {
        return run().map(LiveRun::phase);
    }

    /// The newest run.
    Optional<LiveRun> run() {
        return desk.run(document);
    }

    /// The course of the newest run.
    private Optional<RunHistory> history() {
        return run().map(LiveRun::history).or(() -> past.map(PastRun::history));
    }

    /// Whether this document is training now.
    boolean isUnderWay() {
        return desk.isTraining(document);
    }

    /// Trains, or goes on after a pause.
    public void start() {
        if (phase().filter(Phase.PAUSED::equals).isPresent() && isUnderWay()) {
            desk.unpause();
        } else if (!isUnderWay() && obstacle().isEmpty()) {
            charts.zoom().reset();
            desk.start(document);
        }
    }

    boolean canPause() {
        return isUnderWay() && phase().filter(Phase.TRAINING::equals).isPresent();
    }

    boolean canStep() {
        return isUnderWay() && phase().filter(p -> p == Phase.TRAINING || p == Phase.PAUSED).isPresent();
    }

    boolean canStop() {
        return isUnderWay() && phase().filter(p -> p != Phase.STOPPING).isPresent();
    }

    /// Whether the last run was stopped and can go on.
    boolean canGoOn() {
        return desk.busy().isEmpty() && past.filter(PastRun::unfinished).isPresent();
    }

    void pause() {
        if (canPause()) {
            desk.pause();
        }
    }

    void step() {
        if (canStep()) {
            desk.step();
        }
    }

    void stop() {
        if (canStop()) {
            desk.stop();
        }
    }

    /// Goes on with the last run; where its data has changed since, [#doubt] asks first.
    void goOn() {
        if (canGoOn() && !asked) {
            past.ifPresent(run -> {
                asked = true;
                background.run(() -> Run.changeOfData(run.folder(), Training.data(run.project(), run.folder())),
                        change -> answered(run, change), e -> answered(run, Optional.of(String.valueOf(e.getMessage()))));
            });
        }
    }

    /// Goes on with one of its runs, as [#goOn].
    ///
    /// @param folder of the run
    public void goOn(Path folder) {
        background.run(() -> PastRun.at(folder), run -> {
            past = Optional.of(run);
            doubt = Optional.empty();
            changed.run();
            goOn();
        }, e -> take(new Trial(Optional.of(document.project()), Optional.empty(),
                Optional.of(String.valueOf(e.getMessage())))));
    }

    private void answered(PastRun run, Optional<String> change) {
        asked = false;
        doubt = change;
        if (change.isEmpty()) {
            desk.goOn(document, run);
        }
        changed.run();
    }

    /// Why it is doubtful whether the last run should go on: how its data has changed since. Nothing while nobody has asked.
    Optional<String> doubt() {
        return doubt.filter(_ -> canGoOn());
    }

    /// Goes on in spite of the doubt.
    void goOnAllTheSame() {
        if (doubt().isPresent()) {
            doubt = Optional.empty();
            past.ifPresent(run -> desk.goOn(document, run));
        }
    }

    /// Does not go on.
    void leaveIt() {
        doubt = Optional.empty();
        changed.run();
    }

    /// Whether it can be tried what a training would take.
    boolean canEstimate() {
        return obstacle().isEmpty() && desk.busy().isEmpty() && !trial.isUnderWay();
    }

    /// Tries what a training would take.
    void estimate() {
        if (canEstimate()) {
            Optional<Project> tried = Optional.of(document.project());
            trial = new Trial(tried, Optional.empty(), Optional.empty());
            changed.run();
            desk.estimate(document, found -> take(new Trial(tried, Optional.of(found), Optional.empty())),
                    words -> take(new Trial(tried, Optional.empty(), Optional.of(words))));
        }
    }

    private void take(Trial made) {
        trial = made;
        changed.run();
    }

    /// What is known of the network before anything was tried.
    List<Fact> before() {
        Optional<CheckedGraph> network = document.check().checked();
        var facts = new ArrayList<Fact>();
        network.ifPresent(n -> facts.add(new Fact(texts.get("training.fact.parameters"), texts.count(n.parameters()))));
        Optional<TrainEvent.Estimated> estimated = trial.of().equals(Optional.of(document.project())) ? trial.found()
                : history().flatMap(RunHistory::estimated);
        estimated.ifPresent(e -> {
            facts.add(new Fact(texts.get("training.fact.epoch"), texts.get("training.about",
                    seconds(e.secondsPerEpoch()))));
            facts.add(new Fact(texts.get("training.fact.memory"), texts.get("training.about", Bytes.text(e.bytes()))));
        });
        return facts;
    }

    /// The line that says how it stands.
    String headline() {
        return run().map(run -> switch (run.phase()) {
            case PREPARING -> texts.get("training.preparing");
            case TRAINING -> texts.get("training.under-way", epoch(run), run.project().plan().epochs());
            case PAUSED -> texts.get("training.paused", epoch(run), run.project().plan().epochs());
            case STOPPING -> texts.get("training.stopping");
            case ENDED -> texts.get("training.ended",
                    run.history().lastEpoch().map(TrainEvent.EpochEnded::epoch).orElse(0),
                    run.project().plan().epochs());
            case FAILED -> texts.get("training.failed");
        }).orElseGet(() -> past.map(run -> texts.get("training.last-run", run.folder().getFileName()))
                .orElseGet(() -> texts.get("training.not-yet")));
    }

    private static int epoch(LiveRun run) {
        int ended = run.history().lastEpoch().map(TrainEvent.EpochEnded::epoch).orElse(0);
        return Math.min(run.project().plan().epochs(),
                Math.max(ended + 1, run.history().progress().map(TrainEvent.Progress::epoch).orElse(1)));
    }

    /// How much is done, 0 to 1; less than 0 while that is not known.
    double progress() {
        return run().map(run -> {
            double all = run.history().steps(run.project().plan().epochs());
            return run.phase() == Phase.PREPARING ? -1 : run.history().reached().orElse(0) / all;
        }).orElse(0.0);
    }

    /// What is known of the run.
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        history().ifPresent(history -> {
            boolean underWay = isUnderWay();
            history.progress().ifPresent(e -> {
                if (underWay) {
                    facts.add(new Fact(texts.get("training.fact.step"), texts.get("training.of", texts.count(e.step()),
                            texts.count(history.stepsPerEpoch()))));
                    facts.add(new Fact(texts.get("training.fact.left"), seconds(e.secondsLeft())));
                }
                if (underWay) {
                    memory().ifPresent(bytes -> facts.add(new Fact(texts.get("training.fact.memory"), bytes)));
                }
                facts.add(new Fact(texts.get("training.fact.speed"), texts.get("training.per-second",
                        texts.count(Math.round(e.examplesPerSecond())))));
            });
            history.bestEpoch().ifPresent(e -> facts.add(new Fact(texts.get("training.fact.best"),
                    texts.get("training.best", e.epoch(), Digits.four(e.validation().orElse(e.train())
                            .loss())))));
            history.headline().ifPresent(metric -> history.validation(metric).last().ifPresent(value -> facts.add(
                    new Fact(charts.name(metric), Digits.four(value)))));
            history.started().ifPresent(e -> {
                facts.add(new Fact(texts.get("training.fact.device"), e.device().toUpperCase(Locale.ROOT)));
                precision().ifPresent(words -> facts.add(new Fact(texts.get("training.plan.precision"), words)));
                facts.add(new Fact(texts.get("training.fact.examples"), texts.get("training.parts",
                        texts.count(e.train()), texts.count(e.validation()), texts.count(e.test()))));
            });
        });
        return facts;
    }

    /// The numbers in which the run computes, once they are settled.
    private Optional<String> precision() {
        return run().map(LiveRun::project).or(() -> past.map(PastRun::project))
                .flatMap(project -> project.plan().learning().precision()).map(Precision::toString);
    }

    /// How a run ended, or what is wrong; the worst first.
    List<Message> messages() {
        var messages = new ArrayList<Message>();
        trial.failure().filter(_ -> trial.of().equals(Optional.of(document.project())))
                .ifPresent(words -> messages.add(new Message(Tone.BAD, words)));
        exportFailure.ifPresent(words -> messages.add(new Message(Tone.BAD, words)));
        run().ifPresent(run -> {
            run.failure().ifPresent(words -> messages.add(new Message(Tone.BAD, words)));
            run.history().diverged().ifPresent(e -> messages.add(new Message(Tone.BAD, diverged(run, e))));
            if (!run.phase().isUnderWay()) {
                run.history().finished().ifPresent(e -> finished(e).ifPresent(messages::add));
            }
            run.warnings().forEach(words -> messages.add(new Message(Tone.PLAIN, words)));
        });
        return messages;
    }

    /// What the program holds now, where the system says.
    private static Optional<String> memory() {
        OptionalLong bytes = ComputeDevice.programBytes();
        return bytes.isPresent() ? Optional.of(Bytes.text(bytes.getAsLong())) : Optional.empty();
    }

    /// State, device and memory in one line, while training is under way.
    public Optional<String> status() {
        if (!isUnderWay()) {
            return Optional.empty();
        }
        var parts = new ArrayList<>(List.of(headline()));
        history().flatMap(RunHistory::started).ifPresent(e -> parts.add(e.device().toUpperCase(Locale.ROOT)));
        memory().ifPresent(parts::add);
        return Optional.of(String.join(" · ", parts));
    }

    private String diverged(LiveRun run, TrainEvent.Diverged e) {
        String where = texts.get("training.diverged", e.atEpoch(), e.step(), Digits.four(e.learningRate()));
        String culprit = e.layer().map(layer -> texts.get(Double.isFinite(e.gradient())
                ? "training.diverged.largest"
                : "training.diverged.first", layer)).orElse("");
        return where + culprit + texts.get("training.diverged.mend", run.project().plan().smallerRate());
    }

    private Optional<Message> finished(TrainEvent.Finished e) {
        String kept = e.bestEpoch() == 0 ? texts.get("training.kept.none")
                : texts.get("training.kept", e.bestEpoch());
        return switch (e.reason()) {
            case COMPLETED -> Optional.of(new Message(Tone.GOOD, texts.get("training.completed") + kept));
            case EARLY -> Optional.of(new Message(Tone.GOOD, texts.get("training.early") + kept));
            case STOPPED -> Optional.of(new Message(Tone.PLAIN, texts.get("training.stopped") + kept));
            case DIVERGED -> Optional.empty();
        };
    }

    /// Keeps a chart as a file.
    void export(Chart chart, Path file) {
        background.run(() -> {
            ChartFile.write(chart, file);
            return file;
        }, _ -> {
            exportFailure = Optional.empty();
            changed.run();
        }, e -> {
            exportFailure = Optional.of(String.valueOf(e.getMessage()));
            if (!(e instanceof BadInput)) {
                System.getLogger(TrainingViewModel.class.getName()).log(System.Logger.Level.ERROR, "no chart file", e);
            }
            changed.run();
        });
    }

    private String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "–";
        }
        if (seconds < 10) {
            return texts.get("training.seconds", String.format(Locale.ROOT, seconds < 1 ? "%.2f" : "%.1f", seconds));
        }
        Duration whole = Duration.ofSeconds(Math.round(seconds));
        if (whole.toSeconds() < 60) {
            return texts.get("training.seconds", whole.toSeconds());
        }
        return whole.toSeconds() < SECONDS_AN_HOUR
                ? texts.get("training.minutes", whole.toMinutes(), whole.toSecondsPart())
                : texts.get("training.hours", whole.toHours(), whole.toMinutesPart());
    }

    /// Ends listening.
    public void close() {
        plan.close();
        baselines.close();
        ends.forEach(Runnable::run);
    }
}
