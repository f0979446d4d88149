package io.netloom.app.training;

import io.netloom.app.chart.ChartPage;
import io.netloom.app.chart.ChartView;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.RateSearchViewModel.State;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The search for a learning rate, over the desk: the loss over the rates, and a click that takes one.
final class RateSearchView {
    private final RateSearchViewModel model;
    private final Runnable close;
    private final ChartView chart;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Button again;
    private final Button use;
    private final OverDesk over;

    /// @param background draws the chart
    /// @param take is done with the rate that is chosen
    /// @param close takes it out of the window
    RateSearchView(RateSearchViewModel model, Texts texts, Background background, Runnable take, Runnable close) {
        this.model = model;
        this.close = close;
        chart = new ChartView(new ChartPage(background), model.zoom(), model::chart, model::reading);
        chart.setId("rate-search-chart");
        chart.setAccessibleText(texts.get("training.rate.keys"));
        chart.chooses(model::choose);
        chart.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                model.nudge(event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            }
        });
        VBox.setVgrow(chart, Priority.ALWAYS);
        bar.setId("rate-search-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        words.setId("rate-search-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        again = OverDesk.button("rate-search-again", texts.get("training.rate.again"), model::start);
        use = OverDesk.button("rate-search-use", "", () -> {
            take.run();
            leave();
        });
        Button cancel = OverDesk.button("rate-search-cancel", texts.get("training.rate.cancel"), this::leave);
        var about = new Label(texts.get("training.rate.about"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().add("text-muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        over = new OverDesk("rate-search", "rate-search", texts.get("training.rate.title"),
                List.of(about, chart, bar, words), List.of(again, space, cancel), use, this::leave);
        model.onChange(this::refresh);
        refresh();
    }

    /// What to put over the desk.
    Region root() {
        return over.root();
    }

    /// Lets the user go on with the keyboard.
    void focus() {
        chart.requestFocus();
    }

    private void leave() {
        model.cancel();
        close.run();
    }

    private void refresh() {
        boolean searching = model.state() == State.SEARCHING;
        bar.setProgress(model.progress());
        bar.setVisible(searching);
        words.setText(model.words());
        again.setDisable(searching);
        use.setText(model.use());
        use.setDisable(model.chosen().isEmpty());
        if (searching) {
            chart.refresh();
        } else {
            chart.refreshAtOnce();
        }
    }
}
