package io.netloom.app.shell;

import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Workspace;
import io.netloom.app.text.Texts;
import io.netloom.app.tour.Stop;
import io.netloom.app.tour.TourView;
import io.netloom.app.tour.TourViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Leads through the window. Where no document is open it opens a sample, so that there is something to be led through.
final class Guide {
    private static final String SAMPLE = "fashion";

    private final StackPane root;
    private final Workspace workspace;
    private final Path samples;
    private final Texts texts;
    private final Runnable focus;
    private Optional<TourView> shown = Optional.empty();
    /// A document that is opened takes the focus later than the tour does.
    private final EventHandler<KeyEvent> keys = this::pressed;

    /// @param root lies over the whole window
    /// @param samples the folder of samples
    /// @param focus lets the user draw
    Guide(StackPane root, Workspace workspace, Path samples, Texts texts, Runnable focus) {
        this.root = root;
        this.workspace = workspace;
        this.samples = samples;
        this.texts = texts;
        this.focus = focus;
    }

    /// Begins. To be called when the drawing is shown, if a document is open.
    void show() {
        Path sample = samples.resolve(SAMPLE).resolve(SAMPLE + ".netloom");
        if (workspace.shown().isPresent() || !Files.isRegularFile(sample)) {
            begin(Optional.empty());
        } else {
            workspace.openCopy(sample, SAMPLE, document -> begin(Optional.of(document)));
        }
    }

    /// @param opened what was opened for the tour alone
    private void begin(Optional<Document> opened) {
        opened.ifPresent(document -> document.drawing().nodes().stream()
                .filter(node -> node.block().type().equals("Conv2d")).findFirst()
                .ifPresent(node -> document.select(Selection.of(node.name()))));
        close();
        root.applyCss();
        root.layout();
        var model = new TourViewModel(stop -> anchor(stop).isPresent(), end -> end(end, opened));
        if (!model.stops().isEmpty()) {
            var view = new TourView(model, texts, this::anchor);
            shown = Optional.of(view);
            root.getChildren().add(view);
            root.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            view.focus();
        }
    }

    private void end(TourViewModel.End end, Optional<Document> opened) {
        close();
        switch (end) {
            case LEFT -> opened.filter(document -> !document.unsaved()).ifPresent(workspace::close);
            case SEEN -> {
                // What was opened stays: it can be trained at once.
            }
        }
        focus.run();
    }

    /// What lies over the tour, such as the list of commands, has its keys for itself.
    private void pressed(KeyEvent event) {
        shown.filter(view -> view == root.getChildren().getLast()).ifPresent(view -> view.pressed(event));
    }

    private void close() {
        root.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        shown.ifPresent(root.getChildren()::remove);
        shown = Optional.empty();
    }

    private Optional<Node> anchor(Stop stop) {
        return Optional.ofNullable(root.lookup(switch (stop) {
            case PALETTE -> ".palette";
            case CANVAS -> "#canvas";
            case INSPECTOR -> ".inspector-pane";
            case TRAIN -> "#head-train";
            case CHARTS -> ".workspaces";
        })).filter(Guide::isSeen);
    }

    private static boolean isSeen(Node node) {
        Node here = node;
        while (here != null && here.isVisible()) {
            here = here.getParent();
        }
        return here == null && node.getLayoutBounds().getWidth() > 0;
    }
}
