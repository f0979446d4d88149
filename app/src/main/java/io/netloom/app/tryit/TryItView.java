package io.netloom.app.tryit;

import io.netloom.app.look.EmptyState;
import io.netloom.app.look.Icons;
import io.netloom.app.task.Background;
import io.netloom.app.task.WhileSeen;
import io.netloom.app.text.Texts;
import io.netloom.app.tryit.TryItViewModel.Own;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The panel in which a network is tried: what its user gives it, or examples, and its answers. While it shows, it looks for newer weights.
public final class TryItView {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final TryItViewModel model;
    private final Texts texts;
    private final Background painter;
    private final Label headline = new Label();
    private final ToggleButton own;
    private final ToggleButton examples;
    private final HBox pages;
    private final StackPane body = new StackPane();
    private final ExamplesPane examplesPane;
    private final VBox root;
    private Optional<Own> built = Optional.empty();
    private Node ownPane = new Region();

    /// @param painter draws charts
    /// @param close takes the panel away
    public TryItView(TryItViewModel model, Texts texts, Background painter, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.painter = painter;
        examplesPane = new ExamplesPane(model.examples(), texts, model::takes, example -> {
            model.take(example);
            showOwn();
        });
        var title = new Label(texts.get("tryit.title"));
        title.getStyleClass().add("panel-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button shut = Icons.button("mdi2c-close", texts.get("tryit.close"), close);
        shut.setId("tryit-close");
        var head = new HBox(title, space, shut);
        head.setAlignment(Pos.CENTER_LEFT);
        headline.setId("tryit-headline");
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        headline.getStyleClass().addAll("text-muted", "tryit-hint");
        var group = new ToggleGroup();
        own = page(group, "tryit-own", "tryit.own", "left-pill");
        examples = page(group, "tryit-show-examples", "tryit.examples", "right-pill");
        pages = new HBox(own, examples);
        pages.getStyleClass().add("tryit-pages");
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(head, headline, pages, body);
        root.setId("tryit");
        root.getStyleClass().add("tryit");
        group.selectToggle(own);
        WhileSeen.look(root, BETWEEN_LOOKS, model::look);
        model.onChange(this::refresh);
        refresh();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    private ToggleButton page(ToggleGroup group, String id, String words, String place) {
        var button = new ToggleButton(texts.get(words));
        button.setId(id);
        button.getStyleClass().add(place);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> {
            // One of the two always holds.
            button.setSelected(true);
            refresh();
        });
        return button;
    }

    private void showOwn() {
        own.setSelected(true);
        refresh();
    }

    private void refresh() {
        headline.setText(model.headline());
        headline.setVisible(!headline.getText().isEmpty());
        headline.setManaged(headline.isVisible());
        pages.setVisible(model.obstacle().isEmpty());
        pages.setManaged(pages.isVisible());
        if (model.obstacle().isPresent()) {
            built = Optional.empty();
            body.getChildren().setAll(EmptyState.of("mdi2f-flask-outline", model.obstacle().get()));
            return;
        }
        if (!built.equals(Optional.of(model.own())) || model.own() instanceof Own.Future) {
            built = Optional.of(model.own());
            ownPane = scrolled(pane(model.own()));
        }
        own.setText(texts.get(model.own() instanceof Own.Future ? "tryit.forecast" : "tryit.own"));
        body.getChildren().setAll(own.isSelected() ? ownPane : examplesPane.root());
    }

    private Parent pane(Own how) {
        return switch (how) {
            case Own.Form(FormViewModel form) -> new FormPane(form, texts).root();
            case Own.Picture(PictureViewModel picture) -> new PicturePane(picture, texts).root();
            case Own.Prompt(PromptViewModel prompt) -> new PromptPane(prompt, texts).root();
            case Own.Future() -> model.forecast().map(forecast -> new ForecastPane(forecast, texts, painter).root())
                    .orElseGet(() -> EmptyState.of("mdi2c-chart-line", texts.get("tryit.opening")));
            case Own.Nothing(String why) -> EmptyState.of("mdi2a-alert-circle-outline", why);
        };
    }

    private static ScrollPane scrolled(Parent page) {
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("tryit-scroll");
        return scroll;
    }
}
