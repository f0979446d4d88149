package io.netloom.app.inspector;

import io.netloom.app.inspector.InspectorViewModel.Entry;
import io.netloom.app.inspector.InspectorViewModel.Page;
import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The panel at the right: a field for each setting of the selected block, what goes in and out, and its line of Python.
public final class InspectorView {
    private final InspectorViewModel model;
    private final Texts texts;
    private final VBox content = new VBox();
    private final ScrollPane root = new ScrollPane(content);
    private Optional<Page> shown = Optional.empty();

    public InspectorView(InspectorViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        content.getStyleClass().add("inspector");
        root.getStyleClass().addAll("inspector-pane", "edge-to-edge");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.onChange(this::fill);
        show(model.page());
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    private void fill() {
        Optional<Page> page = model.page();
        if (page.isEmpty() || !page.equals(shown)) {
            show(page);
        }
    }

    private void show(Optional<Page> page) {
        shown = page;
        content.getChildren().clear();
        if (page.isEmpty()) {
            var words = text(model.selected() == 0 ? texts.get("inspector.none")
                    : texts.get("inspector.several", model.selected()), "text-muted");
            content.getChildren().add(words);
            return;
        }
        Page block = page.get();
        var title = new Label(block.type(), Icons.of(block.look()));
        title.getStyleClass().add("panel-title");
        content.getChildren().addAll(title, text(block.help(), "text-muted"), new Separator());
        content.getChildren()
                .add(row(texts.get("inspector.name"), field("inspector-name", block.name(), model::rename), ""));
        for (Entry entry : block.settings()) {
            content.getChildren().add(row(entry.field().label(), editor(entry),
                    entry.field().help() + "\n" + texts.get("inspector.range", entry.field().range(),
                            entry.field().defaultText())));
        }
        content.getChildren().add(new Separator());
        block.facts().forEach(fact -> content.getChildren().add(text(fact, "shape-text")));
        if (!block.python().isEmpty()) {
            content.getChildren().addAll(new Separator(), text(block.python(), "shape-text"));
        }
    }

    private Control editor(Entry entry) {
        String id = "setting-" + entry.field().name();
        Class<?> type = entry.field().type();
        if (type == boolean.class) {
            var box = new CheckBox();
            box.setId(id);
            box.setSelected(Boolean.parseBoolean(entry.value()));
            box.setOnAction(_ -> model.set(entry.field(), Boolean.toString(box.isSelected())));
            return box;
        } else if (type.isEnum()) {
            var choice = new ComboBox<String>();
            choice.setId(id);
            choice.getItems().addAll(Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT)).toList());
            choice.setValue(entry.value());
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setOnAction(_ -> model.set(entry.field(), choice.getValue()));
            return choice;
        }
        return field(id, entry.value(), value -> model.set(entry.field(), value));
    }

    /// A field whose text is taken with Enter, or when it is left. What cannot be taken is marked, and the tooltip says why.
    private TextField field(String id, String value, Function<String, Optional<String>> take) {
        var field = new TextField(value);
        field.setId(id);
        Runnable commit = () -> {
            Optional<String> wrong = field.getText().equals(value) ? Optional.empty() : take.apply(field.getText());
            wrong.ifPresentOrElse(message -> {
                field.getStyleClass().add("wrong");
                field.setTooltip(new Tooltip(message));
            }, () -> field.getStyleClass().remove("wrong"));
        };
        field.setOnAction(_ -> commit.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit.run();
            }
        });
        return field;
    }

    private static Node row(String words, Control editor, String help) {
        var label = new Label(words);
        label.setLabelFor(editor);
        label.getStyleClass().add("field-label");
        if (!help.isEmpty()) {
            label.setTooltip(new Tooltip(help));
            editor.setAccessibleHelp(help);
        }
        editor.setAccessibleText(words);
        HBox.setHgrow(editor, Priority.ALWAYS);
        var row = new HBox(label, editor);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("field-row");
        return row;
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
