package io.netloom.app.reference;

import io.netloom.app.look.Icons;
import io.netloom.app.reference.ReferencePage.Setting;
import io.netloom.app.text.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The reference page of a kind of block, beside the drawing.
public final class ReferenceView {
    private final ReferenceViewModel model;
    private final Texts texts;
    private final Consumer<String> browser;
    private final Button back;
    private final Button contents;
    private final VBox content = new VBox();
    private final ScrollPane root = new ScrollPane(content);

    /// @param leave goes back to the inspector
    /// @param browser shows an address
    public ReferenceView(ReferenceViewModel model, Texts texts, Runnable leave, Consumer<String> browser) {
        this.model = model;
        this.texts = texts;
        this.browser = browser;
        back = new Button(texts.get("reference.back"), Icons.of("mdi2a-arrow-left"));
        back.setId("reference-back");
        back.getStyleClass().addAll("flat", "small");
        back.setOnAction(_ -> leave.run());
        contents = new Button(texts.get("reference.contents"), Icons.of("mdi2f-format-list-bulleted"));
        contents.setId("reference-contents");
        contents.getStyleClass().addAll("flat", "small");
        contents.setOnAction(_ -> {
            model.leavePage();
            back.requestFocus();
        });
        content.getStyleClass().addAll("inspector", "reference");
        content.setId("reference");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().addAll("inspector-pane", "edge-to-edge");
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        model.onChange(this::fill);
        fill();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user read it by keyboard.
    public void focus() {
        // The page is part of the scene only once its scroll pane has a skin.
        root.applyCss();
        root.layout();
        back.requestFocus();
    }

    private void fill() {
        boolean page = model.page().isPresent();
        content.getChildren().setAll(page ? new HBox(back, contents) : back);
        model.page().ifPresentOrElse(this::show, this::showContents);
    }

    private void showContents() {
        content.getChildren().add(text(texts.get("reference.none"), "text-muted"));
        for (ReferenceSection section : model.contents()) {
            content.getChildren().add(text(section.category(), "section-title"));
            var entries = new VBox();
            entries.getStyleClass().add("reference-links");
            section.entries().forEach(entry -> {
                var link = new Hyperlink(entry.name(), Icons.of(entry.look()));
                link.setId("reference-to-" + entry.type());
                link.setOnAction(_ -> {
                    model.open(entry.type());
                    root.setVvalue(0);
                    contents.requestFocus();
                });
                entries.getChildren().add(link);
            });
            content.getChildren().add(entries);
        }
    }

    private void show(ReferencePage page) {
        Label name = text(page.name(), "panel-title");
        var title = new HBox(Icons.of(page.look()), name);
        title.getStyleClass().add("inspector-title");
        title.setAlignment(Pos.CENTER_LEFT);
        String kind = page.type().isEmpty() ? page.category() : page.type() + " · " + page.category();
        content.getChildren().addAll(title, text(kind, "text-muted"), text(page.help(), "reference-text"),
                text(page.ports(), "reference-text"));
        if (!page.example().isEmpty()) {
            content.getChildren().add(section("reference.shapes", text(page.example(), "fact")));
        }
        if (!page.python().isEmpty()) {
            content.getChildren().add(section("reference.python", copied(page.python())));
        }
        if (!page.settings().isEmpty()) {
            var settings = new VBox();
            settings.getStyleClass().add("reference-settings");
            page.settings().forEach(setting -> settings.getChildren().add(setting(setting)));
            content.getChildren().add(section("reference.settings", settings));
        }
        if (!page.paper().isEmpty()) {
            content.getChildren().add(section("reference.paper", paper(page.paper())));
        }
    }

    private Node setting(Setting setting) {
        Label value = text(setting.usual(), "fact");
        var label = new Label(setting.label());
        label.getStyleClass().add("block-name");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(label, value);
        line.getStyleClass().add("field-row");
        return new VBox(line, text(setting.help(), "reference-text"),
                text(setting.range(), "text-muted"));
    }

    private Node section(String key, Node inside) {
        var section = new VBox(new Separator(), text(texts.get(key), "section-title"), inside);
        section.getStyleClass().add("reference-section");
        return section;
    }

    private Node paper(String address) {
        var link = new Hyperlink(address);
        link.setId("reference-paper");
        link.setWrapText(true);
        link.setTooltip(new Tooltip(texts.get("reference.browse")));
        link.setOnAction(_ -> browser.accept(address));
        return link;
    }

    private Node copied(String words) {
        Label label = text(words, "shape-text");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var copy = Icons.button("mdi2c-content-copy", texts.get("reference.copy"), () -> {
            var content = new ClipboardContent();
            content.putString(words);
            Clipboard.getSystemClipboard().setContent(content);
        });
        var line = new HBox(label, copy);
        line.getStyleClass().add("copied");
        return line;
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
