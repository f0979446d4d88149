package io.netloom.app.tryit;

import io.netloom.app.chart.Chart;
import io.netloom.app.chart.ChartPage;
import io.netloom.app.chart.ChartView;
import io.netloom.app.chart.Digits;
import io.netloom.app.chart.Trace;
import io.netloom.app.chart.Zoom;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.evaluate.Forecast;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What comes after the end of a series: a chart of each column, and the values by their times.
final class ForecastPane {
    private final Texts texts;
    private final VBox root = new VBox();

    ForecastPane(Forecast forecast, Texts texts, Background painter) {
        this.texts = texts;
        root.setId("tryit-forecast");
        root.getStyleClass().add("tryit-page");
        forecast.group().ifPresent(group -> root.getChildren().add(new Label(group)));
        forecast.lines().forEach(line -> {
            ChartView view = chart(line, painter);
            VBox.setVgrow(view, Priority.ALWAYS);
            var title = new Label(line.column());
            title.getStyleClass().add("chart-title");
            var legend = new HBox(named("tryit.past", "of-training"), named("tryit.ahead", "of-validation"));
            legend.getStyleClass().add("chart-legend");
            var card = new VBox(title, legend, view, values(line));
            card.getStyleClass().add("chart-card");
            root.getChildren().add(card);
        });
    }

    Parent root() {
        return root;
    }

    private Label named(String key, String colour) {
        var dash = new Region();
        dash.getStyleClass().addAll("chart-dash", colour);
        return new Label(texts.get(key), dash);
    }

    private ChartView chart(Forecast.Line line, Background painter) {
        int past = line.past().size();
        int all = past + line.ahead().size();
        var known = new Trace();
        var ahead = new Trace();
        for (int i = 0; i < past; i++) {
            known.add(i + 1, line.past().get(i).value());
        }
        if (past > 0) {
            ahead.add(past, line.past().getLast().value());
        }
        for (int i = 0; i < line.ahead().size(); i++) {
            ahead.add(past + i + 1, line.ahead().get(i).value());
        }
        var chart = new Chart(line.column(), texts.get("tryit.rows"), List.of(
                new Chart.Line(texts.get("tryit.past"), known, Chart.Part.TRAINING, Chart.Stroke.PLAIN),
                new Chart.Line(texts.get("tryit.ahead"), ahead, Chart.Part.VALIDATION, Chart.Stroke.DOTTED)),
                List.of(), List.of(), Chart.Scale.LINEAR, 0, all + 1, 1);
        var zoom = new Zoom();
        zoom.reach(OptionalDouble.of(all + 1));
        var points = Stream.concat(line.past().stream(), line.ahead().stream()).toList();
        var view = new ChartView(new ChartPage(painter), zoom, () -> chart.between(zoom.from(), zoom.to()), x -> {
            Forecast.Point point = points.get(Math.clamp(Math.round(x) - 1, 0, all - 1));
            return point.time() + "\n" + line.column() + "  " + Digits.four(point.value());
        });
        view.setPrefHeight(220);
        view.setMinHeight(140);
        view.setAccessibleText(line.column());
        return view;
    }

    private static GridPane values(Forecast.Line line) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (int row = 0; row < line.ahead().size(); row++) {
            var time = new Label(line.ahead().get(row).time());
            time.getStyleClass().add("text-muted");
            var value = new Label(Digits.four(line.ahead().get(row).value()));
            value.getStyleClass().add("tryit-number");
            grid.addRow(row, time, value);
        }
        return grid;
    }
}
