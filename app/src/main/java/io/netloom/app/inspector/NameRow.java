package io.netloom.app.inspector;

import io.netloom.app.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The name of a block. Enter, or leaving the field, gives it; Escape keeps the old one.
final class NameRow extends VBox {
    private final InspectorViewModel model;
    private final TextField field;
    private final Label message = new Label();
    private final String name;

    NameRow(InspectorViewModel model, String name, Texts texts) {
        this.model = model;
        this.name = name;
        getStyleClass().add("setting");
        message.getStyleClass().add("setting-wrong");
        message.setWrapText(true);
        field = new TextField(name);
        field.setId("inspector-name");
        field.setMinWidth(0);
        var label = new Label(texts.get("inspector.name"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        HBox.setHgrow(field, Priority.ALWAYS);
        var space = new Region();
        space.getStyleClass().add("reset-space");
        var line = new HBox(label, field, space);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("field-row");
        getChildren().add(line);
        field.textProperty().addListener((_, _, now) -> mark(now.equals(name) ? Optional.empty()
                : model.problemOfName(now)));
        field.setOnAction(_ -> give());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(name)) {
                field.setText(name);
                event.consume();
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                give();
            }
        });
    }

    private void give() {
        String wanted = field.getText();
        if (model.only().filter(name::equals).isEmpty()) {
            return;
        }
        if (model.problemOfName(wanted).isEmpty()) {
            model.rename(wanted);
        } else {
            field.setText(name);
        }
    }

    private void mark(Optional<String> wrong) {
        message.setText(wrong.orElse(""));
        getChildren().remove(message);
        field.getStyleClass().remove("wrong");
        if (wrong.isPresent()) {
            getChildren().add(message);
            field.getStyleClass().add("wrong");
        }
    }
}
