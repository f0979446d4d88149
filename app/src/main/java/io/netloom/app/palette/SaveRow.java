package io.netloom.app.palette;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.graph.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/// Keeps what is selected as a template: a button that becomes a field for its name. Enter saves, Escape does not.
final class SaveRow extends StackPane {
    private final PaletteViewModel model;
    private final Button button = new Button();
    private final TextField name = new TextField();

    SaveRow(PaletteViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("save-row");
        button.setId("palette-save");
        button.setGraphic(Icons.of("mdi2c-content-save-outline"));
        button.getStyleClass().addAll("flat", "small");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> ask());
        name.setId("palette-save-name");
        name.setPromptText(texts.get("palette.save-name"));
        name.setAccessibleText(texts.get("palette.save-name"));
        name.setOnAction(_ -> save());
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showButton();
                event.consume();
            }
        });
        name.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                showButton();
            }
        });
        showButton();
        refresh();
    }

    void refresh() {
        button.setText(model.savingWords());
        button.setDisable(!model.canSave());
    }

    void ask() {
        if (model.canSave()) {
            name.setText(model.nameOfTemplate());
            getChildren().setAll(name);
            name.requestFocus();
            name.selectAll();
        }
    }

    private void save() {
        String wanted = name.getText().strip();
        if (!wanted.isEmpty() && wanted.length() <= Node.MAX_NAME) {
            model.save(wanted);
            showButton();
        }
    }

    private void showButton() {
        getChildren().setAll(button);
    }
}
