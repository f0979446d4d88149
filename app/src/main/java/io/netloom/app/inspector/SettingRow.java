package io.netloom.app.inspector;

import io.netloom.app.inspector.Page.Entry;
import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.layer.Field;
import io.netloom.layer.LayerType;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A setting: its name, its editor, the way back to the default, and what is wrong with what is being typed.
final class SettingRow extends VBox {
    private final Field field;
    private final SettingEditor editor;
    private final Button reset;
    private final Label message = new Label();

    /// @param hint takes what the setting does while it has the focus, and an empty text afterwards
    SettingRow(InspectorViewModel model, LayerType type, Field field, Texts texts, Consumer<String> hint) {
        this.field = field;
        getStyleClass().add("setting");
        message.getStyleClass().add("setting-wrong");
        message.setWrapText(true);
        message.setId("wrong-" + field.name());
        editor = SettingEditor.of(model, field, texts, this::mark);
        String help = model.words().help(type, field);
        String range = texts.get("inspector.range", model.words().range(field),
                model.words().value(field, field.defaultText()));
        Control control = editor.control();
        control.setId("setting-" + field.name());
        control.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(0);
        HBox.setHgrow(control, Priority.ALWAYS);
        var label = new Label(model.words().label(type, field));
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        label.setTooltip(tooltip(help + "\n" + range));
        control.setAccessibleText(label.getText());
        control.setAccessibleHelp(help + " " + range);
        control.focusWithinProperty()
                .addListener((_, _, focused) -> hint.accept(focused ? help + "\n" + range : ""));
        reset = Icons.button("mdi2r-restore", texts.get("inspector.reset",
                model.words().value(field, field.defaultText())), () -> model.reset(field));
        reset.setId("reset-" + field.name());
        reset.getStyleClass().add("small");
        var line = new HBox(label, control, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("field-row");
        getChildren().add(line);
    }

    void show(Entry entry) {
        editor.show(entry.value());
        reset.setVisible(!entry.isDefault());
    }

    Field field() {
        return field;
    }

    static Tooltip tooltip(String words) {
        var tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }

    private void mark(Optional<String> wrong) {
        message.setText(wrong.orElse(""));
        getChildren().remove(message);
        editor.control().getStyleClass().remove("wrong");
        if (wrong.isPresent()) {
            getChildren().add(message);
            editor.control().getStyleClass().add("wrong");
        }
    }
}
