package io.netloom.app.training;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.app.training.Unanswered.Doubt;
import io.netloom.project.Run;
import io.netloom.project.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The newest run of a document as its folder has it, and how it goes on.
final class Resumption {
    private final Document document;
    private final TrainingDesk desk;
    private final Background background;
    private final Runnable changed;
    private Optional<PastRun> past = Optional.empty();
    private boolean asked;
    private Optional<Path> looked = Optional.empty();

    /// @param changed is told when something else is known
    Resumption(Document document, TrainingDesk desk, Background background, Runnable changed) {
        this.document = document;
        this.desk = desk;
        this.background = background;
        this.changed = changed;
    }

    /// Finds the newest run.
    void look() {
        look(Optional.empty());
    }

    /// Finds the run that was asked about before the views were made anew, else the newest.
    void reopen() {
        look(desk.unanswered(document).doubt().map(Doubt::run).filter(Files::isDirectory));
    }

    private void look(Optional<Path> asked) {
        Path place = document.home();
        looked = Optional.of(place);
        background.run(() -> asked.isPresent() ? asked.map(PastRun::at) : PastRun.newest(place), found -> {
            past = found;
            changed.run();
        }, e -> System.getLogger(Resumption.class.getName()).log(System.Logger.Level.WARNING,
                "the newest run of " + place + " cannot be read", e));
    }

    /// Finds it again where the document's runs lie elsewhere now.
    ///
    /// @return whether they do
    boolean follow() {
        boolean elsewhere = looked.filter(place -> !place.equals(document.home())).isPresent();
        if (elsewhere) {
            look();
        }
        return elsewhere;
    }

    /// The run that would go on; nothing before the first.
    Optional<PastRun> past() {
        return past;
    }

    /// Whether that run was stopped and can go on.
    boolean isPossible() {
        return desk.busy().isEmpty() && past.filter(PastRun::unfinished).isPresent();
    }

    /// Goes on with it; where its data has changed since, [#doubt] asks first.
    void begin() {
        if (isPossible() && !asked) {
            past.ifPresent(run -> {
                asked = true;
                fail(Optional.empty());
                background.run(() -> Run.changeOfData(run.folder(), Training.data(run.project(), run.folder())),
                        change -> answered(run, change),
                        e -> answered(run, Optional.of(BadInput.told(e))));
            });
        }
    }

    /// Goes on with another run of the document, as [#begin].
    ///
    /// @param folder of the run
    void begin(Path folder) {
        background.run(() -> PastRun.at(folder), run -> {
            past = Optional.of(run);
            doubt(Optional.empty());
            changed.run();
            begin();
        }, e -> {
            fail(Optional.of(BadInput.told(e)));
            changed.run();
        });
    }

    private void answered(PastRun run, Optional<Sentence> change) {
        asked = false;
        doubt(change.map(why -> new Doubt(run.folder(), why)));
        if (change.isEmpty()) {
            desk.goOn(document, run);
        }
        changed.run();
    }

    /// Why it is doubtful whether the run should go on: how its data has changed since. Nothing while nobody has asked.
    Optional<Sentence> doubt() {
        return desk.unanswered(document).doubt().filter(_ -> isPossible())
                .filter(asked -> past.filter(run -> run.folder().equals(asked.run())).isPresent()).map(Doubt::why);
    }

    private void doubt(Optional<Doubt> doubt) {
        desk.note(document, now -> now.withDoubt(doubt));
    }

    private void fail(Optional<Sentence> why) {
        desk.note(document, now -> now.withNotResumed(why));
    }

    /// Why the run that was asked for cannot go on.
    Optional<Sentence> failure() {
        return desk.unanswered(document).notResumed();
    }

    /// Goes on in spite of the doubt.
    void beginAllTheSame() {
        if (doubt().isPresent()) {
            doubt(Optional.empty());
            past.ifPresent(run -> desk.goOn(document, run));
        }
    }

    /// Does not go on.
    void leaveIt() {
        doubt(Optional.empty());
        fail(Optional.empty());
        changed.run();
    }
}
