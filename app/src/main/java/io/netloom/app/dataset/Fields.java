package io.netloom.app.dataset;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// What the wizard's questions are made of.
final class Fields {
    private static final int DIGITS = 5;

    private Fields() {}

    /// A question and what answers it.
    static HBox row(String question, Node... answers) {
        var label = new Label(question);
        label.getStyleClass().add("field-label");
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(answers[0]);
        answers[0].setAccessibleText(question);
        var row = new HBox(label);
        row.getChildren().addAll(answers);
        row.getStyleClass().add("field-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// One of several.
    ///
    /// @param value the present one, or null
    static <T> ComboBox<T> choice(String id, List<T> choices, T value, Function<T, String> words, Consumer<T> set) {
        var box = new ComboBox<T>();
        box.getItems().addAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        });
        box.setValue(value);
        box.setId(id);
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                set.accept(box.getValue());
            }
        });
        return box;
    }

    /// A whole number, taken over by Enter or when the field is left.
    ///
    /// @param bad says what is needed
    static TextField number(String id, String value, int least, int greatest, String bad, Consumer<Integer> set) {
        var field = new TextField(value);
        field.setId(id);
        field.setPrefColumnCount(DIGITS);
        field.setMinWidth(TextField.USE_PREF_SIZE);
        var why = new Tooltip(bad);
        field.textProperty().addListener((_, _, text) -> {
            field.getStyleClass().remove("wrong");
            field.setTooltip(null);
            if (!fits(text, least, greatest)) {
                field.getStyleClass().add("wrong");
                field.setTooltip(why);
                field.setAccessibleHelp(bad);
            }
        });
        Runnable take = () -> {
            if (!field.getText().strip().equals(value)) {
                if (fits(field.getText(), least, greatest)) {
                    set.accept(Integer.parseInt(field.getText().strip()));
                } else {
                    field.setText(value);
                }
            }
        };
        field.setOnAction(_ -> take.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && field.getScene() != null) {
                take.run();
            }
        });
        return field;
    }

    private static boolean fits(String text, int least, int greatest) {
        return text.strip().matches("\\d{1,7}") && Integer.parseInt(text.strip()) >= least
                && Integer.parseInt(text.strip()) <= greatest;
    }
}
