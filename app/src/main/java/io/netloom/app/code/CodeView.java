package io.netloom.app.code;

import io.netloom.app.code.CodeViewModel.Watching;
import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import java.util.Collection;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The network's source, which can be read and copied.
public final class CodeView {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

    private final CodeViewModel model;
    private final CodeArea area = new CodeArea();
    private final Label message = new Label();
    private final Button copy;
    private final VBox root = new VBox();

    /// @param leave hides it
    public CodeView(CodeViewModel model, Texts texts, Runnable leave) {
        this.model = model;
        var title = new Label(texts.get("code.title"));
        title.getStyleClass().add("panel-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        copy = new Button(texts.get("code.copy"), Icons.of("mdi2c-content-copy"));
        copy.setId("code-copy");
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(model.code());
            Clipboard.getSystemClipboard().setContent(content);
        });
        var hide = Icons.button("mdi2c-close", texts.get("code.hide"), leave);
        var head = new HBox(title, copy, hide);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("code-head");
        message.setId("code-message");
        message.setWrapText(true);
        message.setGraphic(Icons.of("mdi2a-alert-circle-outline"));
        message.getStyleClass().add("code-message");
        message.managedProperty().bind(message.visibleProperty());
        area.setId("code");
        area.setEditable(false);
        area.setAccessibleText(texts.get("code.title"));
        area.getStyleClass().add("code-area");
        var scroll = new VirtualizedScrollPane<>(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().add("code-pane");
        root.getChildren().addAll(head, message, scroll);
        root.sceneProperty()
                .addListener((_, _, scene) -> model.watch(scene == null ? Watching.HIDDEN : Watching.SHOWN));
        model.onChange(this::fill);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user read and select by keyboard.
    public void focus() {
        area.requestFocus();
    }

    private void fill() {
        String code = model.code();
        if (!code.equals(area.getText())) {
            int line = area.getCurrentParagraph();
            area.replaceText(code);
            if (!code.isEmpty()) {
                area.setStyleSpans(0, spans(code));
            }
            area.moveTo(Math.min(line, area.getParagraphs().size() - 1), 0);
        }
        area.pseudoClassStateChanged(OUTDATED, !model.current());
        copy.setDisable(code.isEmpty());
        message.setVisible(model.message().isPresent());
        message.setText(model.message().orElse(""));
    }

    private static StyleSpans<Collection<String>> spans(String code) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        PythonToken.of(code).forEach(t -> spans.add(List.of(t.kind().styleClass()), t.text().length()));
        return spans.create();
    }
}
