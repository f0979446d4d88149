package io.netloom.app.runs;

import io.netloom.app.chart.Chart;
import io.netloom.app.chart.Chart.Scale;
import io.netloom.app.chart.Chart.Stroke;
import io.netloom.app.chart.ChartPage;
import io.netloom.app.chart.ChartView;
import io.netloom.app.chart.Digits;
import io.netloom.app.look.EmptyState;
import io.netloom.app.look.Icons;
import io.netloom.app.runs.RunsViewModel.Across;
import io.netloom.app.runs.RunsViewModel.Seeds;
import io.netloom.app.task.Background;
import io.netloom.app.task.WhileSeen;
import io.netloom.app.text.Texts;
import io.netloom.project.RunRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The runs of a project: the table above, the chosen runs side by side below it.
public final class RunsView {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final RunsViewModel model;
    private final Texts texts;
    private final Function<String, Optional<Path>> fileToSave;
    private final RunTable table;
    private final RunDetails details;
    private final ChartView loss;
    private final ChartView metric;
    private final ComboBox<String> measure = new ComboBox<>();
    private boolean showing;
    private final Button open;
    private final Button goOn;
    private final Button tryIt;
    private final Button branch;
    private final Button delete;
    private final Hyperlink undo = new Hyperlink();
    private final Label message = new Label();
    private final Map<Button, Tooltip> why = new LinkedHashMap<>();
    private final StackPane root;
    private final VBox all;
    private final VBox empty;

    /// What is done with a run elsewhere in the window.
    ///
    /// @param open shows its project in a tab of its own, as it was trained
    /// @param goOn lets it learn on
    /// @param branch proposes a new run that begins with what it has learnt
    /// @param tryIt asks it
    public record Elsewhere(Consumer<RunRecord> open, Consumer<RunRecord> goOn, Consumer<RunRecord> branch,
            Consumer<RunRecord> tryIt) {}

