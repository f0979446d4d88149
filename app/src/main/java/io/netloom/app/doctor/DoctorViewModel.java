package io.netloom.app.doctor;

import io.netloom.app.document.Folders;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window says of the machine. Looking takes a second or two, in which nothing is held up.
public final class DoctorViewModel {
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<List<Line>>> lines = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Begins to look.
    ///
    /// @param folders where the user's files lie
    public DoctorViewModel(Folders folders, Background background, Texts texts) {
        this(display -> Observed.look(folders, display), DisplayProbe.ask(), background, texts);
    }

    DoctorViewModel(Function<DisplayState, Observed> look, DisplayState display, Background background, Texts texts) {
        this.texts = texts;
        background.look(() -> Doctor.judge(look.apply(display), texts), found -> lines.set(Optional.of(found)),
                e -> failure.set(Optional.of(texts.say(e))));
    }

    /// What was found; empty while it is looked for.
    public ReadOnlyObjectProperty<Optional<List<Line>>> lines() {
        return lines.getReadOnlyProperty();
    }

    /// Why nothing was found.
    public ReadOnlyObjectProperty<Optional<String>> failure() {
        return failure.getReadOnlyProperty();
    }

    /// What all of it comes to, in a sentence.
    public String summary() {
        return failure.get().orElseGet(() -> lines.get()
                .map(found -> texts.get(Doctor.usable(found) ? "doctor.sound" : "doctor.unsound"))
                .orElseGet(() -> texts.get("doctor.looking")));
    }

    /// All of it as text, for a clipboard.
    public String text() {
        return lines.get().map(found -> Doctor.text(found, texts)).orElse("");
    }
}
