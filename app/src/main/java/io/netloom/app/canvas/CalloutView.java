package io.netloom.app.canvas;

import io.netloom.app.canvas.Callouts.Callout;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.look.Icons;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.FindingWords;
import io.netloom.check.Finding;
import io.netloom.graph.GraphEdit;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is wrong, beside the card that has it, with a button for each way to mend it.
final class CalloutView extends VBox {
    private static final double AIR = 12;
    private static final double WIDTH = 320;
    private static final int MOST_FIXES = 4;

    private final CanvasViewModel model;
    private Optional<Callout> shown = Optional.empty();

    CalloutView(CanvasViewModel model) {
        this.model = model;
        setManaged(false);
        setId("callout");
        getStyleClass().add("callout");
        setVisible(false);
    }

    /// Shows what there is to say.
    void show() {
        Optional<Callout> now = model.search().isPresent() ? Optional.empty() : model.callouts().shown();
        if (!now.map(Callout::finding).equals(shown.map(Callout::finding))) {
            now.ifPresent(callout -> fill(callout.finding()));
        }
        shown = now;
        setVisible(shown.isPresent());
        place();
    }

    private void fill(Finding finding) {
        var title = new Label(FindingWords.subject(model.texts(), finding));
        title.getStyleClass().add("callout-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = Icons.button("mdi2c-close", model.texts().get("canvas.callout.close"),
                () -> model.callouts().dismiss());
        close.getStyleClass().add("callout-close");
        close.setFocusTraversable(false);
        var head = new HBox(Icons.of("mdi2a-alert-circle-outline"), title, close);
        head.getStyleClass().add("callout-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Label needed = words(model.texts().get("canvas.callout.needs", FindingWords.needed(model.texts(), finding)));
        Label found = words(model.texts().get("canvas.callout.found", FindingWords.found(model.texts(), finding)));
        found.getStyleClass().add("text-muted");
        var fixes = new FlowPane();
        fixes.getStyleClass().add("callout-fixes");
        finding.fixes().stream().limit(MOST_FIXES).forEach(fix -> fixes.getChildren().add(button(fix, finding)));
        getChildren().setAll(head, needed, found, fixes);
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private Button button(GraphEdit fix, Finding finding) {
        var button = new Button(EditWords.of(model.texts(), fix));
        button.setWrapText(true);
        button.setMaxWidth(WIDTH - 2 * AIR);
        if (fix == finding.fixes().getFirst()) {
            button.getStyleClass().add("accent");
        }
        button.setOnAction(_ -> {
            getParent().requestFocus();
            model.callouts().fix(fix);
        });
        return button;
    }

    /// Below the card if there is room, else above, else beside it, within the canvas.
    void place() {
        shown.ifPresent(callout -> {
            applyCss();
            double height = prefHeight(WIDTH);
            Box card = model.viewport().toScreen(callout.card().box());
            double right = model.viewport().width() - WIDTH - AIR;
            double low = model.viewport().height() - height - AIR;
            double below = card.bottom() + AIR;
            double above = card.y() - height - AIR;
            boolean beside = below > low && above < AIR;
            double besideX = card.right() + AIR <= right ? card.right() + AIR : card.x() - WIDTH - AIR;
            double x = Math.clamp(beside ? besideX : card.x(), AIR, Math.max(AIR, right));
            double y = beside ? Math.min(card.y(), low) : below <= low ? below : above;
            resizeRelocate(Math.rint(x), Math.rint(Math.max(AIR, y)), WIDTH, height);
            setVisible(card.intersects(new Box(0, 0, model.viewport().width(), model.viewport().height())));
        });
    }
}
