package io.netloom.app.tryit;

import io.netloom.app.task.Background;
import io.netloom.app.task.EachFrame;
import io.netloom.app.text.Texts;
import io.netloom.app.tryit.Respondent.Found;
import io.netloom.app.tryit.Respondent.State;
import io.netloom.app.tryit.Respondent.Wanted;
import io.netloom.evaluate.Forecast;
import io.netloom.evaluate.Judged;
import io.netloom.project.Asking;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A trained network at hand, while it is trained and afterwards: its answers to examples, and to what its user gives it.
public final class TryItViewModel {
    private final Supplier<Optional<Path>> newest;
    private final Supplier<Path> project;
    private final Texts texts;
    private final Background asker;
    private final Function<Consumer<List<String>>, Consumer<String>> bridge;
    private final Respondent respondent = new Respondent();
    private final ExamplesViewModel examples;
    private Optional<Path> pinned = Optional.empty();
    private Optional<State> state = Optional.empty();
    private Own own = new Own.Nothing("");
    private Optional<String> obstacle;
    private boolean looking;
    /// Counts how often it was closed: what was looked up before that counts for nothing.
    private int closed;
    private Runnable changed = () -> {};

    /// How its user asks.
    public sealed interface Own {

        /// With a row of a table.
        record Form(FormViewModel model) implements Own {}

        /// With a picture.
        record Picture(PictureViewModel model) implements Own {}

        /// With the beginning of a text.
        record Prompt(PromptViewModel model) implements Own {}

        /// Not at all: it forecasts what comes.
        record Future() implements Own {}

        /// Not at all.
        ///
        /// @param why for the user; empty while nothing is open
        record Nothing(String why) implements Own {}
    }

    /// @param newest the folder of the run that is being trained, or was last, in this window; empty where there is none
    /// @param project the file that other runs lie beside
    /// @param asker one thread, on which the network answers
    public TryItViewModel(Supplier<Optional<Path>> newest, Supplier<Path> project, Texts texts, Background asker) {
        this(newest, project, texts, asker, EachFrame::new);
    }

    /// @param bridge makes from something that takes pieces on the window's thread something that takes them on any
    TryItViewModel(Supplier<Optional<Path>> newest, Supplier<Path> project, Texts texts, Background asker,
            Function<Consumer<List<String>>, Consumer<String>> bridge) {
        this.newest = newest;
        this.project = project;
        this.texts = texts;
        this.asker = asker;
        this.bridge = bridge;
        examples = new ExamplesViewModel(texts);
        obstacle = Optional.of(texts.get("tryit.opening"));
    }

    /// Calls this after something else is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// Asks a run that its user has chosen; empty for the newest.
    public void choose(Optional<Path> run) {
        pinned = run;
        look();
    }

    /// Goes on asking the run that was chosen where it lies now.
    ///
    /// @param places where runs lie, by where they lay before
    public void moved(Map<Path, Path> places) {
        pinned = pinned.map(run -> places.getOrDefault(run, run));
    }

    /// Looks for the run, and for newer weights. Nothing happens while it looks already.
    public void look() {
        if (looking) {
            return;
        }
        looking = true;
        int before = closed;
        var wanted = new Wanted(pinned.or(newest), project.get());
        asker.run(() -> respondent.look(wanted), found -> {
            looking = false;
            if (before == closed) {
                take(found);
            }
        }, e -> {
            looking = false;
            forget(Failures.words(e, texts));
        });
    }

    private void take(Found found) {
        switch (found) {
            case Found.NoRun() -> forget(texts.get("tryit.empty"));
            case Found.NoWeights(Path _) -> forget(texts.get("tryit.waiting"));
            case Found.Failed(Path _, Sentence why) -> forget(texts.say(why));
            case Found.Unchanged() -> {}
            case Found.Newer(State now) -> show(now);
            case Found.Other(Asking asking, State now) -> {
                own = own(asking);
                show(now);
            }
        }
    }

    private Own own(Asking asking) {
        return switch (asking) {
            case Asking.Rows(var form) -> new Own.Form(new FormViewModel(form, respondent, texts, asker));
            case Asking.Pictures(var form) ->
                new Own.Picture(new PictureViewModel(form, respondent, texts, asker));
            case Asking.Texts() -> new Own.Prompt(new PromptViewModel(respondent, texts, asker, bridge));
            case Asking.Series() -> new Own.Future();
            case Asking.Nothing(Sentence why) -> new Own.Nothing(texts.say(why));
        };
    }

    private void show(State now) {
        state = Optional.of(now);
        obstacle = Optional.empty();
        examples.show(now.examples(), now.part(), now.change());
        switch (own) {
            case Own.Form(FormViewModel form) -> form.ask();
            case Own.Picture(PictureViewModel picture) -> {
                picture.learnInk(now.examples().stream().flatMap(example -> example.picture().stream()).toList());
                picture.ask();
            }
            case Own.Prompt _,Own.Future _,Own.Nothing _ -> {}
        }
        changed.run();
    }

    private void forget(String why) {
        boolean same = state.isEmpty() && obstacle.equals(Optional.of(why));
        state = Optional.empty();
        own = new Own.Nothing("");
        obstacle = Optional.of(why);
        if (!same) {
            changed.run();
        }
    }

    /// Why nothing can be asked, with what to do; nothing where it can.
    public Optional<String> obstacle() {
        return obstacle;
    }

    /// Which run answers, and with which weights.
    public String headline() {
        return state.map(now -> now.epoch() == 0 ? texts.get("tryit.run.untrained", now.run().getFileName())
                : texts.get(now.learning() ? "tryit.run.learning" : "tryit.run", now.run().getFileName(), now.epoch()))
                .orElse("");
    }

    /// How its user asks now. Another run gives another object, newer weights do not.
    public Own own() {
        return own;
    }

    /// Examples whose answer is known.
    public ExamplesViewModel examples() {
        return examples;
    }

    /// What comes next, where it forecasts.
    public Optional<Forecast> forecast() {
        return state.flatMap(State::forecast);
    }

    /// Whether an example can be taken over, to be changed.
    public boolean takes() {
        return own instanceof Own.Form || own instanceof Own.Picture;
    }

    /// Takes an example over as the user's own.
    public void take(Judged example) {
        switch (own) {
            case Own.Form(FormViewModel form) -> form.fill(example.columns());
            case Own.Picture(PictureViewModel picture) -> example.picture().ifPresent(picture::open);
            case Own.Prompt _,Own.Future _,Own.Nothing _ -> {}
        }
    }

    /// Lets go of the run; [#look] opens it again.
    public void close() {
        closed++;
        if (own instanceof Own.Prompt(PromptViewModel prompt)) {
            prompt.stop();
        }
        state = Optional.empty();
        own = new Own.Nothing("");
        obstacle = Optional.of(texts.get("tryit.opening"));
        asker.run(() -> {
            respondent.close();
            return true;
        }, _ -> {}, e -> Failures.words(e, texts));
    }
}
