package io.netloom.app.find;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A field above the drawing: each letter shows the first block that matches, Enter the next one, Escape closes it.
public final class FindView {
    private final FindViewModel model;
    private final Texts texts;
    private final Runnable left;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final HBox root = new HBox();

    /// @param left is run when it has closed
    public FindView(FindViewModel model, Texts texts, Runnable left) {
        this.model = model;
        this.texts = texts;
        this.left = left;
        field.setId("find-field");
        field.setPromptText(texts.get("find.prompt"));
        field.setAccessibleText(texts.get("find.prompt"));
        count.setId("find-count");
        count.getStyleClass().add("text-muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Button before = Icons.button("mdi2c-chevron-up", texts.get("find.before"), () -> step(-1));
        Button next = Icons.button("mdi2c-chevron-down", texts.get("find.next"), () -> step(1));
        Button close = Icons.button("mdi2c-close", texts.get("find.close"), this::close);
        next.setId("find-next");
        root.getChildren().addAll(field, count, before, next, close);
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getStyleClass().add("find");
        root.setId("find");
        root.setVisible(false);
        field.textProperty().addListener((_, _, wanted) -> {
            model.search(wanted);
            count();
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Opens it, with what was searched for last.
    public void open() {
        root.setVisible(true);
        field.requestFocus();
        field.selectAll();
        count();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> {
                if (event.getTarget() != field) {
                    return;
                }
                step(event.isShiftDown() ? -1 : 1);
            }
            case DOWN -> step(1);
            case UP -> step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int step) {
        model.step(step);
        count();
    }

    private void count() {
        int matches = model.matches().size();
        count.setText(model.query().isBlank() ? ""
                : matches == 0 ? texts.get("find.nothing") : texts.get("find.count", model.position(), matches));
    }

    private void close() {
        root.setVisible(false);
        left.run();
    }
}