    /// @param background draws the charts
    /// @param fileToSave asks for a file, given a proposal for its name
    public RunsView(RunsViewModel model, Texts texts, Background background,
            Function<String, Optional<Path>> fileToSave, Elsewhere elsewhere) {
        this.model = model;
        this.fileToSave = fileToSave;
        this.texts = texts;
        table = new RunTable(model, texts);
        details = new RunDetails(model, texts);
        var page = new ChartPage(background);
        loss = chart("runs-loss", page, model::loss);
        metric = chart("runs-metric", page, model::metric);
        open = button("runs-open", "mdi2o-open-in-new", "runs.open", () -> model.only().ifPresent(elsewhere.open()));
        goOn = button("runs-go-on", "mdi2p-play-speed", "runs.go-on",
                () -> model.only().filter(_ -> model.obstacleToGoOn().isEmpty()).ifPresent(elsewhere.goOn()));
        branch = button("runs-branch", "mdi2s-source-branch", "runs.branch",
                () -> model.only().filter(_ -> model.obstacleToUse().isEmpty()).ifPresent(elsewhere.branch()));
        tryIt = button("runs-try", "mdi2f-flask-outline", "tryit.show",
                () -> model.only().filter(_ -> model.obstacleToUse().isEmpty()).ifPresent(elsewhere.tryIt()));
        delete = button("runs-delete", "mdi2d-delete-outline", "runs.delete", model::delete);
        table.root().setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.delete();
            } else if (event.getCode() == KeyCode.ENTER) {
                open.fire();
            }
        });
        empty = EmptyState.of("mdi2c-chart-multiple", texts.get("runs.empty"));
        all = new VBox(tools(), table.root(), below());
        all.getStyleClass().add("runs");
        VBox.setVgrow(table.root(), Priority.SOMETIMES);
        root = new StackPane(all, empty);
        root.setId("runs");
        root.setMinSize(0, 0);
        WhileSeen.look(root, BETWEEN_LOOKS, model::look);
        model.onChange(this::refresh);
        refresh();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user go through the runs with the keyboard.
    public void focus() {
        table.root().requestFocus();
    }

    private HBox tools() {
        var filter = new TextField();
        filter.setId("runs-filter");
        filter.setPromptText(texts.get("runs.filter"));
        filter.setAccessibleText(texts.get("runs.filter"));
        filter.setPrefColumnCount(24);
        filter.setMinWidth(96);
        filter.textProperty().addListener((_, _, text) -> model.setFilter(text));
        var together = new ToggleButton(texts.get("runs.together"));
        together.setId("runs-together");
        together.setMinWidth(Region.USE_PREF_SIZE);
        together.setTooltip(new Tooltip(texts.get("runs.together.help")));
        together.setSelected(model.seeds() == Seeds.TOGETHER);
        together.setOnAction(_ -> model.setSeeds(together.isSelected() ? Seeds.TOGETHER : Seeds.APART));
        var group = new ToggleGroup();
        var across = new HBox(across(group, Across.STEPS, "runs.by-step", "left-pill"),
                across(group, Across.EPOCHS, "runs.by-epoch", "right-pill"));
        across.setAlignment(Pos.CENTER_LEFT);
        across.setMinWidth(Region.USE_PREF_SIZE);
        message.setId("runs-message");
        message.setWrapText(true);
        message.getStyleClass().add("text-muted");
        message.setMinWidth(0);
        undo.setId("runs-undo");
        undo.setText(texts.get("runs.undo"));
        undo.setOnAction(_ -> {
            undo.setVisited(false);
            model.undoDelete();
        });
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var tools = new HBox(filter, across, together, message, undo, space);
        for (Button button : List.of(tryIt, open, goOn, branch, delete)) {
            // A button that is greyed out shows no tooltip, what is around it does.
            var around = new StackPane(button);
            var tooltip = new Tooltip();
            Tooltip.install(around, tooltip);
            why.put(button, tooltip);
            tools.getChildren().add(around);
        }
        tools.getStyleClass().add("runs-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private ToggleButton across(ToggleGroup group, Across across, String words, String place) {
        var button = new ToggleButton(texts.get(words));
        button.getStyleClass().add(place);
        button.setId("runs-" + across.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.setSelected(model.across() == across);
        button.setOnAction(_ -> {
            // One of the two always holds.
            button.setSelected(true);
            model.setAcross(across);
        });
        return button;
    }

    private HBox below() {
        var title = new Label(texts.get("training.chart.loss"));
        title.getStyleClass().add("chart-title");
        var logarithmic = new ToggleButton(texts.get("training.log"));
        logarithmic.setId("runs-log");
        logarithmic.getStyleClass().add("small");
        logarithmic.setTooltip(new Tooltip(texts.get("training.log.help")));
        logarithmic.setSelected(model.scale() == Scale.LOGARITHMIC);
        logarithmic.setOnAction(
                _ -> model.setScale(logarithmic.isSelected() ? Scale.LOGARITHMIC : Scale.LINEAR));
        var below = new HBox(card(head(title, logarithmic, keep("runs-loss-export", model::loss)), loss),
                card(head(measure(), keep("runs-metric-export", model::metric)), metric), details.root());
        below.getStyleClass().add("runs-below");
        VBox.setVgrow(below, Priority.ALWAYS);
        return below;
    }

    private ComboBox<String> measure() {
        measure.setId("runs-measure");
        measure.getStyleClass().add("chart-choice");
        measure.setAccessibleText(texts.get("runs.measure"));
        measure.setConverter(new StringConverter<>() {
            @Override
            public String toString(String metric) {
                return metric == null ? "" : model.words().metric(metric);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        });
        measure.setOnAction(_ -> {
            if (!showing && measure.getValue() != null) {
                model.setMeasure(measure.getValue());
            }
        });
        return measure;
    }

    private Button keep(String id, Supplier<Chart> content) {
        Button keep = Icons.button("mdi2d-download-outline", texts.get("training.chart.export"), () -> {
            Chart chart = content.get();
            fileToSave.apply(chart.title() + ".png").ifPresent(file -> model.export(chart, file));
        });
        keep.setId(id);
        keep.getStyleClass().add("small");
        return keep;
    }

    private static HBox head(Region title, Region... tools) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space);
        head.getChildren().addAll(tools);
        head.getStyleClass().add("chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static VBox card(Region title, ChartView chart) {
        VBox.setVgrow(chart, Priority.ALWAYS);
        var card = new VBox(title, chart);
        card.getStyleClass().add("chart-card");
        card.setMinSize(0, 0);
        card.setPrefWidth(400);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private ChartView chart(String id, ChartPage page, Supplier<Chart> content) {
        var view = new ChartView(page, model.zoom(), content, x -> reading(content.get(), x));
        view.setId(id);
        view.setAccessibleText(texts.get("training.chart.keys"));
        return view;
    }

    private String reading(Chart chart, double x) {
        return model.place(x) + "\n" + chart.lines().stream()
                .filter(line -> line.stroke() != Stroke.FAINT && !line.trace().isEmpty())
                .map(line -> line.name() + "  " + Digits.four(line.trace().near(Math.round(x)).orElse(Double.NaN)))
                .collect(Collectors.joining("\n"));
    }

    private Button button(String id, String icon, String words, Runnable action) {
        var button = new Button(texts.get(words), Icons.of(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        boolean nothing = model.isEmpty() && model.deleted() == 0;
        empty.setVisible(nothing);
        all.setVisible(!nothing);
        table.refresh();
        table.chooseFirst();
        allow(open, model.obstacleToOpen(), "runs.open.help");
        allow(goOn, model.obstacleToGoOn(), "runs.go-on.help");
        allow(branch, model.obstacleToUse(), "runs.branch.help");
        allow(delete, model.obstacleToDelete(), "runs.delete.help");
        allow(tryIt, model.obstacleToUse(), "runs.try.help");
        message.setText(model.failure().orElseGet(() -> model.deleted() == 0 ? ""
                : texts.get("runs.deleted", model.deleted())));
        undo.setVisible(model.deleted() > 0);
        showing = true;
        if (!measure.getItems().equals(model.measures())) {
            measure.getItems().setAll(model.measures());
        }
        measure.setValue(model.measure());
        showing = false;
        details.refresh();
        loss.refresh();
        metric.refresh();
    }

    /// @param help what the button does, where nothing stands in its way
    private void allow(Button button, Optional<String> obstacle, String help) {
        button.setDisable(obstacle.isPresent());
        why.get(button).setText(obstacle.orElse(texts.get(help)));
    }
}
