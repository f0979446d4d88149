package io.netloom.app.welcome;

import io.netloom.app.look.Icons;
import io.netloom.app.look.Thumbnail;
import io.netloom.app.text.Texts;
import io.netloom.app.welcome.WelcomeViewModel.Sample;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page that is there as long as no project is open.
public final class WelcomeView {
    private static final double THUMBNAIL_WIDTH = 190;
    private static final double THUMBNAIL_HEIGHT = 72;
    private static final double CARD_WIDTH = 214;
    private static final double CARD_HEIGHT = 166;

    private final WelcomeViewModel model;
    private final Texts texts;
    private final VBox recent = new VBox();
    private final FlowPane samples = new FlowPane();
    private final ScrollPane root;

    /// @param open lets the user choose a file
    /// @param data leads from data to a network
    public WelcomeView(WelcomeViewModel model, Texts texts, Runnable open, Runnable data) {
        this.model = model;
        this.texts = texts;
        var title = new Label(texts.get("welcome.title"));
        title.getStyleClass().add("welcome-title");
        var words = new Label(texts.get("welcome.words"));
        words.getStyleClass().add("text-muted");
        var create = new Button(texts.get("welcome.create"), Icons.of("mdi2p-plus"));
        create.setId("welcome-create");
        create.getStyleClass().add("accent");
        create.setOnAction(_ -> model.create());
        var choose = new Button(texts.get("welcome.open"), Icons.of("mdi2f-folder-open-outline"));
        choose.setId("welcome-open");
        choose.setOnAction(_ -> open.run());
        var fromData = new Button(texts.get("dataset.new"), Icons.of("mdi2t-table-arrow-right"));
        fromData.setId("welcome-data");
        fromData.setOnAction(_ -> data.run());
        var buttons = new HBox(create, fromData, choose);
        buttons.getStyleClass().add("welcome-buttons");
        recent.getStyleClass().add("welcome-recent");
        samples.getStyleClass().add("welcome-samples");
        samples.setId("welcome-samples");
        var left = new VBox(heading(texts.get("welcome.recent")), recent);
        left.getStyleClass().add("welcome-left");
        var right = new VBox(heading(texts.get("welcome.samples")), samples);
        right.getStyleClass().add("welcome-right");
        HBox.setHgrow(right, Priority.ALWAYS);
        var columns = new HBox(left, right);
        columns.getStyleClass().add("welcome-columns");
        var page = new VBox(title, words, buttons, columns);
        page.getStyleClass().add("welcome");
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.getStyleClass().addAll("edge-to-edge", "welcome-pane");
        refresh();
        model.findSamples(found -> samples.getChildren().setAll(found.stream().map(this::card).toList()));
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Shows which projects were open last.
    public void refresh() {
        List<Path> files = model.recent();
        recent.getChildren().clear();
        if (files.isEmpty()) {
            var none = new Label(texts.get("welcome.norecent"));
            none.getStyleClass().add("text-muted");
            none.setWrapText(true);
            recent.getChildren().add(none);
        }
        for (Path file : files) {
            var link = new Hyperlink(file.getFileName().toString());
            link.setTooltip(new Tooltip(file.toString()));
            link.setOnAction(_ -> model.open(file));
            recent.getChildren().add(link);
        }
    }

    private Button card(Sample sample) {
        var name = new Label(sample.name());
        name.getStyleClass().add("block-name");
        var words = new Label(sample.words());
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        words.setMinHeight(36);
        words.setAlignment(Pos.TOP_LEFT);
        words.setMaxWidth(THUMBNAIL_WIDTH);
        var card = new Button(null,
                new VBox(6, new Thumbnail(sample.graph(), THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT), name, words));
        card.getStyleClass().add("sample-card");
        card.setMinSize(CARD_WIDTH, CARD_HEIGHT);
        card.setMaxSize(CARD_WIDTH, CARD_HEIGHT);
        card.setId("sample-" + sample.name());
        card.setAccessibleText(sample.name() + ". " + sample.words());
        card.setOnAction(_ -> model.open(sample));
        return card;
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("panel-title");
        return label;
    }
}
