package io.netloom.app.tryit;

import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.data.PictureForm;
import io.netloom.evaluate.Answer;
import io.netloom.evaluate.OpenModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A picture of the user's own, from a file or drawn with the mouse, and what the network answers.
public final class PictureViewModel implements Asked {
    /// Larger pictures are not drawn by hand.
    private static final int LARGEST_SKETCH = 64;

    private final PictureForm form;
    private final Respondent respondent;
    private final Texts texts;
    private final Latest<OpenModel.Seen> latest;
    private final Sketch sketch = new Sketch();
    private Ink ink = Ink.USUAL;
    private Optional<Subject> subject = Optional.empty();
    private Optional<OpenModel.Seen> seen = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Runnable changed = () -> {};

    /// What is asked about.
    private sealed interface Subject {
        record File(Path file) implements Subject {}

        record Drawn() implements Subject {}

        record Example(Answer.Picture picture) implements Subject {}
    }

    PictureViewModel(PictureForm form, Respondent respondent, Texts texts, Background asker) {
        this.form = form;
        this.respondent = respondent;
        this.texts = texts;
        latest = new Latest<>(asker, found -> {
            failure = Optional.empty();
            seen = subject.map(_ -> found);
            changed.run();
        }, e -> {
            seen = Optional.empty();
            failure = Optional.of(Failures.words(e, texts));
            changed.run();
        });
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// Learns from pictures of the data how what is drawn is to be placed.
    void learnInk(List<Answer.Picture> pictures) {
        if (canDraw()) {
            ink = Ink.of(pictures);
        }
    }

    /// Whether pictures are small and grey, so that one can be drawn.
    public boolean canDraw() {
        return form.channels() == 1 && Math.max(form.height(), form.width()) <= LARGEST_SKETCH;
    }

    /// Whether the brush is light and the ground dark.
    public boolean isDark() {
        return ink.background() == 0;
    }

    /// Height of the pictures divided by their width.
    public double proportion() {
        return (double) form.height() / form.width();
    }

    Sketch sketch() {
        return sketch;
    }

    /// Puts the brush down.
    ///
    /// @param x share of the width
    /// @param y share of the height
    public void begin(double x, double y) {
        sketch.begin(x, y);
        draw();
    }

    /// Draws on to a place.
    ///
    /// @param x share of the width
    /// @param y share of the height
    public void goOn(double x, double y) {
        sketch.goOn(x, y);
        draw();
    }

    private void draw() {
        subject = Optional.of(new Subject.Drawn());
        ask();
    }

    /// Wipes all away.
    public void clear() {
        sketch.clear();
        subject = Optional.empty();
        seen = Optional.empty();
        failure = Optional.empty();
        latest.forget();
        changed.run();
    }

    /// Asks about a picture in a file.
    public void open(Path file) {
        sketch.clear();
        subject = Optional.of(new Subject.File(file));
        ask();
    }

    /// Asks about a picture of the data.
    void open(Answer.Picture picture) {
        sketch.clear();
        subject = Optional.of(new Subject.Example(picture));
        ask();
    }

    @Override
    public void ask() {
        subject.ifPresent(what -> {
            switch (what) {
                case Subject.File(Path file) -> latest.ask(() -> respondent.tryout().answer(form, file));
                case Subject.Drawn() -> {
                    byte[] pixels = sketch.pixels(form.height(), form.width(), ink);
                    latest.ask(() -> respondent.tryout().answer(form, pixels));
                }
                case Subject.Example(Answer.Picture picture) ->
                    latest.ask(() -> respondent.tryout().answer(form, picture.pixels()));
            }
        });
        changed.run();
    }

    /// The picture as the network sees it; nothing while there is none.
    public Optional<Answer.Picture> picture() {
        return seen.map(OpenModel.Seen::picture);
    }

    /// Where the picture comes from.
    public String caption() {
        return subject.map(what -> switch (what) {
            case Subject.File(Path file) -> file.getFileName().toString();
            case Subject.Drawn() -> texts.get("tryit.drawn");
            case Subject.Example _ -> texts.get("tryit.of-examples");
        }).orElse("");
    }

    @Override
    public List<Answer> answers() {
        return seen.map(OpenModel.Seen::answers).orElse(List.of());
    }

    @Override
    public Optional<String> failure() {
        return failure;
    }
}
