package io.netloom.app.tryit;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.app.tryit.ExamplesViewModel.Order;
import io.netloom.evaluate.Answer;
import io.netloom.evaluate.Judged;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/// Examples in a list: what the network sees, what is true, what it answers, and a sign.
final class ExamplesPane {
    private static final double SIDE = 48;
    /// Where several pictures stand side by side.
    private static final double SMALL = 40;

    private final ExamplesViewModel model;
    private final Texts texts;
    private final BooleanSupplier takes;
    private final Label summary = new Label();
    private final ComboBox<Order> orders = new ComboBox<>();
    private final Label columns = new Label();
    private final Label doubt = new Label();
    private final Label hint = new Label();
    private final ListView<Judged> list = new ListView<>();
    private final VBox root;
    private boolean refreshing;

    /// @param takes whether an example can be taken over
    /// @param chosen takes an example that its user wants to change
    ExamplesPane(ExamplesViewModel model, Texts texts, BooleanSupplier takes, Consumer<Judged> chosen) {
        this.model = model;
        this.takes = takes;
        this.texts = texts;
        summary.setId("tryit-summary");
        summary.setWrapText(true);
        orders.setId("tryit-order");
        orders.setMaxWidth(Double.MAX_VALUE);
        orders.setAccessibleText(texts.get("tryit.order"));
        orders.setConverter(new StringConverter<>() {
            @Override
            public String toString(Order order) {
                return order == null ? "" : texts.get(order.key());
            }

            @Override
            public Order fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        });
        orders.setOnAction(_ -> {
            if (!refreshing && orders.getValue() != null) {
                model.setOrder(orders.getValue());
                list.scrollTo(0);
            }
        });
        columns.setWrapText(true);
        columns.setMinHeight(Label.USE_PREF_SIZE);
        columns.getStyleClass().addAll("text-muted", "tryit-hint");
        list.setId("tryit-examples");
        list.getStyleClass().add("tryit-examples");
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take(chosen);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take(chosen);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        doubt.setWrapText(true);
        doubt.setMinHeight(Label.USE_PREF_SIZE);
        doubt.getStyleClass().add("training-reason");
        hint.setText(texts.get("tryit.take"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("text-muted", "tryit-hint");
        root = new VBox(summary, doubt, orders, columns, list, hint);
        root.getStyleClass().addAll("tryit-page", "tryit-examples-page");
        model.onChange(this::refresh);
        refresh();
    }

    private void take(Consumer<Judged> chosen) {
        Judged example = list.getSelectionModel().getSelectedItem();
        if (example != null) {
            chosen.accept(example);
        }
    }

    Parent root() {
        return root;
    }

    private void refresh() {
        refreshing = true;
        summary.setText(model.absence().orElseGet(model::summary));
        orders.getItems().setAll(model.orders());
        orders.setValue(model.order());
        boolean some = model.absence().isEmpty();
        orders.setVisible(some);
        orders.setManaged(some);
        columns.setText(model.columns().orElse(""));
        columns.setVisible(model.columns().isPresent());
        columns.setManaged(columns.isVisible());
        doubt.setText(model.doubt().orElse(""));
        doubt.setVisible(some && model.doubt().isPresent());
        doubt.setManaged(doubt.isVisible());
        hint.setVisible(some && takes.getAsBoolean());
        hint.setManaged(hint.isVisible());
        list.setVisible(some);
        list.getItems().setAll(model.examples());
        refreshing = false;
    }

    private final class Cell extends ListCell<Judged> {
        @Override
        protected void updateItem(Judged example, boolean empty) {
            super.updateItem(example, empty);
            setText(null);
            setGraphic(empty || example == null ? null : line(example));
            setPrefWidth(0);
        }
    }

    private HBox line(Judged example) {
        var words = new VBox();
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(sign(example));
        line.getStyleClass().add("tryit-example");
        line.setAlignment(Pos.CENTER_LEFT);
        double side = model.columns().isPresent() ? SMALL : SIDE;
        example.picture()
                .ifPresent(picture -> line.getChildren().add(Pixels.of(picture, side, texts.say(example.name()))));
        for (int i = 0; i < example.answers().size(); i++) {
            Answer answer = example.answers().get(i);
            Answer truth = example.truths().get(i);
            Label sure = new Label(model.words(answer, truth, example.verdicts().get(i)));
            sure.getStyleClass().addAll("text-muted", "tryit-hint");
            sure.setMinWidth(Label.USE_PREF_SIZE);
            switch (answer) {
                case Answer.Picture picture -> {
                    line.getChildren().add(Pixels.of(picture, side, answer.output()));
                    words.getChildren().add(sure);
                }
                case Answer.Mask mask -> {
                    line.getChildren().addAll(Pixels.of((Answer.Mask) truth, side, texts.get("tryit.truth")),
                            Pixels.of(mask, side, texts.get("tryit.answer")));
                    words.getChildren().add(sure);
                }
                case Answer.Classes _,Answer.Tags _,Answer.Shares _,Answer.Numbers _ -> {
                    HBox said = said("tryit.answers", model.words(answer));
                    said.getChildren().add(sure);
                    words.getChildren().addAll(said, said("tryit.is", model.words(truth)));
                }
            }
        }
        var name = new Label(example.picture().isPresent() ? texts.say(example.name())
                : example.columns().isEmpty() ? texts.say(example.name()) : model.content(example));
        name.getStyleClass().addAll("text-muted", "tryit-hint");
        words.getChildren().add(name);
        line.getChildren().add(words);
        return line;
    }

    private HBox said(String key, String words) {
        var what = new Label(texts.get(key));
        what.getStyleClass().addAll("text-muted", "tryit-said");
        what.setMinWidth(Label.USE_PREF_SIZE);
        var value = new Label(words);
        value.getStyleClass().add("block-name");
        value.setMinWidth(0);
        var line = new HBox(what, value);
        line.getStyleClass().add("tryit-said-line");
        return line;
    }

    private Node sign(Judged example) {
        FontIcon icon = Icons.of(switch (model.mark(example)) {
            case RIGHT -> "mdi2c-check-circle-outline";
            case WRONG -> "mdi2c-close-circle-outline";
            case NEITHER -> "mdi2a-approximately-equal";
        });
        icon.getStyleClass().add(switch (model.mark(example)) {
            case RIGHT -> "tryit-right";
            case WRONG -> "tryit-wrong";
            case NEITHER -> "tryit-neither";
        });
        String words = texts.get(switch (model.mark(example)) {
            case RIGHT -> "tryit.right";
            case WRONG -> "tryit.wrong";
            case NEITHER -> "tryit.near";
        });
        var sign = new Label(null, icon);
        sign.setAccessibleText(words);
        return sign;
    }
}
