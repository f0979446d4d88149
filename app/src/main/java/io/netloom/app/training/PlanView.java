package io.netloom.app.training;

import io.netloom.app.text.Texts;
import io.netloom.app.training.PlanRow.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The plan as a list of settings. What few people change is folded away.
final class PlanView {
    private static final List<String> FOLDED = List.of("learning-optimiser-", "learning-clipping", "fractions-");
    private static final String SCHEDULE = "schedule";
    private static final String RATE = "learningRate";

    private final PlanViewModel model;
    private final Texts texts;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final RateCurve curve = new RateCurve();
    private final Hyperlink fold = new Hyperlink();
    private final VBox root = new VBox();
    private final Node findRate;
    private final AugmentationViewModel augmentation;
    private final Hyperlink augment = new Hyperlink();
    private final HBox augmentLine;
    private boolean folded = true;

    /// @param findRate searches a learning rate
    /// @param show lets the user say how pictures are changed at random
    PlanView(PlanViewModel model, AugmentationViewModel augmentation, Texts texts, Runnable findRate, Runnable show) {
        this.augmentation = augmentation;
        var button = new Hyperlink(texts.get("training.rate.find"));
        button.setId("plan-find-rate");
        button.setTooltip(tooltip(texts.get("training.rate.find.help")));
        button.setOnAction(_ -> {
            button.setVisited(false);
            findRate.run();
        });
        button.getStyleClass().add("plan-find-rate");
        this.findRate = button;
        this.model = model;
        this.texts = texts;
        augment.setId("plan-augmentation");
        augment.setTooltip(tooltip(texts.get("training.augmentation.help")));
        augment.setAccessibleHelp(texts.get("training.augmentation.help"));
        augment.setOnAction(_ -> {
            augment.setVisited(false);
            show.run();
        });
        var label = new Label(texts.get("training.augmentation"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(augment);
        label.setTooltip(tooltip(texts.get("training.augmentation.help")));
        augmentLine = new HBox(label, augment);
        augmentLine.setAlignment(Pos.CENTER_LEFT);
        augmentLine.getStyleClass().add("field-row");
        root.getStyleClass().add("plan");
        fold.setId("plan-fold");
        fold.setOnAction(_ -> {
            folded = !folded;
            fill();
        });
        model.onChange(this::fill);
        fill();
    }

    Parent root() {
        return root;
    }

    private void fill() {
        var children = new ArrayList<Node>();
        var kept = new LinkedHashMap<String, Line>();
        for (PlanRow row : model.rows()) {
            if (folded && FOLDED.stream().anyMatch(row.id()::startsWith)) {
                continue;
            }
            Line line = Optional.ofNullable(lines.get(row.id())).filter(old -> old.fits(row))
                    .orElseGet(() -> new Line(row));
            line.show(row);
            kept.put(row.id(), line);
            children.add(line.root);
            if (row.id().equals(RATE)) {
                children.add(findRate);
            }
            if (row.id().equals(SCHEDULE)) {
                children.add(curve);
            }
        }
        if (augmentation.isPossible()) {
            augment.setText(augmentation.summary());
            children.add(augmentLine);
        }
        curve.show(model.curve(RateCurve.VALUES));
        fold.setText(texts.get(folded ? "training.plan.more" : "training.plan.fewer"));
        children.add(fold);
        lines.clear();
        lines.putAll(kept);
        if (!children.equals(root.getChildren())) {
            root.getChildren().setAll(children);
        }
    }

    /// A setting.
    private final class Line {
        private final Kind kind;
        private final List<String> choices;
        private final Label message = new Label();
        private final VBox root = new VBox();
        private final Control control;
        private PlanRow row;
        private boolean showing;

        Line(PlanRow row) {
            this.row = row;
            kind = row.kind();
            choices = row.choices();
            control = switch (kind) {
                case NUMBER -> number();
                case CHOICE -> choice();
                case SWITCH -> onOff();
            };
            control.setId("plan-" + row.id());
            control.setMaxWidth(Double.MAX_VALUE);
            control.setMinWidth(0);
            HBox.setHgrow(control, Priority.ALWAYS);
            var label = new Label(model.label(row));
            label.getStyleClass().add("field-label");
            label.setLabelFor(control);
            label.setTooltip(tooltip(model.help(row)));
            control.setAccessibleText(label.getText());
            control.setAccessibleHelp(model.help(row));
            control.setTooltip(tooltip(model.help(row)));
            var fields = new HBox(label, control);
            fields.setAlignment(Pos.CENTER_LEFT);
            fields.getStyleClass().add("field-row");
            if (row.depth() > 0) {
                fields.getStyleClass().add("belongs");
            }
            message.getStyleClass().add("setting-wrong");
            message.setWrapText(true);
            message.setId("plan-wrong-" + row.id());
            root.getStyleClass().add("setting");
            root.getChildren().add(fields);
        }

        boolean fits(PlanRow other) {
            return other.kind() == kind && other.choices().equals(choices);
        }

        void show(PlanRow newRow) {
            row = newRow;
            showing = true;
            switch (control) {
                case TextField text when !text.isFocused() || message.getText().isEmpty() -> {
                    text.setText(row.value());
                    mark(Optional.empty());
                }
                case ComboBox<?> box -> select(box, row.value());
                case CheckBox box -> box.setSelected(Boolean.parseBoolean(row.value()));
                default -> {
                    // What is being typed stays.
                }
            }
            showing = false;
        }

        private static <T> void select(ComboBox<T> box, String value) {
            box.getItems().stream().filter(value::equals).findFirst().ifPresent(box::setValue);
        }

        private Control number() {
            var text = new TextField();
            text.textProperty().addListener((_, _, now) -> {
                if (!showing) {
                    mark(model.problem(row, now));
                }
            });
            text.focusedProperty().addListener((_, _, focused) -> {
                if (focused) {
                    text.selectAll();
                } else {
                    commit(text);
                }
            });
            text.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                    commit(text);
                    text.selectAll();
                    event.consume();
                } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                    commit(text);
                } else if (event.getCode() == KeyCode.ESCAPE && !text.getText().equals(row.value())) {
                    text.setText(row.value());
                    event.consume();
                }
            });
            return text;
        }

        private void commit(TextField text) {
            model.set(row, text.getText());
            showing = true;
            text.setText(row.value());
            showing = false;
            mark(Optional.empty());
        }

        private Control choice() {
            var box = new ComboBox<String>();
            box.getItems().addAll(choices);
            box.setConverter(new StringConverter<>() {
                @Override
                public String toString(String value) {
                    return value == null ? "" : model.word(value);
                }

                @Override
                public String fromString(String words) {
                    throw new UnsupportedOperationException("it is chosen, not typed");
                }
            });
            box.setOnAction(_ -> {
                if (!showing && box.getValue() != null) {
                    model.set(row, box.getValue());
                }
            });
            return box;
        }

        private Control onOff() {
            var box = new CheckBox();
            box.setOnAction(_ -> model.set(row, Boolean.toString(box.isSelected())));
            return box;
        }

        private void mark(Optional<String> wrong) {
            message.setText(wrong.orElse(""));
            control.getStyleClass().remove("wrong");
            root.getChildren().remove(message);
            if (wrong.isPresent()) {
                control.getStyleClass().add("wrong");
                root.getChildren().add(message);
            }
        }
    }

    static Tooltip tooltip(String words) {
        var tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }
}
