package io.netloom.app.dataset;

import io.netloom.app.dataset.Answers.Order;
import io.netloom.app.document.Document;
import io.netloom.app.document.Workspace;
import io.netloom.app.task.Background;
import io.netloom.app.task.EachFrame;
import io.netloom.app.text.Texts;
import io.netloom.data.ColumnType;
import io.netloom.data.ColumnUse;
import io.netloom.data.Feature;
import io.netloom.data.PictureForm;
import io.netloom.data.Series;
import io.netloom.data.SeriesChoice;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.profile.ColumnProfile;
import io.netloom.project.Project;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// From data that nobody prepared to a network that learns from it: what is in it, what is to be learnt, how it is divided. It ends in
/// a new document, or gives its data to one that is open. Until then no document is touched.
public final class WizardViewModel {
    private final Workspace workspace;
    private final Optional<Document> join;
    private final Texts texts;
    private final Background background;
    private final Function<Consumer<List<Progress>>, Consumer<Progress>> bridge;
    private Runnable changed = () -> {};
    private Page page = Page.START;
    private Optional<Path> path = Optional.empty();
    private Answers answers = Answers.NONE;
    private Optional<Division> division = Optional.empty();
    private Optional<Look> look = Optional.empty();
    private Optional<Offer> offer = Optional.empty();
    private Optional<Graph> mended = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private Optional<Progress> progress = Optional.empty();
    /// The work that is under way, until it is not wanted any more.
    private Optional<AtomicBoolean> work = Optional.empty();

    /// Where the user is.
    enum Page {
        /// No data yet, or none that can be read.
        START,
        /// What is in the data, and what is to be learnt.
        DATA,
        /// How it is divided, and what is proposed.
        NETWORK
    }

    /// How far a look has come.
    record Progress(int done, int all) {}

    /// @param join the document that gets the data; where there is none, a new one is made
    /// @param bridge makes from something that takes reports on the window's thread something that takes them on any
    WizardViewModel(Workspace workspace, Optional<Document> join, Texts texts, Background background,
            Function<Consumer<List<Progress>>, Consumer<Progress>> bridge) {
        this.workspace = workspace;
        this.join = join;
        this.texts = texts;
        this.background = background;
        this.bridge = bridge;
    }

    /// A wizard whose looks are told of at most once a frame.
    ///
    /// @param join the document that gets the data; where there is none, a new one is made
    public static WizardViewModel of(Workspace workspace, Optional<Document> join, Texts texts,
            Background background) {
        return new WizardViewModel(workspace, join, texts, background, EachFrame::new);
    }

    /// Calls this after something else is to be shown.
    void onChange(Runnable listener) {
        changed = listener;
    }

    /// The document that gets the data, where there is one.
    Optional<Document> join() {
        return join;
    }

    Page page() {
        return page;
    }

    Optional<Path> path() {
        return path;
    }

    Optional<Look> look() {
        return look;
    }

    Optional<Offer> offer() {
        return offer;
    }

    /// What is wrong with the data, or with what was said about it; for the user.
    Optional<String> problem() {
        return problem;
    }

    /// Whether something is being found out.
    boolean isBusy() {
        return work.isPresent();
    }

    /// How far the look has come, where that is known.
    Optional<Progress> progress() {
        return progress;
    }

    /// Looks at other data; what was said about the last is forgotten.
    public void look(Path data) {
        path = Optional.of(data.toAbsolutePath().normalize());
        answers = Answers.NONE;
        division = Optional.empty();
        look = Optional.empty();
        offer = Optional.empty();
        mended = Optional.empty();
        page = Page.START;
        lookAgain();
    }

    private void lookAgain() {
        Path data = path.orElseThrow();
        Answers said = answers;
        var stop = new AtomicBoolean();
        Consumer<Progress> reports = bridge.apply(all -> {
            if (work.filter(stop::equals).isPresent()) {
                progress = Optional.of(all.getLast());
                changed.run();
            }
        });
        run(stop, () -> Look.at(data, said, (done, all) -> reports.accept(new Progress(done, all)), stop::get),
                found -> {
                    look = Optional.of(found);
                    problem = found.problem();
                    found.choice().ifPresent(this::settle);
                    page = Page.DATA;
                });
    }

