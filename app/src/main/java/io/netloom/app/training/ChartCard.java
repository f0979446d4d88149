package io.netloom.app.training;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.app.chart.Chart;
import io.netloom.app.chart.Chart.Part.Learning;
import io.netloom.app.chart.ChartPage;
import io.netloom.app.chart.ChartView;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A chart with its title, what its curves are, and a button that keeps it as a file.
final class ChartCard extends VBox {
    private final Supplier<Chart> content;
    private final ChartView view;
    private final Label title = new Label();
    private final HBox legend = new HBox();
    private List<Name> names = List.of();

    /// @param id for tests and style sheets
    /// @param export keeps the chart as it is shown
    ChartCard(String id, Supplier<Chart> content, ChartsViewModel model, ChartPage page, Texts texts,
            Consumer<Chart> export) {
        this.content = content;
        getStyleClass().add("chart-card");
        setId(id);
        view = new ChartView(page, model.zoom(), content, x -> model.reading(content.get(), x));
        view.setId(id + "-drawing");
        view.setAccessibleText(texts.get("training.chart.keys"));
        VBox.setVgrow(view, Priority.ALWAYS);
        title.getStyleClass().add("chart-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        legend.getStyleClass().add("chart-legend");
        legend.setAlignment(Pos.CENTER_RIGHT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button keep = Icons.button("mdi2d-download-outline", texts.get("training.chart.export"),
                () -> export.accept(content.get()));
        keep.setId(id + "-export");
        keep.getStyleClass().add("small");
        var head = new HBox(title, space, legend, keep);
        head.getStyleClass().add("chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, view);
        setMinHeight(0);
    }

    void refresh() {
        Chart chart = content.get();
        title.setText(chart.title());
        List<Name> now = chart.lines().stream().filter(line -> line.stroke() != Chart.Stroke.FAINT)
                .map(line -> new Name(line.name(), line.part())).toList();
        // New labels are dressed anew, which costs most of a redraw; the names change seldom.
        if (!now.equals(names)) {
            names = now;
            legend.getChildren().setAll(now.size() < 2 ? List.of() : now.stream().map(ChartCard::label).toList());
        }
        view.refresh();
    }

    /// For what the user has done, and waits to see.
    void refreshAtOnce() {
        refresh();
        view.refreshAtOnce();
    }

    private record Name(String words, Chart.Part part) {}

    private static Node label(Name name) {
        var dash = new Region();
        dash.getStyleClass().addAll("chart-dash", switch (name.part()) {
            case Learning.TRAINING -> "of-training";
            case Learning.VALIDATION -> "of-validation";
            case Chart.Part.Compared(int place) -> "of-run-" + place;
        });
        return new Label(name.words(), dash);
    }
}
