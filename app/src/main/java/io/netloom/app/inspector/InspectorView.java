package io.netloom.app.inspector;

import io.netloom.app.inspector.Page.Entry;
import io.netloom.app.inspector.Page.Fact;
import io.netloom.app.inspector.Page.Subject;
import io.netloom.app.look.Icons;
import io.netloom.app.text.FindingWords;
import io.netloom.app.text.Texts;
import io.netloom.check.Finding;
import io.netloom.graph.GraphEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The panel that shows what is selected and lets it be changed.
public final class InspectorView {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final List<KeyCombination> REDO = List.of(KeyCombination.valueOf("Shortcut+Y"),
            KeyCombination.valueOf("Shortcut+Shift+Z"));
    private static final int FIXES_SHOWN = 3;

    private final InspectorViewModel model;
    private final Texts texts;
    private final Runnable reference;
    private final VBox content = new VBox();
    private final ScrollPane root = new ScrollPane(content);
    private final VBox head = new VBox();
    private final VBox rows = new VBox();
    private final VBox foot = new VBox();
    private final Label hint = new Label();
    private final List<SettingRow> settings = new ArrayList<>();
    private Optional<Page> shown = Optional.empty();

    /// @param reference shows the reference page of what is selected
    public InspectorView(InspectorViewModel model, Texts texts, Runnable reference) {
        this.model = model;
        this.texts = texts;
        this.reference = reference;
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().addAll("inspector-pane", "edge-to-edge");
        content.getStyleClass().add("inspector");
        head.getStyleClass().add("inspector-section");
        rows.getStyleClass().add("inspector-section");
        foot.getStyleClass().add("inspector-section");
        hint.getStyleClass().add("setting-hint");
        hint.setWrapText(true);
        hint.managedProperty().bind(hint.visibleProperty());
        content.getChildren().addAll(head, rows, hint, foot);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::undoOrRedo);
        model.onChange(this::fill);
        fill();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user change the first setting, or the name.
    public void focus() {
        // Editors that have just been made can be typed into only once they have a skin.
        root.applyCss();
        if (settings.isEmpty()) {
            Optional.ofNullable(root.lookup("#inspector-name")).ifPresent(Node::requestFocus);
        } else {
            root.lookup("#setting-" + settings.getFirst().field().name()).requestFocus();
        }
    }

    /// Lets the user give the block another name.
    public void focusName() {
        if (root.lookup("#inspector-name") instanceof TextField name) {
            name.requestFocus();
            name.selectAll();
        }
    }

    private void fill() {
        Page page = model.page();
        if (shown.filter(page::isHeadedAs).isEmpty()) {
            build(page);
        }
        List<Entry> entries = model.entries();
        for (int i = 0; i < settings.size(); i++) {
            settings.get(i).show(entries.get(i));
        }
        if (!shown.equals(Optional.of(page))) {
            fillFoot(page);
            shown = Optional.of(page);
        }
    }

    /// Makes head and editors anew; while the subject is the same they stay, and with them the focus.
    private void build(Page page) {
        var title = new Label(page.title());
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(title);
        line.getStyleClass().add("inspector-title");
        line.setAlignment(Pos.CENTER_LEFT);
        page.look().ifPresent(look -> line.getChildren().addFirst(Icons.of(look)));
        if (page.subject() instanceof Subject.Layers) {
            var more = Icons.button("mdi2h-help-circle-outline", texts.get("inspector.reference"), reference);
            more.setId("inspector-reference");
            line.getChildren().add(more);
        }
        head.getChildren().setAll(line);
        if (!page.help().isEmpty()) {
            head.getChildren().add(text(page.help(), "text-muted"));
        }
        model.only().ifPresent(name -> head.getChildren().add(new NameRow(model, name, texts)));
        settings.clear();
        hint.setVisible(false);
        if (page.subject() instanceof Subject.Layers(var _, var type)) {
            type.schema().fields()
                    .forEach(field -> settings.add(new SettingRow(model, type, field, texts, this::hint)));
        }
        rows.getChildren().setAll(settings);
        rows.setManaged(!settings.isEmpty());
    }

    private void fillFoot(Page page) {
        foot.getChildren().clear();
        model.resting().ifPresent(words -> foot.getChildren().add(text(words, "setting-hint")));
        page.findings().forEach(finding -> foot.getChildren().add(finding(finding)));
        if (page.subject() instanceof Subject.Inside) {
            var look = new Button(texts.get("inspector.look-inside"), Icons.of("mdi2m-magnify-plus-outline"));
            look.setId("look-inside");
            look.setMaxWidth(Double.MAX_VALUE);
            look.setOnAction(_ -> model.lookInside());
            foot.getChildren().add(look);
        }
        if (!page.facts().isEmpty()) {
            foot.getChildren().addAll(new Separator(), facts(page.facts()));
        }
        if (!page.python().isEmpty()) {
            foot.getChildren().addAll(new Separator(), python(page.python()));
        }
    }

    private Node finding(Finding finding) {
        var box = new VBox(text(FindingWords.of(texts, finding), "finding-message"));
        box.getStyleClass().add("finding");
        for (int i = 0; i < Math.min(FIXES_SHOWN, finding.fixes().size()); i++) {
            GraphEdit fix = finding.fixes().get(i);
            var button = new Button(model.words(fix));
            button.getStyleClass().add("small");
            if (i == 0) {
                button.getStyleClass().add("accent");
            }
            button.setWrapText(true);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> model.mend(fix));
            box.getChildren().add(button);
        }
        return box;
    }

    private static Node facts(List<Fact> facts) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (int i = 0; i < facts.size(); i++) {
            Label label = text(facts.get(i).label(), "text-muted");
            Label value = text(facts.get(i).value(), "fact");
            value.setAccessibleText(facts.get(i).label() + " " + facts.get(i).value());
            GridPane.setHgrow(value, Priority.ALWAYS);
            GridPane.setValignment(label, VPos.TOP);
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setMaxWidth(130);
            grid.addRow(i, label, value);
        }
        return grid;
    }

    private Node python(String line) {
        Label code = text(line, "shape-text");
        code.setId("inspector-python");
        HBox.setHgrow(code, Priority.ALWAYS);
        code.setMaxWidth(Double.MAX_VALUE);
        var copy = Icons.button("mdi2c-content-copy", texts.get("inspector.copy"), () -> {
            var content = new ClipboardContent();
            content.putString(line);
            Clipboard.getSystemClipboard().setContent(content);
        });
        var row = new HBox(code, copy);
        row.getStyleClass().add("copied");
        return row;
    }

    private void hint(String words) {
        hint.setText(words);
        hint.setVisible(!words.isEmpty());
    }

    /// A text field would take back letters; here a step is taken back, as everywhere in the window.
    private void undoOrRedo(KeyEvent event) {
        if (UNDO.match(event)) {
            model.undo();
            event.consume();
        } else if (REDO.stream().anyMatch(keys -> keys.match(event))) {
            model.redo();
            event.consume();
        }
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
