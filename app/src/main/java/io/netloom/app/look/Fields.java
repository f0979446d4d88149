package io.netloom.app.look;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// What questions in forms are made of.
public final class Fields {
    private static final int DIGITS = 5;
    private static final int LETTERS = 9;

    private Fields() {}

    /// A question and what answers it.
    public static HBox row(String question, Node... answers) {
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
    public static <T> ComboBox<T> choice(String id, List<T> choices, T value, Function<T, String> words,
            Consumer<T> set) {
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
    public static TextField number(String id, String value, int least, int greatest, String bad,
            Consumer<Integer> set) {
        TextField field = text(id, value, bad, text -> fits(text, least, greatest),
                text -> set.accept(Integer.parseInt(text)));
        field.setPrefColumnCount(DIGITS);
        return field;
    }

    /// A text, taken over without spaces around it by Enter or when the field is left.
    ///
    /// @param bad says what is needed
    public static TextField text(String id, String value, String bad, Predicate<String> fits, Consumer<String> set) {
        var field = new TextField(value);
        field.setId(id);
        field.setPrefColumnCount(LETTERS);
        field.setMinWidth(TextField.USE_PREF_SIZE);
        var why = new Tooltip(bad);
        field.textProperty().addListener((_, _, text) -> {
            field.getStyleClass().remove("wrong");
            field.setTooltip(null);
            if (!fits.test(text.strip())) {
                field.getStyleClass().add("wrong");
                field.setTooltip(why);
                field.setAccessibleHelp(bad);
            }
        });
        Runnable take = () -> {
            String text = field.getText().strip();
            if (!text.equals(value)) {
                if (fits.test(text)) {
                    set.accept(text);
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

    /// Makes what is in a place anew, and leaves the keyboard at the field of the same name.
    public static void keepingFocus(Node place, Runnable change) {
        Node owner = place.getScene() == null ? null : place.getScene().getFocusOwner();
        String id = owner == null ? null : owner.getId();
        change.run();
        if (id != null && owner.getScene() == null) {
            place.applyCss();
            place.lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private static boolean fits(String text, int least, int greatest) {
        return text.strip().matches("\\d{1,7}") && Integer.parseInt(text.strip()) >= least
                && Integer.parseInt(text.strip()) <= greatest;
    }
}
