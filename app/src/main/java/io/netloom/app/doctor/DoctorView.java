package io.netloom.app.doctor;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows whether everything is well, line by line.
public final class DoctorView {
    private final DoctorViewModel model;
    private final Texts texts;
    private final Label summary = new Label();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button copy;
    private final VBox root;

    /// @param logs opens the folder of logs
    /// @param close takes this away
    public DoctorView(DoctorViewModel model, Texts texts, Runnable logs, Runnable close) {
        this.model = model;
        this.texts = texts;
        var title = new Label(texts.get("doctor.title"));
        title.getStyleClass().add("panel-title");
        summary.setWrapText(true);
        summary.setId("doctor-summary");
        grid.getStyleClass().add("doctor-grid");
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        var narrow = new ColumnConstraints();
        narrow.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(narrow, narrow, wide);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        busy.setMaxSize(28, 28);
        copy = new Button(texts.get("doctor.copy"), Icons.of("mdi2c-content-copy"));
        copy.setId("doctor-copy");
        copy.setDisable(true);
        copy.setOnAction(_ -> copy());
        var open = new Button(texts.get("doctor.logs"), Icons.of("mdi2f-folder-open-outline"));
        open.setOnAction(_ -> logs.run());
        var done = new Button(texts.get("doctor.close"));
        done.getStyleClass().add("accent");
        done.setCancelButton(true);
        done.setOnAction(_ -> close.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, copy, open, space, done);
        buttons.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(title, summary, busy, scroll, buttons);
        root.setId("doctor");
        root.getStyleClass().addAll("overlay-panel", "doctor");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        model.lines().subscribe(_ -> refresh());
        model.failure().subscribe(_ -> refresh());
    }

    /// The panel.
    public Region root() {
        return root;
    }

    /// What has the focus at first.
    public Node focus() {
        return scroll;
    }

    private void refresh() {
        summary.setText(model.summary());
        boolean found = model.lines().get().isPresent();
        busy.setVisible(!found && model.failure().get().isEmpty());
        busy.setManaged(busy.isVisible());
        scroll.setVisible(found);
        scroll.setManaged(found);
        copy.setDisable(!found);
        grid.getChildren().clear();
        model.lines().get().orElse(List.of()).forEach(this::add);
    }

    private void add(Line line) {
        String verdict = line.verdict().name().toLowerCase(Locale.ROOT);
        var sign = new Label(line.verdict().sign() + "  " + texts.get("doctor.verdict." + verdict));
        sign.getStyleClass().addAll("doctor-sign", verdict);
        var topic = new Label(Doctor.topic(line, texts));
        topic.getStyleClass().add("doctor-topic");
        var words = new VBox(2, wrapped(line.finding()));
        if (!line.advice().isEmpty()) {
            Label advice = wrapped("→ " + line.advice());
            advice.getStyleClass().add("doctor-advice");
            words.getChildren().add(advice);
        }
        grid.addRow(grid.getRowCount(), sign, topic, words);
        for (Node node : List.of(sign, topic, words)) {
            GridPane.setValignment(node, VPos.TOP);
        }
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(texts.get("doctor.copied"));
    }
}
