package io.netloom.app.dataset;

import io.netloom.app.document.Document;
import io.netloom.app.document.Workspace;
import io.netloom.app.sheet.SheetDrawing;
import io.netloom.app.task.Background;
import io.netloom.app.task.EachFrame;
import io.netloom.app.text.Texts;
import io.netloom.data.Augmentation;
import io.netloom.data.Dialect;
import io.netloom.data.PictureForm;
import io.netloom.data.TableFile;
import io.netloom.graph.GraphEdit;
import io.netloom.project.Project;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// From data that nobody prepared to a network that learns from it: how it is written, what is in it, what is to be learnt, how it is
/// divided. It ends in a new document, or gives its data to one that is open. Until then no document is touched.
public final class WizardViewModel {
    private final Workspace workspace;
    private final Optional<Document> join;
    private final Texts texts;
    private final Work work;
    private final Proposing proposing;
    private final SheetDrawing augmenting;
    private final Answering answering = new Answering(() -> known(), this::say);
    private Runnable changed = () -> {};
    private Page page = Page.START;
    private Optional<OpenData> data = Optional.empty();
    /// What is shown: the answers may be newer than what was found.
    private Known known = Known.NOTHING;
    /// What was known when nothing was being found out.
    private Known settled = Known.NOTHING;
    private Optional<Preview> preview = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /// Where the user is.
    enum Page {
        /// No data yet, or none that can be read.
        START,
        /// How a table is written.
        WRITING,
        /// What is in the data, and what is to be learnt.
        DATA,
        /// How it is divided, and what is proposed.
        NETWORK
    }

