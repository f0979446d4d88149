package io.netloom.app.training;

import io.netloom.app.chart.Chart;
import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.LiveRun.Phase;
import io.netloom.shape.Sentence;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The training of a document: whether it can begin, how far it has come, and what can be done.
public final class TrainingViewModel {
    private final Document document;
    private final TrainingDesk desk;
    private final Texts texts;
    private final PlanViewModel plan;
    private final ChartsViewModel charts;
    private final Baselines baselines;
    private final Preflight preflight;
    private final Resumption resumption;
    private final Branching branching;
    private final TrainingWords words;
    private final ChartExport export;
    private final RateSearchViewModel rateSearch;
    private final AugmentationViewModel augmentation;
    private final List<Runnable> ends = new ArrayList<>();
    private Runnable changed = () -> {};
    private Runnable searching = () -> {};
    private Optional<Phase> last = Optional.empty();

    /// @param background does what must not hold the window up
    public TrainingViewModel(Document document, TrainingDesk desk, Texts texts, Background background) {
        this.document = document;
        this.desk = desk;
        this.texts = texts;
        plan = new PlanViewModel(document, desk, texts);
        baselines = new Baselines(document, desk, background, this::tell);
        charts = new ChartsViewModel(() -> history().orElseGet(RunHistory::new), baselines::all, texts);
        preflight = new Preflight(document, desk, this::tell);
        resumption = new Resumption(document, desk, background, this::tell);
        branching = new Branching(document, desk, background, texts, this::tell);
        words = new TrainingWords(texts, charts::name);
        export = new ChartExport(document, desk, background, this::tell);
        rateSearch = new RateSearchViewModel(document, desk, texts, this::obstacle);
        augmentation = new AugmentationViewModel(document, texts, background);
        ends.add(desk.listen(this::hear));
        ends.add(document.listen(change -> {
            if (change == Change.PROJECT || change == Change.FILE) {
                branching.follow();
                if (resumption.follow()) {
                    branching.leave();
                }
                tell();
            }
        }));
        branching.reopen();
    }

    /// Calls this after something else is to be shown, at most once a frame while training.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// Calls this when the user wants to search a learning rate.
    void onSearch(Runnable opener) {
        searching = opener;
    }

    private void tell() {
        changed.run();
    }

    private void hear() {
        Optional<Phase> now = phase();
        boolean ended = !now.equals(last) && now.filter(phase -> !phase.isUnderWay()).isPresent();
        last = now;
        if (ended) {
            resumption.look();
        }
        tell();
    }

    /// Finds out what its user wants to see first: the course of the newest run, and what simple models reach.
    void open() {
        baselines.look();
        resumption.reopen();
    }

    /// How it is to be trained.
    PlanViewModel plan() {
        return plan;
    }

    /// Searches a learning rate.
    RateSearchViewModel rateSearch() {
        return rateSearch;
    }

