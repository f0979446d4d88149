package io.netloom.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Something that lies over the window until Escape, or a click beside it.
final class Overlay {
    private final StackPane root;
    private final StackPane shade = new StackPane();
    private Node focusBefore;

    Overlay(StackPane root) {
        this.root = root;
        shade.getStyleClass().add("overlay");
        shade.setAlignment(Pos.TOP_CENTER);
        shade.setOnMousePressed(event -> {
            if (event.getTarget() == shade) {
                hide();
            }
        });
        shade.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    void show(Region panel, Node focus) {
        hide();
        focusBefore = root.getScene().getFocusOwner();
        shade.getChildren().setAll(panel);
        root.getChildren().add(shade);
        focus.requestFocus();
    }

    void hide() {
        if (root.getChildren().remove(shade) && focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
