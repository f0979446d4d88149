package io.netloom.app.runs;

import io.netloom.app.text.Texts;
import io.netloom.project.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// The table of runs. Its lines stay the same while what they say changes, so that whoever has chosen some keeps them.
final class RunTable {
    /// Signs that no narrow column shows.
    private static final int LONG = 12;

    private final RunsViewModel model;
    private final Texts texts;
    private final Map<Path, ObjectProperty<RunRecord>> lines = new HashMap<>();
    private final ObservableList<ObjectProperty<RunRecord>> shown = FXCollections.observableArrayList();
    private final TableView<ObjectProperty<RunRecord>> table = new TableView<>();
    private final TableColumn<ObjectProperty<RunRecord>, RunRecord> quality;
    private boolean filling;

    RunTable(RunsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        RunWords words = model.words();
        table.setId("runs-table");
        table.getStyleClass().addAll("runs-table", "dense");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        var sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        text("begun", 172, words::time);
        text("state", 88, words::state);
        number("epochs", 72, words::epochs, run -> run.epochs().size());
        number("best", 56, run -> RunWords.bestEpoch(run) == 0 ? "" : String.valueOf(RunWords.bestEpoch(run)),
                RunWords::bestEpoch);
        metric("loss", run -> RunWords.best(run, "loss"));
        quality = metric("quality", run -> RunWords.best(run, headline()));
        metric("test", run -> RunWords.test(run, headline()));
        number("seed", 56, run -> String.valueOf(run.project().plan().seed()), run -> run.project().plan().seed());
        number("duration", 92, words::duration, RunRecord::seconds);
        text("differs", 268, model::differences);
        text("tags", 80, run -> String.join(", ", run.note().tags()));
        text("note", 90, run -> run.note().text().lines().findFirst().orElse(""));
        table.getColumns().addFirst(swatches());
        table.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<ObjectProperty<RunRecord>>) _ -> chosen());
        table.setPlaceholder(new Label(texts.get("runs.none-match")));
    }

    TableView<?> root() {
        return table;
    }

    private String headline() {
        return model.headline().orElse("loss");
    }

    private TableColumn<ObjectProperty<RunRecord>, RunRecord> text(String key, double width,
            Function<RunRecord, String> text) {
        return column(key, width, text, Comparator.comparing(text));
    }

    private TableColumn<ObjectProperty<RunRecord>, RunRecord> number(String key, double width,
            Function<RunRecord, String> text, ToDoubleFunction<RunRecord> value) {
        TableColumn<ObjectProperty<RunRecord>, RunRecord> column = column(key, width, text,
                Comparator.comparingDouble(value));
        column.getStyleClass().add("numbers");
        return column;
    }

    private TableColumn<ObjectProperty<RunRecord>, RunRecord> metric(String key,
            Function<RunRecord, OptionalDouble> value) {
        return number(key, 84, run -> RunWords.number(value.apply(run)), run -> value.apply(run).orElse(Double.NaN));
    }

    private TableColumn<ObjectProperty<RunRecord>, RunRecord> column(String key, double width,
            Function<RunRecord, String> text, Comparator<RunRecord> order) {
        var column = new TableColumn<ObjectProperty<RunRecord>, RunRecord>(texts.get("runs.column." + key));
        column.setId("runs-column-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(line -> line.getValue());
        column.setCellFactory(_ -> new TableCell<>() {
            private final Tooltip whole = new Tooltip();

            @Override
            protected void updateItem(RunRecord run, boolean empty) {
                super.updateItem(run, empty);
                String words = empty || run == null ? "" : text.apply(run);
                setText(words);
                whole.setText(words);
                setTooltip(words.length() > LONG ? whole : null);
            }
        });
        column.setComparator(order);
        table.getColumns().add(column);
        return column;
    }

    /// The colour of a run in the charts.
    private TableColumn<ObjectProperty<RunRecord>, RunRecord> swatches() {
        var column = new TableColumn<ObjectProperty<RunRecord>, RunRecord>();
        column.setPrefWidth(28);
        column.setSortable(false);
        column.setResizable(false);
        column.setCellValueFactory(line -> line.getValue());
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(RunRecord run, boolean empty) {
                super.updateItem(run, empty);
                setGraphic(null);
                if (!empty && run != null) {
                    model.colour(run).ifPresent(place -> {
                        var swatch = new Region();
                        swatch.getStyleClass().addAll("run-swatch", "of-run-" + place);
                        setGraphic(swatch);
                    });
                }
            }
        });
        return column;
    }

    private void chosen() {
        if (!filling) {
            model.choose(table.getSelectionModel().getSelectedItems().stream().filter(line -> line != null)
                    .map(line -> line.get().folder()).toList());
        }
    }

    /// Shows what the model says now.
    void refresh() {
        filling = true;
        var now = new ArrayList<ObjectProperty<RunRecord>>();
        for (RunRecord run : model.rows()) {
            ObjectProperty<RunRecord> line = lines.computeIfAbsent(run.folder(),
                    _ -> new SimpleObjectProperty<>(run));
            line.set(run);
            now.add(line);
        }
        if (!List.copyOf(shown).equals(now)) {
            shown.setAll(now);
            table.getSelectionModel().clearSelection();
            model.folders().stream().map(lines::get).filter(now::contains).forEach(table.getSelectionModel()::select);
        }
        quality.setText(model.headline().map(model.words()::metric).orElse(texts.get("runs.column.quality")));
        table.refresh();
        filling = false;
        chosen();
    }

    /// Chooses the newest run, where nothing is chosen yet.
    void chooseFirst() {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }
}
