package io.netloom.app.shell;

import io.netloom.app.document.Document;
import io.netloom.app.training.LiveRun;
import io.netloom.app.training.RunNews;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// What can be seen of a training without the window's content: how far it is, in the title, and that it is over, in a note at the edge of
/// the screen where the window lies behind others.
final class TrainingNews {
    private static final int ALL = 100;

    private final Stage stage;
    private final ShellViewModel model;
    private final Consumer<Document> show;
    private final Runnable end;
    private Optional<Document> training = Optional.empty();
    private final EventHandler<WindowEvent> hidden = _ -> hideToast();
    private Optional<Toast> toast = Optional.empty();

    /// @param show brings the training of a document into view
    TrainingNews(Stage stage, ShellViewModel model, Consumer<Document> show) {
        this.stage = stage;
        this.model = model;
        this.show = show;
        end = model.desk().listen(this::hear);
        // A note would hold the program up that has no other window any more.
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden);
    }

    private void hear() {
        Optional<Document> now = model.desk().busy();
        training.filter(before -> !now.equals(training)).ifPresent(this::ended);
        training = now;
        refreshTitle();
    }

    /// Says what is shown, or how far the training is.
    void refreshTitle() {
        String title = model.desk().busy().flatMap(this::progress)
                .or(() -> model.workspace().shown().map(Document::name)).map(words -> words + " – Netloom")
                .orElse("Netloom");
        if (!title.equals(stage.getTitle())) {
            stage.setTitle(title);
        }
    }

    private Optional<String> progress(Document document) {
        return model.desk().run(document).map(LiveRun::progress).filter(done -> done >= 0)
                .map(done -> (int) (done * ALL) + " % – " + document.name());
    }

    private void ended(Document document) {
        if (model.workspace().settings().notices() && (stage.isIconified() || !stage.isFocused())) {
            hideToast();
            model.desk().run(document).ifPresent(run -> toast = Optional.of(Toast.show(stage,
                    model.workspace().settings().theme(), document.name(), RunNews.of(run, model.texts()), () -> {
                        stage.setIconified(false);
                        stage.toFront();
                        stage.requestFocus();
                        show.accept(document);
                    })));
        }
    }

    private void hideToast() {
        toast.ifPresent(Toast::hide);
        toast = Optional.empty();
    }

    /// Ends listening, and lets the stage go, which may outlive the window.
    void close() {
        end.run();
        stage.removeEventHandler(WindowEvent.WINDOW_HIDDEN, hidden);
    }
}