    /// How pictures are changed at random.
    AugmentationViewModel augmentation() {
        return augmentation;
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
                }).when(this::canGoOn),
                Command.of("training.branch", Menu.TRAIN, 2, () -> {
                    show.run();
                    branch();
                }).when(this::canBranchOff),
                Command.of("training.find-rate", Menu.TRAIN, 3, () -> {
                    show.run();
                    searching.run();
                }).when(() -> !isUnderWay()));
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
        return run().map(LiveRun::history).or(() -> resumption.past().map(PastRun::history));
    }

    /// Whether this document is training now.
    boolean isUnderWay() {
        return desk.isTraining(document);
    }

    /// Trains, as a branch where one is proposed; or goes on after a pause.
    public void start() {
        if (phase().filter(Phase.PAUSED::equals).isPresent() && isUnderWay()) {
            desk.unpause();
        } else if (!isUnderWay() && obstacle().isEmpty()) {
            charts.zoom().reset();
            if (!branching.isOpen()) {
                desk.start(document);
            } else if (branching.isReady()) {
                branching.begin();
            }
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
        return resumption.isPossible();
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
        resumption.begin();
    }

    /// Goes on with one of its runs, as [#goOn].
    ///
    /// @param folder of the run
    public void goOn(Path folder) {
        resumption.begin(folder);
    }

    /// Proposes a new run that begins with what one of its runs has learnt.
    ///
    /// @param folder of that run
    public void branch(Path folder) {
        branching.propose(folder);
    }

    /// The same from the newest run.
    void branch() {
        resumption.past().map(PastRun::folder).ifPresent(this::branch);
    }

    /// Whether there is a newest run with weights that another can begin with, and none is proposed yet.
    boolean canBranchOff() {
        return !isUnderWay() && !branching.isOpen() && resumption.past().filter(PastRun::learnt).isPresent();
    }

    /// Whether the branch that is proposed can begin now.
    boolean canBranch() {
        return branching.isReady() && !isUnderWay() && obstacle().isEmpty();
    }

    /// The branch that is proposed.
    Branching branching() {
        return branching;
    }

    /// Why it is doubtful whether the last run should go on: how its data has changed since. Nothing while nobody has asked.
    Optional<Sentence> doubt() {
        return resumption.doubt();
    }

    /// Goes on in spite of the doubt.
    void goOnAllTheSame() {
        resumption.beginAllTheSame();
    }

    /// Does not go on.
    void leaveIt() {
        resumption.leaveIt();
    }

    /// Whether it can be tried what a training would take.
    boolean canEstimate() {
        return obstacle().isEmpty() && desk.busy().isEmpty() && !preflight.isUnderWay();
    }

    /// Tries what a training would take.
    void estimate() {
        if (canEstimate()) {
            preflight.begin();
        }
    }

    /// What is known of the network before anything was tried.
    List<Fact> before() {
        var facts = new ArrayList<Fact>();
        document.check().checked().ifPresent(network -> facts.add(
                new Fact(texts.get("training.fact.parameters"), texts.count(network.parameters()))));
        Optional<TrainEvent.Estimated> estimated = preflight.isOfNow() ? preflight.found()
                : history().flatMap(RunHistory::estimated);
        estimated.map(words::estimate).ifPresent(facts::addAll);
        return facts;
    }

    /// The line that says how it stands.
    String headline() {
        return run().map(words::headline)
                .or(() -> resumption.past().map(run -> texts.get("training.last-run", run.folder().getFileName())))
                .orElseGet(() -> texts.get("training.not-yet"));
    }

    /// How much is done, 0 to 1; less than 0 while that is not known.
    double progress() {
        return run().map(LiveRun::progress).orElse(0.0);
    }

    /// What is known of the run.
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        history().ifPresent(history -> {
            if (isUnderWay()) {
                facts.addAll(words.underWay(history));
            }
            facts.addAll(words.facts(history,
                    run().map(LiveRun::project).or(() -> resumption.past().map(PastRun::project))));
        });
        return facts;
    }

    /// How a run ended, or what is wrong; the worst first.
    List<Message> messages() {
        var messages = new ArrayList<Message>();
        preflight.failure().map(texts::say).map(Message::bad).ifPresent(messages::add);
        resumption.failure().map(texts::say).map(Message::bad).ifPresent(messages::add);
        export.failure().map(texts::say).map(Message::bad).ifPresent(messages::add);
        run().map(words::messages).ifPresent(messages::addAll);
        return messages;
    }

    /// State, device and memory in one line, while training is under way.
    public Optional<String> status() {
        if (!isUnderWay()) {
            return Optional.empty();
        }
        var parts = new ArrayList<>(List.of(headline()));
        history().flatMap(RunHistory::started).ifPresent(e -> parts.add(e.device().toUpperCase(Locale.ROOT)));
        TrainingWords.memory().ifPresent(parts::add);
        return Optional.of(String.join(" · ", parts));
    }

    /// Keeps a chart as a file.
    void export(Chart chart, Path file) {
        export.write(chart, file);
    }

    /// Ends listening.
    public void close() {
        plan.close();
        rateSearch.cancel();
        augmentation.close();
        baselines.close();
        ends.forEach(Runnable::run);
    }
}
