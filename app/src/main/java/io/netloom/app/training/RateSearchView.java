package io.netloom.app.training;

import io.netloom.app.chart.ChartPage;
import io.netloom.app.chart.ChartView;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.RateSearchViewModel.State;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
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
    private final StackPane root = new StackPane();

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
        again = button("rate-search-again", texts.get("training.rate.again"), model::start);
        use = button("rate-search-use", "", () -> {
            take.run();
            leave();
        });
        use.getStyleClass().add("accent");
        Button cancel = button("rate-search-cancel", texts.get("training.rate.cancel"), this::leave);
        var title = new Label(texts.get("training.rate.title"));
        title.getStyleClass().add("panel-title");
        var about = new Label(texts.get("training.rate.about"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().add("text-muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(again, space, cancel, use);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("rate-search-foot");
        var panel = new VBox(title, about, chart, bar, words, foot);
        panel.setId("rate-search");
        panel.getStyleClass().addAll("overlay-panel", "rate-search");
        root.getChildren().add(panel);
        root.getStyleClass().add("overlay");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.onChange(this::refresh);
        refresh();
    }

    /// What to put over the desk.
    Region root() {
        return root;
    }

    /// Lets the user go on with the keyboard.
    void focus() {
        chart.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
        } else if (event.getCode() == KeyCode.ENTER) {
            use.fire();
        }
        // What is behind it is not to hear of keys; those that lead from button to button go on.
        if (!event.getCode().isNavigationKey() && event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void leave() {
        model.cancel();
        close.run();
    }

    private static Button button(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
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
