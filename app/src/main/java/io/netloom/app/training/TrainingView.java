package io.netloom.app.training;

import io.netloom.app.look.EmptyState;
import io.netloom.app.look.Icons;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.ChartsViewModel.Across;
import io.netloom.app.chart.Chart;
import io.netloom.app.chart.ChartPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The training desk: the plan at the left, the curves in the middle, the run at the right.
public final class TrainingView {
    /// Only longer values may wrap: each that may makes all panels around it measure themselves again at every report, which comes off the
    /// training.
    private static final int MOST_ON_A_LINE = 16;

    private final TrainingViewModel model;
    private final Texts texts;
    private final Background background;
    private final Function<String, Optional<Path>> fileToSave;
    private final List<ChartCard> cards;
    private final Label headline = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button start;
    private final Button pause;
    private final Button step;
    private final Button stop;
    private final Button goOn;
    private final Label reason = new Label();
    private final Button toProblems;
    private final GridPane facts = grid();
    private final GridPane known = grid();
    private final Hyperlink estimate = new Hyperlink();
    private final VBox messages = new VBox();
    private List<Message> shown = List.of();
    private final DoubtCard doubt;
    private final BranchCard branch;
    private final Hyperlink branchOff = new Hyperlink();
    private final VBox empty;
    private final StackPane root = new StackPane();

    /// @param background draws the charts
    /// @param fileToSave asks for a file, given a proposal for its name
    /// @param showProblems brings the problems of the drawing into view
    public TrainingView(TrainingViewModel model, Texts texts, Background background,
            Function<String, Optional<Path>> fileToSave, Runnable showProblems) {
        this.model = model;
        this.texts = texts;
        this.background = background;
        this.fileToSave = fileToSave;
        ChartsViewModel charts = model.charts();
        var page = new ChartPage(background);
        cards = List.of(new ChartCard("chart-loss", charts::loss, charts, page, texts, this::export),
                new ChartCard("chart-metric", charts::metric, charts, page, texts, this::export),
                new ChartCard("chart-rate", charts::rate, charts, page, texts, this::export),
                new ChartCard("chart-norm", charts::norm, charts, page, texts, this::export));
        start = button("training-start", "mdi2p-play", "training.start", model::start);
        start.getStyleClass().addAll("accent", "run-button");
        pause = button("training-pause", "mdi2p-pause", "training.pause", model::pause);
        step = button("training-step", "mdi2s-step-forward", "training.step", model::step);
        stop = button("training-stop", "mdi2s-stop", "training.stop", model::stop);
        goOn = button("training-resume", "mdi2p-play-speed", "training.resume", model::goOn);
        toProblems = button("training-problems", "mdi2a-arrow-left", "training.to-problems", showProblems);
        doubt = new DoubtCard(model, texts);
        branch = new BranchCard(model, texts, TrainingView::message);
        branchOff.setText(texts.get("training.branch"));
        branchOff.setId("training-branch-off");
        branchOff.managedProperty().bind(branchOff.visibleProperty());
        branchOff.setOnAction(_ -> {
            branchOff.setVisited(false);
            model.branch();
        });
        empty = EmptyState.of("mdi2c-chart-line", texts.get("training.empty"));
        estimate.setText(texts.get("training.estimate"));
        estimate.setId("training-estimate");
        estimate.setOnAction(_ -> {
            estimate.setVisited(false);
            model.estimate();
        });
        var planSide = new ScrollPane(
                new VBox(title("training.plan"),
                        new PlanView(model.plan(), model.augmentation(), texts, this::searchRate, this::augment)
                                .root(),
                        known, estimate));
        planSide.getStyleClass().addAll("training-side", "training-plan");
        planSide.setFitToWidth(true);
        var runSide = new ScrollPane(runPanel());
        runSide.getStyleClass().addAll("training-side", "training-run");
        runSide.setFitToWidth(true);
        Region middle = middle();
        HBox.setHgrow(middle, Priority.ALWAYS);
        var desk = new HBox(planSide, middle, runSide);
        desk.getStyleClass().add("training");
        root.getChildren().add(desk);
        root.setMinSize(0, 0);
        root.setId("training");
        model.onChange(this::refresh);
        model.onSearch(this::searchRate);
        model.open();
        refresh();
    }

