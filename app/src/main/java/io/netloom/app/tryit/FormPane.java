package io.netloom.app.tryit;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.data.FormField;
import io.netloom.data.FormField.Gap;
import io.netloom.data.FormField.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field for each column of a table, and the answer to what is written in them.
final class FormPane {
    private static final int TEXT_ROWS = 4;

    private final FormViewModel model;
    private final Texts texts;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final AnswerView answer;
    private final VBox root;

    /// @param show brings what the model says into the field
    /// @param message stands below the field
    private record Line(FormField field, Control control, Runnable show, Label message) {}

    FormPane(FormViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        answer = new AnswerView(texts);
        var fields = new VBox();
        fields.getStyleClass().add("tryit-fields");
        fields.setId("tryit-form");
        for (FormField field : model.fields()) {
            Line line = line(field);
            lines.put(field.column(), line);
            fields.getChildren().add(labelled(line));
        }
        var reset = new Button(texts.get("tryit.reset"), Icons.of("mdi2r-restore"));
        reset.setId("tryit-reset");
        reset.setOnAction(_ -> model.reset());
        root = new VBox(answer.root(), fields, reset);
        root.getStyleClass().add("tryit-page");
        model.onChange(this::refresh);
        refresh();
    }

    Parent root() {
        return root;
    }

    private Line line(FormField field) {
        var message = new Label();
        message.setWrapText(true);
        message.getStyleClass().add("tryit-message");
        message.setId("tryit-message-" + field.column());
        return switch (field.kind()) {
            case Kind.Choice(List<String> choices) -> choice(field, choices, message);
            case Kind.Flag() -> choice(field, List.of("true", "false"), message);
            case Kind.Number _,Kind.Moment _ -> written(field, new TextField(), message);
            case Kind.Text() -> {
                var area = new TextArea();
                area.setWrapText(true);
                area.setPrefRowCount(TEXT_ROWS);
                yield written(field, area, message);
            }
        };
    }

    private Line written(FormField field, TextInputControl control, Label message) {
        control.setPromptText(model.hint(field));
        control.textProperty().addListener((_, _, text) -> model.set(field.column(), text));
        return new Line(field, control, () -> {
            if (!control.getText().equals(model.value(field.column()))) {
                control.setText(model.value(field.column()));
            }
        }, message);
    }

    private Line choice(FormField field, List<String> choices, Label message) {
        var box = new ComboBox<String>();
        var all = new ArrayList<>(choices);
        if (field.gap() == Gap.FILLED) {
            all.add("");
        }
        box.getItems().addAll(all);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new ChoiceWords(texts));
        box.valueProperty().addListener((_, _, value) -> model.set(field.column(), value == null ? "" : value));
        return new Line(field, box, () -> box.setValue(model.value(field.column())), message);
    }

    private VBox labelled(Line line) {
        FormField field = line.field();
        Control control = line.control();
        control.setId("tryit-field-" + field.column());
        control.setAccessibleText(field.column());
        var name = new Label(field.column());
        name.getStyleClass().add("tryit-column");
        name.setLabelFor(control);
        var hint = new Label(model.hint(field));
        hint.getStyleClass().addAll("text-muted", "tryit-hint");
        hint.setMinWidth(0);
        var space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(name, space, hint);
        head.getStyleClass().add("tryit-head-line");
        name.setTooltip(new Tooltip(field.column()));
        return new VBox(head, control, line.message());
    }

    private void refresh() {
        lines.forEach((column, line) -> {
            line.show().run();
            Optional<String> fault = model.fault(column);
            Optional<String> notice = model.notice(line.field());
            line.control().getStyleClass().remove("wrong");
            line.message().getStyleClass().removeAll("bad", "plain");
            if (fault.isPresent()) {
                line.control().getStyleClass().add("wrong");
            }
            line.message().getStyleClass().add(fault.isPresent() ? "bad" : "plain");
            line.message().setGraphic(fault.or(() -> notice).isEmpty() ? null
                    : Icons.of(fault.isPresent() ? "mdi2a-alert-circle-outline" : "mdi2i-information-outline"));
            line.message().setText(fault.or(() -> notice).orElse(""));
            line.message().setVisible(!line.message().getText().isEmpty());
            line.message().setManaged(line.message().isVisible());
            line.control().setAccessibleHelp(line.message().getText());
        });
        answer.show(model.answers(), model.failure());
    }
}
