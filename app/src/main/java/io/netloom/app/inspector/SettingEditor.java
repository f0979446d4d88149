package io.netloom.app.inspector;

import io.netloom.app.text.Texts;
import io.netloom.layer.Field;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import javafx.util.StringConverter;

/// What a setting is changed with: a switch, a choice, a number with arrows, or a text that is checked as one types.
abstract class SettingEditor {
    final InspectorViewModel model;
    final Field field;
    final Texts texts;

    private SettingEditor(InspectorViewModel model, Field field, Texts texts) {
        this.model = model;
        this.field = field;
        this.texts = texts;
    }

    /// The editor for this sort of value.
    ///
    /// @param wrong takes what is needed while what is typed is no value, and nothing once it is one
    static SettingEditor of(InspectorViewModel model, Field field, Texts texts, Consumer<Optional<String>> wrong) {
        return switch (field.kind()) {
            case SWITCH -> new Switch(model, field, texts);
            case CHOICE -> new Choice(model, field, texts);
            case WHOLE_NUMBER, NUMBER, SIZE -> {
                var spinner = new Spinner<String>();
                spinner.setEditable(true);
                var typed = new Typed(model, field, texts, spinner, spinner.getEditor(), spinner.promptTextProperty(),
                        spinner.getEditor()::setText, wrong);
                spinner.setValueFactory(new Arrows(typed));
                yield typed;
            }
            case PADDING, INITIALISER -> {
                var combo = new ComboBox<String>();
                combo.setEditable(true);
                combo.getItems().addAll(field.choices());
                combo.setOnAction(_ -> model.commit());
                yield new Typed(model, field, texts, combo, combo.getEditor(), combo.promptTextProperty(),
                        combo::setValue, wrong);
            }
            case TEXT, AXES, SHAPE -> {
                var text = new TextField();
                yield new Typed(model, field, texts, text, text, text.promptTextProperty(), text::setText, wrong);
            }
        };
    }

    /// What is put into the window.
    abstract Control control();

    /// Shows a value; nothing where several blocks differ.
    abstract void show(Optional<String> value);

    private static final class Switch extends SettingEditor {
        private final CheckBox box = new CheckBox();

        Switch(InspectorViewModel model, Field field, Texts texts) {
            super(model, field, texts);
            box.setOnAction(_ -> model.set(field, Boolean.toString(box.isSelected())));
        }

        @Override
        Control control() {
            return box;
        }

        @Override
        void show(Optional<String> value) {
            box.setIndeterminate(value.isEmpty());
            box.setSelected(value.filter(Boolean::parseBoolean).isPresent());
            box.setText(value.map(v -> model.words().value(field, v)).orElse(texts.get("inspector.mixed")));
        }
    }

    private static final class Choice extends SettingEditor {
        private final ComboBox<String> box = new ComboBox<>();
        private boolean showing;

        Choice(InspectorViewModel model, Field field, Texts texts) {
            super(model, field, texts);
            box.getItems().addAll(field.choices());
            box.setPromptText(texts.get("inspector.mixed"));
            box.setConverter(new StringConverter<>() {
                @Override
                public String toString(String value) {
                    return value == null ? "" : model.words().value(field, value);
                }

                @Override
                public String fromString(String words) {
                    throw new UnsupportedOperationException("it is chosen, not typed");
                }
            });
            box.setOnAction(_ -> {
                if (!showing && box.getValue() != null) {
                    model.set(field, box.getValue());
                }
            });
        }

        @Override
        Control control() {
            return box;
        }

        @Override
        void show(Optional<String> value) {
            showing = true;
            box.setValue(value.orElse(null));
            showing = false;
        }
    }

    /// A text, alone, with arrows, or with a list. What is typed is shown at once wherever it is a value.
    private static final class Typed extends SettingEditor {
        private static final Duration PAUSE = Duration.seconds(2);

        private final Control control;
        private final TextField text;
        private final StringProperty prompt;
        private final Consumer<String> writing;
        private final Consumer<Optional<String>> wrong;
        /// Whoever stops typing for a while has ended a step.
        private final PauseTransition pause = new PauseTransition(PAUSE);
        /// What is typed takes the place of what was there. A field with arrows or a list does not own the focus itself, unless by a
        /// click, which puts the caret where it falls.
        private final ChangeListener<Node> reached;
        private Optional<String> shown = Optional.empty();
        private boolean showing;

        Typed(InspectorViewModel model, Field field, Texts texts, Control control, TextField text,
                StringProperty prompt, Consumer<String> writing, Consumer<Optional<String>> wrong) {
            super(model, field, texts);
            this.control = control;
            this.text = text;
            this.prompt = prompt;
            this.writing = writing;
            this.wrong = wrong;
            reached = (_, _, owner) -> {
                if (owner == control) {
                    text.selectAll();
                }
            };
            pause.setOnFinished(_ -> model.commit());
            text.textProperty().addListener((_, _, now) -> typed(now));
            text.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    leave();
                }
            });
            // The skin listens, too, and takes the selection away; so this begins to listen after it.
            text.skinProperty().addListener((_, before, _) -> {
                if (before == null) {
                    text.sceneProperty().addListener((_, left, entered) -> follow(left, entered));
                    follow(null, text.getScene());
                }
            });
            text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    leave();
                    text.selectAll();
                } else if (control instanceof ComboBox && !event.isAltDown()
                        && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
                    nudge(event.getCode() == KeyCode.DOWN ? 1 : -1);
                    event.consume();
                } else if (event.getCode() == KeyCode.ESCAPE && wrong(text.getText()).isPresent()) {
                    leave();
                    event.consume();
                }
            });
        }

        private void follow(Scene left, Scene entered) {
            if (left != null) {
                left.focusOwnerProperty().removeListener(reached);
            }
            if (entered != null) {
                entered.focusOwnerProperty().addListener(reached);
            }
        }

        @Override
        Control control() {
            return control;
        }

        @Override
        void show(Optional<String> value) {
            boolean same = shown.equals(value) && text.isFocused();
            shown = value;
            prompt.set(value.isEmpty() ? texts.get("inspector.mixed") : "");
            if (!same && !value.equals(model.normal(field, text.getText()))) {
                write(value.orElse(""));
            }
        }

        void nudge(int steps) {
            Nudge.of(field, text.getText(), steps).ifPresent(text::setText);
        }

        private void typed(String now) {
            if (showing || now == null) {
                return;
            }
            wrong.accept(wrong(now));
            model.type(field, now);
            pause.playFromStart();
        }

        private Optional<String> wrong(String now) {
            return now.isEmpty() && shown.isEmpty() ? Optional.empty() : model.problem(field, now);
        }

        private void leave() {
            pause.stop();
            model.commit();
            write(shown.orElse(""));
            wrong.accept(Optional.empty());
        }

        private void write(String value) {
            showing = true;
            writing.accept(value);
            // Arrows and lists pass on only what is another value, though what was typed may have been none.
            if (!value.equals(text.getText())) {
                text.setText(value);
            }
            showing = false;
        }
    }

    private static final class Arrows extends SpinnerValueFactory<String> {
        private final Typed typed;

        Arrows(Typed typed) {
            this.typed = typed;
            setConverter(new StringConverter<>() {
                @Override
                public String toString(String value) {
                    return value == null ? typed.text.getText() : value;
                }

                @Override
                public String fromString(String words) {
                    return null;
                }
            });
        }

        @Override
        public void decrement(int steps) {
            typed.nudge(-steps);
        }

        @Override
        public void increment(int steps) {
            typed.nudge(steps);
        }
    }
}
