package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// A field above the thing that is being named, or the note that is being written. Enter takes what was written (in notes
/// Ctrl+Enter), and so does a click elsewhere; Escape leaves all as it was.
final class WritingView extends Pane {
    private final CanvasViewModel model;
    private final WritingTool tool;
    private Optional<Writing> writing = Optional.empty();

    WritingView(CanvasViewModel model, WritingTool tool) {
        this.model = model;
        this.tool = tool;
        setManaged(false);
        setPickOnBounds(false);
    }

    void begin(Writing what) {
        boolean lines = what.subject() instanceof Writing.Subject.OfRemark && what.box().height() > 40;
        TextInputControl field = lines ? new TextArea(what.text()) : new TextField(what.text());
        field.setId("canvas-writing");
        field.getStyleClass().add("canvas-writing");
        writing = Optional.of(what);
        getChildren().setAll(field);
        viewed();
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end(Optional.empty());
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && (!lines || event.isShortcutDown())) {
                end(Optional.of(field.getText()));
                event.consume();
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                end(Optional.of(field.getText()));
            }
        });
        field.requestFocus();
        field.selectAll();
    }

    /// Stays on its thing.
    void viewed() {
        writing.ifPresent(what -> {
            Box box = model.viewport().toScreen(what.box());
            getChildren().getFirst().resizeRelocate(box.x(), box.y(), Math.max(120, box.width()),
                    Math.max(28, box.height()));
        });
    }

    private void end(Optional<String> text) {
        Optional<Writing> ending = writing;
        writing = Optional.empty();
        ending.ifPresent(what -> {
            getParent().requestFocus();
            getChildren().clear();
            tool.done(what, text.orElse(what.text()));
        });
    }
}
