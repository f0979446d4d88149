package io.netloom.app.tryit;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A place for the beginning of a text, and below it how the network goes on.
final class PromptPane {
    private static final int ROWS = 4;
    private static final int MOST = 2_000;
    private static final double HOTTEST = 2;

    private final PromptViewModel model;
    private final TextArea prompt = new TextArea();
    private final TextArea text = new TextArea();
    private final Button goOn;
    private final Button stop;
    private final Label failure = new Label();
    private final VBox root;

    PromptPane(PromptViewModel model, Texts texts) {
        this.model = model;
        prompt.setId("tryit-prompt");
        prompt.setPromptText(texts.get("tryit.prompt"));
        prompt.setAccessibleText(texts.get("tryit.prompt"));
        prompt.setWrapText(true);
        prompt.setPrefRowCount(ROWS);
        goOn = new Button(texts.get("tryit.go-on"), Icons.of("mdi2p-play"));
        goOn.setId("tryit-go-on");
        goOn.getStyleClass().add("accent");
        goOn.setOnAction(_ -> model.goOn(prompt.getText()));
        stop = new Button(texts.get("tryit.stop"), Icons.of("mdi2s-stop"));
        stop.setId("tryit-stop");
        stop.setOnAction(_ -> model.stop());
        var tokens = new Spinner<Integer>(1, MOST, model.tokens(), 50);
        tokens.setEditable(true);
        tokens.setPrefWidth(96);
        tokens.valueProperty().addListener((_, _, count) -> model.setTokens(count));
        var bold = new Slider(0, HOTTEST, model.temperature());
        bold.setShowTickLabels(true);
        bold.setMajorTickUnit(1);
        bold.setTooltip(new Tooltip(texts.get("tryit.temperature.help")));
        bold.valueProperty().addListener((_, _, value) -> model.setTemperature(value.doubleValue()));
        HBox.setHgrow(bold, Priority.ALWAYS);
        var buttons = new HBox(goOn, stop);
        buttons.getStyleClass().add("training-buttons");
        text.setId("tryit-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.setAccessibleText(texts.get("tryit.text"));
        VBox.setVgrow(text, Priority.ALWAYS);
        failure.setWrapText(true);
        failure.getStyleClass().add("tryit-failure");
        failure.managedProperty().bind(failure.visibleProperty());
        root = new VBox(prompt, line(texts.get("tryit.tokens"), tokens), line(texts.get("tryit.temperature"), bold),
                buttons, failure, text);
        root.getStyleClass().add("tryit-page");
        model.onChange(this::refresh);
        refresh();
    }

    Parent root() {
        return root;
    }

    private static HBox line(String question, Node field) {
        var label = new Label(question);
        label.setLabelFor(field);
        label.setMinWidth(96);
        var line = new HBox(label, field);
        line.getStyleClass().add("field-row");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void refresh() {
        goOn.setDisable(model.isWriting());
        stop.setDisable(!model.isWriting());
        text.setText(model.text());
        text.setScrollTop(Double.MAX_VALUE);
        failure.setText(model.failure().orElse(""));
        failure.setVisible(model.failure().isPresent());
    }
}
