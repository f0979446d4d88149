package io.netloom.app.runs;

import io.netloom.app.chart.Colours;
import io.netloom.app.text.Texts;
import io.netloom.project.RunNote;
import io.netloom.project.RunRecord;
import io.netloom.project.RunSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is beside the charts: in what the chosen runs differ, and what is written about the only one.
final class RunDetails {
    private static final double SEVERAL_LINES = 96;

    private final RunsViewModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final GridPane settings = new GridPane();
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private final VBox writing;
    private final VBox root;
    private Optional<RunRecord> of = Optional.empty();
    private final ScrollPane scroll;

    RunDetails(RunsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        settings.getStyleClass().addAll("facts", "run-settings");
        settings.setId("runs-differing");
        tags.setId("runs-tags");
        tags.setPromptText(texts.get("runs.tags.prompt"));
        note.setId("runs-note");
        note.setPromptText(texts.get("runs.note.prompt"));
        note.setPrefRowCount(3);
        note.setWrapText(true);
        tags.setOnAction(_ -> write());
        tags.focusedProperty().addListener((_, _, focused) -> left(focused));
        note.focusedProperty().addListener((_, _, focused) -> left(focused));
        writing = new VBox(label("runs.column.tags", tags), tags, label("runs.column.note", note), note);
        writing.getStyleClass().add("run-writing");
        writing.managedProperty().bind(writing.visibleProperty());
        scroll = new ScrollPane(settings);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(SEVERAL_LINES);
        root = new VBox(title, scroll, writing);
        root.getStyleClass().add("run-details");
    }

    Region root() {
        return root;
    }

    private Label label(String key, Node of) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("text-muted");
        label.setLabelFor(of);
        return label;
    }

    private void left(boolean focused) {
        if (!focused) {
            write();
        }
    }

    private void write() {
        of.ifPresent(run -> model.note(run,
                new RunNote(Arrays.asList(tags.getText().split("[,，;；]")), note.getText().strip())));
    }

    void refresh() {
        List<List<RunRecord>> groups = model.groups();
        Optional<RunRecord> only = model.only();
        settings.getChildren().clear();
        if (only.isPresent()) {
            title.setText(model.words().time(only.get()));
            facts(only.get());
        } else {
            List<String> names = model.differing();
            title.setText(groups.isEmpty() ? texts.get("runs.choose")
                    : names.isEmpty() ? texts.get("runs.same") : texts.get("runs.differ"));
            compare(groups, names);
        }
        boolean same = of.map(RunRecord::folder).equals(only.map(RunRecord::folder));
        if (!same) {
            // Who goes to another run while writing wants to keep what is written.
            write();
        }
        of = only;
        if (!same) {
            tags.setText(only.map(run -> String.join(", ", run.note().tags())).orElse(""));
            note.setText(only.map(run -> run.note().text()).orElse(""));
        }
        writing.setVisible(only.isPresent());
        // What is to be written stands below what is known of one run; a comparison takes all the room there is.
        VBox.setVgrow(scroll, only.isPresent() ? Priority.NEVER : Priority.ALWAYS);
    }

    private void facts(RunRecord run) {
        int row = 0;
        for (String name : List.of(RunSettings.NETWORK, "optimiser", "learningRate", "schedule",
                "batchSize", "epochs", "patience", "precision", RunSettings.SEED,
                RunSettings.FINGERPRINT, RunSettings.PROGRAM, RunSettings.ORIGIN)) {
            if (run.settings().containsKey(name)) {
                settings.addRow(row++, muted(model.words().setting(name)), fact(model.words().value(run, name)));
            }
        }
    }

    /// A row for each setting and for each metric, a column for each run.
    private void compare(List<List<RunRecord>> groups, List<String> names) {
        for (int place = 0; place < groups.size(); place++) {
            var swatch = new Region();
            swatch.getStyleClass().addAll("run-swatch", "of-run-" + place % Colours.COMPARED);
            settings.add(swatch, 1 + place, 0);
        }
        for (int row = 0; row < names.size(); row++) {
            settings.add(muted(model.words().setting(names.get(row))), 0, row + 1);
            for (int place = 0; place < groups.size(); place++) {
                String name = names.get(row);
                List<String> values = groups.get(place).stream().map(run -> model.words().value(run, name)).distinct()
                        .toList();
                settings.add(fact(String.join(", ", values)), 1 + place, row + 1);
            }
        }
        int row = names.size() + 1;
        for (String metric : Stream.concat(Stream.of("loss"), model.headline().stream()).distinct().toList()) {
            settings.add(muted(model.words().metric(metric)), 0, row);
            for (int place = 0; place < groups.size(); place++) {
                Label best = fact(RunWords.best(groups.get(place), metric));
                best.setMinWidth(Region.USE_PREF_SIZE);
                settings.add(best, 1 + place, row);
            }
            row++;
        }
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label fact(String text) {
        var label = new Label(text);
        label.getStyleClass().add("fact");
        label.setWrapText(true);
        return label;
    }
}