    /// What was found out is what counts, until the user says something else.
    private void settle(Choice choice) {
        if (!choice.targets().isEmpty() && answers.columns().targets().isEmpty()) {
            answers = answers.withTargets(choice.targets());
        }
        if (choice.source() instanceof Series series) {
            answers = answers.with(Order.SERIES).with(new SeriesChoice.Wish(Optional.of(series.time()),
                    series.group(), Optional.of(series.windows().length()), Optional.of(series.windows().horizon()),
                    Optional.of(series.windows().stride())));
        }
    }

    private <T> void run(AtomicBoolean stop, Callable<T> what, Consumer<T> then) {
        abandon();
        work = Optional.of(stop);
        problem = Optional.empty();
        changed.run();
        background.run(what, result -> {
            if (ends(stop)) {
                then.accept(result);
                changed.run();
            }
        }, cause -> {
            if (ends(stop)) {
                problem = Optional.of(message(cause));
                changed.run();
            }
        });
    }

    private boolean ends(AtomicBoolean stop) {
        boolean wanted = work.filter(current -> current == stop).isPresent();
        if (wanted) {
            work = Optional.empty();
            progress = Optional.empty();
        }
        return wanted;
    }

    private static String message(Exception cause) {
        if (cause instanceof BadInput) {
            return cause.getMessage();
        }
        System.getLogger(WizardViewModel.class.getName()).log(System.Logger.Level.ERROR, "data failed", cause);
        return cause.toString();
    }

    /// Gives up what is being found out.
    void abandon() {
        work.ifPresent(stop -> stop.set(true));
        work = Optional.empty();
        progress = Optional.empty();
    }

    /// Goes back to where data is chosen.
    void startOver() {
        abandon();
        problem = Optional.empty();
        page = Page.START;
        changed.run();
    }

    /// The table's columns, in its order; none where it is no table.
    List<ColumnProfile> columns() {
        return look.map(Look::found).filter(Look.Found.Rows.class::isInstance)
                .map(found -> ((Look.Found.Rows) found).profile().columns()).orElse(List.of());
    }

    /// The columns that are to be learnt.
    List<String> targets() {
        List<String> said = answers.columns().targets();
        return !said.isEmpty() ? said : look.flatMap(Look::target).map(t -> List.of(t.column())).orElse(List.of());
    }