    /// @param join the document that gets the data; where there is none, a new one is made
    /// @param bridge makes from something that takes reports on the window's thread something that takes them on any
    WizardViewModel(Workspace workspace, Optional<Document> join, Texts texts, Background background,
            Function<Consumer<List<Work.Progress>>, Consumer<Work.Progress>> bridge) {
        this.workspace = workspace;
        this.join = join;
        this.texts = texts;
        this.work = new Work(background, bridge);
        this.proposing = new Proposing(join, work, cause -> problem = Optional.of(message(cause)));
        this.augmenting = new SheetDrawing(background);
        work.onChange(() -> changed.run());
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

    /// What was found in the data, and what was said about it.
    Known known() {
        return known;
    }

    /// The beginning of a table, where the page shows how it is written.
    Optional<Preview> preview() {
        return preview;
    }

    Optional<Offer> offer() {
        return proposing.offer();
    }

    /// What is wrong with the data, or with what was said about it; for the user.
    Optional<String> problem() {
        return problem;
    }

    /// What is being found out.
    Work work() {
        return work;
    }

    /// Looks at other data; what was said about the last is forgotten.
    public void look(Path chosen) {
        close();
        data = Optional.of(new OpenData(chosen.toAbsolutePath().normalize()));
        known = Known.NOTHING;
        settled = known;
        preview = Optional.empty();
        proposing.restart();
        page = Page.START;
        lookAgain();
    }

    /// Lets the data go.
    void close() {
        work.abandon();
        augmenting.close();
        data.ifPresent(open -> work.later(open::close));
        data = Optional.empty();
    }

    private void lookAgain() {
        OpenData open = data.orElseThrow();
        Answers said = known.answers();
        Optional<Look> before = settled.look();
        problem = Optional.empty();
        proposing.forget();
        work.run((progress, stop) -> open.look(said, before, progress, stop), found -> {
            known = Known.of(said, found);
            settled = known;
            problem = found.problem().map(this::message);
            page = Page.DATA;
        }, this::notRead);
    }

    private void notRead(Exception cause) {
        String message = message(cause);
        boolean mayBeWritten = cause instanceof BadInput && isDelimited();
        if (mayBeWritten) {
            showWriting(Optional.of(message));
        } else {
            problem = Optional.of(message);
        }
    }

    /// Shows how the table is written, which is to be mended if it cannot be read.
    private void showWriting(Optional<String> why) {
        Path path = data.orElseThrow().path();
        Dialect said = known.answers().dialect();
        problem = Optional.empty();
        work.run((_, _) -> Preview.of(new TableFile(path, said)), seen -> {
            preview = Optional.of(seen);
            problem = seen.problem().map(this::message).or(() -> why);
            page = seen.isBlank() ? Page.START : Page.WRITING;
        }, cause -> {
            problem = Optional.of(why.orElseGet(() -> message(cause)));
            page = page == Page.WRITING ? page : Page.START;
        });
    }

    /// Whether the data is a table.
    boolean isTable() {
        return data.map(OpenData::path).filter(Choice::isTable).isPresent();
    }

    /// Whether the user can say how the file is written.
    boolean isDelimited() {
        return data.map(OpenData::path).filter(Choice::isTable).map(TableFile::new).filter(TableFile::isDelimited)
                .isPresent();
    }

    /// What to say of something that failed.
    String message(Exception cause) {
        if (cause instanceof BadInput) {
            return texts.say(cause);
        }
        System.getLogger(WizardViewModel.class.getName()).log(System.Logger.Level.ERROR, "data failed", cause);
        return cause.toString();
    }

    /// Gives up what is being found out, and goes back to what was said before.
    void stop() {
        work.abandon();
        problem = Optional.empty();
        if (page == Page.START) {
            startOver();
        } else if (page == Page.DATA) {
            known = settled;
            problem = known.look().flatMap(Look::problem).map(this::message);
        } else if (page == Page.NETWORK) {
            back();
        }
        changed.run();
    }

    /// Goes back to where data is chosen.
    void startOver() {
        work.abandon();
        problem = Optional.empty();
        page = Page.START;
        changed.run();
    }

    /// Says in which way the file is written differs from what was found out.
    void setDialect(UnaryOperator<Dialect> change) {
        try {
            Dialect said = change.apply(known.answers().dialect());
            if (!said.equals(known.answers().dialect())) {
                known = known.with(known.answers().with(said));
                proposing.restart();
                showWriting(Optional.empty());
            }
        } catch (BadInput e) {
            problem = Optional.of(message(e));
            changed.run();
        }
    }

    /// Takes what the user says about the columns.
    Answering answer() {
        return answering;
    }

    private void say(Answers answers) {
        if (!answers.equals(known.answers())) {
            known = known.with(answers);
            lookAgain();
        }
    }

    /// Says what pictures are brought to.
    void setForm(PictureForm form) {
        known = known.with(known.answers().with(form));
        proposing.forget();
        changed.run();
    }

    /// Goes on to the next page.
    void next() {
        if (whyNotNext().isEmpty()) {
            if (page == Page.WRITING) {
                lookAgain();
            } else {
                page = Page.NETWORK;
                propose();
            }
        }
    }

    /// Goes back to the last page.
    void back() {
        work.abandon();
        if (page == Page.DATA) {
            known = settled;
            showWriting(Optional.empty());
        } else {
            problem = known.look().flatMap(Look::problem).map(this::message);
            page = Page.DATA;
        }
        changed.run();
    }

    private void propose() {
        problem = Optional.empty();
        proposing.propose(data.orElseThrow(), known.answers());
    }

    /// How the examples are divided; nothing as long as nothing is proposed.
    Optional<Division> division() {
        return proposing.division();
    }

    void setDivision(Division wish) {
        if (!division().equals(Optional.of(wish))) {
            proposing.setDivision(wish);
            propose();
        }
    }

    /// How pictures are changed at random; nothing as long as nothing is proposed.
    Optional<Augmentation> augmentation() {
        return proposing.augmentation();
    }

    void setAugmentation(Augmentation wish) {
        proposing.setAugmentation(wish);
        changed.run();
    }

    /// Pictures as they are changed.
    SheetDrawing augmenting() {
        return augmenting;
    }

    /// Draws pictures as they are changed now.
    void drawSheet() {
        offer().map(Offer::project).ifPresent(project -> project.data()
                .ifPresent(source -> augmenting.draw(source, project.plan())));
    }

    /// Mends the drawing that gets the data; it is kept only at the end.
    void mend(GraphEdit fix) {
        proposing.mend(fix);
        propose();
    }

    /// Why it cannot go on to the next page; nothing where it can.
    Optional<String> whyNotNext() {
        return work.isBusy() ? Optional.of(texts.get("dataset.looking")) : problem;
    }

    /// Why it cannot be finished; nothing where it can.
    Optional<String> whyNotFinish() {
        return work.isBusy() ? Optional.of(texts.get("dataset.proposing"))
                : problem.or(() -> offer().isEmpty() ? Optional.of(texts.get("dataset.proposing")) : Optional.empty());
    }

    /// Opens what is proposed in a tab of its own, or gives the data to the document.
    ///
    /// @return whether it was done
    boolean finish() {
        if (whyNotFinish().isPresent()) {
            return false;
        }
        Project made = offer().orElseThrow().project();
        join.ifPresentOrElse(document -> document.change(texts.get("dataset.step", name()), _ -> made),
                () -> workspace.create(name().replaceFirst("\\.[^.]{1,8}(\\.gz)?$", ""), made));
        return true;
    }

    /// What the data is called.
    String name() {
        return data.map(OpenData::path).map(Path::getFileName).map(Path::toString).orElse("");
    }
}