    private void augment() {
        if (root.getChildren().size() == 1) {
            var view = new AugmentationView(model.augmentation(), texts, this::uncover);
            cover(view.root());
            view.focus();
        }
    }

    private void cover(Region over) {
        root.getChildren().getFirst().setDisable(true);
        root.getChildren().add(over);
    }

    private void uncover() {
        root.getChildren().subList(1, root.getChildren().size()).clear();
        root.getChildren().getFirst().setDisable(false);
    }

    private void searchRate() {
        if (root.getChildren().size() > 1) {
            return;
        }
        RateSearchViewModel search = model.rateSearch();
        var view = new RateSearchView(search, texts, background,
                () -> search.chosen().ifPresent(model.plan()::setRate), this::uncover);
        cover(view.root());
        search.start();
        view.focus();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user train with the keyboard.
    public void focus() {
        if (model.branching().isOpen()) {
            branch.focus();
        } else {
            (start.isVisible() && !start.isDisabled() ? start : pause.isVisible() ? pause : stop).requestFocus();
        }
    }

    private Region middle() {
        List<ChartCard> high = cards.subList(0, 2);
        high.forEach(card -> VBox.setVgrow(card, Priority.ALWAYS));
        var low = new HBox();
        low.getStyleClass().add("charts-beside");
        for (ChartCard card : cards.subList(2, cards.size())) {
            card.getStyleClass().add("chart-low");
            card.setMinWidth(0);
            card.setPrefWidth(1);
            HBox.setHgrow(card, Priority.ALWAYS);
            low.getChildren().add(card);
        }
        var charts = new VBox(tools());
        charts.getChildren().addAll(high);
        charts.getChildren().add(low);
        charts.getStyleClass().add("charts");
        charts.setMinSize(0, 0);
        charts.visibleProperty().bind(empty.visibleProperty().not());
        var both = new StackPane(charts, empty);
        both.setMinSize(0, 0);
        return both;
    }

    private HBox tools() {
        var group = new ToggleGroup();
        ToggleButton steps = across(group, Across.STEPS, "training.by-step", "left-pill");
        ToggleButton epochs = across(group, Across.EPOCHS, "training.by-epoch", "right-pill");
        var logarithmic = new ToggleButton(texts.get("training.log"));
        logarithmic.setId("chart-log");
        logarithmic.setTooltip(PlanView.tooltip(texts.get("training.log.help")));
        logarithmic.setOnAction(_ -> {
            model.charts().setScale(logarithmic.isSelected() ? Chart.Scale.LOGARITHMIC : Chart.Scale.LINEAR);
            cards.forEach(ChartCard::refreshAtOnce);
        });
        Button whole = Icons.button("mdi2f-fit-to-page-outline", texts.get("training.zoom-whole"),
                () -> model.charts().zoom().reset());
        whole.setId("chart-whole");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var either = new HBox(steps, epochs);
        either.setAlignment(Pos.CENTER_LEFT);
        var tools = new HBox(either, space, logarithmic, whole);
        tools.getStyleClass().add("chart-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private ToggleButton across(ToggleGroup group, Across across, String words, String place) {
        var button = new ToggleButton(texts.get(words));
        button.getStyleClass().add(place);
        button.setId("chart-" + across.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.setSelected(model.charts().across() == across);
        button.setOnAction(_ -> {
            // One of the two always holds.
            button.setSelected(true);
            model.charts().setAcross(across);
            cards.forEach(ChartCard::refreshAtOnce);
        });
        return button;
    }

    private VBox runPanel() {
        headline.setId("training-headline");
        headline.setWrapText(true);
        headline.getStyleClass().add("text-muted");
        bar.setId("training-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        reason.setId("training-reason");
        reason.setWrapText(true);
        reason.getStyleClass().add("training-reason");
        messages.setId("training-messages");
        messages.getStyleClass().add("training-messages");
        facts.setId("training-facts");
        start.setMaxWidth(Double.MAX_VALUE);
        goOn.setMaxWidth(Double.MAX_VALUE);
        var buttons = new HBox(pause, step, stop);
        for (Button button : List.of(pause, step, stop)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        buttons.getStyleClass().add("training-buttons");
        buttons.managedProperty().bind(buttons.visibleProperty());
        buttons.visibleProperty().bind(stop.visibleProperty());
        return new VBox(title("training.this-run"), headline, bar, start, goOn, doubt.root(), branch.root(), reason,
                toProblems, buttons, messages, facts, branchOff);
    }

    private Label title(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("panel-title");
        return label;
    }

    private Button button(String id, String icon, String words, Runnable action) {
        var button = new Button(texts.get(words), Icons.of(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        return grid;
    }

    private void refresh() {
        boolean training = model.isUnderWay();
        Optional<String> obstacle = model.obstacle();
        boolean waiting = training && model.phase().filter(LiveRun.Phase.PAUSED::equals).isPresent();
        headline.setText(model.headline());
        bar.setProgress(model.progress());
        bar.setVisible(model.phase().isPresent());
        bar.setManaged(bar.isVisible());
        boolean branching = !training && model.branching().isOpen();
        start.setVisible(waiting || !training && !branching);
        start.setText(texts.get(waiting ? "training.unpause"
                : model.phase().isPresent() ? "training.again" : "training.start"));
        start.setDisable(!waiting && obstacle.isPresent());
        reason.setText(training ? "" : obstacle.orElse(""));
        reason.setVisible(!reason.getText().isEmpty());
        reason.setManaged(reason.isVisible());
        toProblems.setVisible(reason.isVisible() && model.hasProblems());
        pause.setVisible(training && !waiting);
        pause.setDisable(!model.canPause());
        step.setVisible(training);
        step.setDisable(!model.canStep());
        stop.setVisible(training);
        stop.setDisable(!model.canStop());
        doubt.refresh();
        branch.refresh();
        goOn.setVisible(model.canGoOn() && !branching && model.doubt().isEmpty());
        branchOff.setVisible(model.canBranchOff());
        fill(facts, model.facts());
        fill(known, model.before());
        estimate.setVisible(model.canEstimate());
        List<Message> said = model.messages();
        if (!said.equals(shown)) {
            shown = said;
            messages.getChildren().setAll(said.stream().map(TrainingView::message).toList());
        }
        empty.setVisible(model.charts().isEmpty() && model.phase().isEmpty());
        cards.forEach(ChartCard::refresh);
    }

    private static void fill(GridPane grid, List<Fact> all) {
        if (grid.getChildren().size() != 2 * all.size()) {
            grid.getChildren().clear();
            for (int row = 0; row < all.size(); row++) {
                var label = new Label();
                label.getStyleClass().add("text-muted");
                var value = new Label();
                value.getStyleClass().add("fact");
                grid.addRow(row, label, value);
            }
        }
        for (int row = 0; row < all.size(); row++) {
            ((Label) grid.getChildren().get(2 * row)).setText(all.get(row).label());
            var value = (Label) grid.getChildren().get(2 * row + 1);
            value.setText(all.get(row).value());
            value.setWrapText(width(all.get(row).value()) > MOST_ON_A_LINE);
        }
    }

    /// In columns of a terminal, where a Chinese character takes two.
    private static long width(String words) {
        return words.length() + words.codePoints().filter(Character::isIdeographic).count();
    }

    private static Node message(Message message) {
        var words = new Label(message.words());
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(Icons.of(switch (message.tone()) {
            case GOOD -> "mdi2c-check-circle-outline";
            case PLAIN -> "mdi2i-information-outline";
            case BAD -> "mdi2a-alert-circle-outline";
        }), words);
        line.getStyleClass().addAll("training-message", switch (message.tone()) {
            case GOOD -> "good";
            case PLAIN -> "plain";
            case BAD -> "bad";
        });
        return line;
    }

    private void export(Chart chart) {
        fileToSave.apply(chart.title() + ".png").ifPresent(file -> model.export(chart, file));
    }
}