    /// What every column is for, by name.
    Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>();
        columns().forEach(column -> roles.put(column.name(), Role.LEFT_OUT));
        look.flatMap(Look::choice).map(Choice::features).orElse(List.of())
                .forEach(feature -> roles.put(feature.column(), role(feature)));
        answers.columns().uses().forEach((column, use) -> roles.put(column, Role.of(use)));
        targets().forEach(column -> roles.put(column, Role.LEARNT));
        return roles;
    }

    private static Role role(Feature feature) {
        return Role.of(ColumnUse.of(feature));
    }

    /// Whether columns have roles: not where they tell about pictures, for those are what is seen.
    boolean hasRoles() {
        return look.flatMap(Look::choice).map(Choice::source)
                .filter(source -> !(source instanceof Table || source instanceof Series)).isEmpty();
    }

    /// Learns this column and no other.
    void setTarget(String column) {
        if (!targets().equals(List.of(column))) {
            answers = answers.withTargets(List.of(column)).with(Order.FOUND_OUT).with(SeriesChoice.Wish.NONE);
            lookAgain();
        }
    }

    /// Gives a column another role.
    void setRole(String column, Role role) {
        if (roles().get(column) == role) {
            return;
        }
        if (role == Role.LEARNT) {
            var more = new ArrayList<>(targets());
            more.add(column);
            answers = answers.withTargets(more);
            lookAgain();
        } else {
            boolean learnt = targets().contains(column);
            answers = answers.with(column, role.use());
            if (learnt) {
                lookAgain();
            } else {
                offer = Optional.empty();
                changed.run();
            }
        }
    }

    /// What a single target is learnt as; nothing where there are several or it is no table's.
    Optional<TargetColumn.Kind> kind() {
        return targets().size() != 1 ? Optional.empty()
                : answers.columns().kind().or(() -> look.flatMap(Look::target)
                        .map(t -> t.classes() ? TargetColumn.Kind.CLASS : TargetColumn.Kind.NUMBER));
    }

    /// Whether the target could be learnt as a number, too.
    boolean canBeNumber() {
        return targets().size() == 1 && columns().stream()
                .anyMatch(c -> c.name().equals(targets().getFirst()) && c.type() == ColumnType.NUMBER);
    }

    void setKind(TargetColumn.Kind kind) {
        if (!kind().equals(Optional.of(kind))) {
            answers = answers.with(Optional.of(kind));
            lookAgain();
        }
    }

    /// Whether a forecast is made.
    boolean isSeries() {
        return answers.order() == Order.SERIES;
    }

    /// Columns that can tell the time.
    List<String> times() {
        return columns().stream().filter(c -> c.type() == ColumnType.DATE || c.type() == ColumnType.NUMBER)
                .map(ColumnProfile::name).filter(name -> !targets().contains(name)).toList();
    }

    void setOrder(Order order) {
        if (answers.order() != order) {
            answers = answers.with(order);
            lookAgain();
        }
    }

    /// How a forecast is cut.
    SeriesChoice.Wish series() {
        return answers.series();
    }

    void setSeries(SeriesChoice.Wish wish) {
        if (!wish.equals(answers.series())) {
            answers = answers.with(wish);
            lookAgain();
        }
    }

    /// What pictures are brought to, where there are any.
    Optional<PictureForm> form() {
        return answers.form().or(() -> look.flatMap(Look::choice).flatMap(Choice::form));
    }

    void setForm(PictureForm form) {
        answers = answers.with(form);
        offer = Optional.empty();
        changed.run();
    }

    /// Goes on to what is proposed.
    void next() {
        if (whyNotNext().isEmpty()) {
            page = Page.NETWORK;
            propose();
        }
    }

    /// Goes back to the data.
    void back() {
        abandon();
        problem = look.flatMap(Look::problem);
        page = Page.DATA;
        changed.run();
    }

    private void propose() {
        Path data = path.orElseThrow();
        Answers said = answers;
        Optional<Division> wish = division;
        Optional<Project> there = join.map(Document::project);
        Optional<Graph> drawing = mended.or(() -> there.map(Project::graph));
        run(new AtomicBoolean(), () -> {
            Choice choice = Choice.of(data, said);
            return there.isPresent() ? Offer.joined(choice, wish, drawing.orElseThrow(), there.get().plan())
                    : Offer.ofNew(choice, wish);
        }, made -> offer = Optional.of(made));
    }

    /// How the examples are divided; nothing as long as nothing is proposed.
    Optional<Division> division() {
        return division.or(() -> offer.map(made -> Division.of(made.project().plan())));
    }

    void setDivision(Division wish) {
        if (!division().equals(Optional.of(wish))) {
            division = Optional.of(wish);
            propose();
        }
    }

    /// Mends the drawing that gets the data; it is kept only at the end.
    void mend(GraphEdit fix) {
        offer.ifPresent(made -> {
            mended = Optional.of(fix.apply(made.project().graph()));
            propose();
        });
    }

    /// Why it cannot go on to what is proposed; nothing where it can.
    Optional<String> whyNotNext() {
        return isBusy() ? Optional.of(texts.get("dataset.looking")) : problem;
    }

    /// Why it cannot be finished; nothing where it can.
    Optional<String> whyNotFinish() {
        return isBusy() ? Optional.of(texts.get("dataset.proposing"))
                : problem.or(() -> offer.isEmpty() ? Optional.of(texts.get("dataset.proposing")) : Optional.empty());
    }

    /// Opens what is proposed in a tab of its own, or gives the data to the document.
    ///
    /// @return whether it was done
    boolean finish() {
        if (whyNotFinish().isPresent()) {
            return false;
        }
        Project made = offer.orElseThrow().project();
        join.ifPresentOrElse(document -> document.change(texts.get("dataset.step", name()), _ -> made),
                () -> workspace.create(name().replaceFirst("\\.[^.]{1,8}(\\.gz)?$", ""), made));
        return true;
    }

    /// What the data is called.
    String name() {
        return path.map(Path::getFileName).map(Path::toString).orElse("");
    }
}
