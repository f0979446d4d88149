package io.netloom.app.training;

import io.netloom.app.look.AugmentationPane;
import io.netloom.app.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How pictures are changed at random, over the desk, with a click that takes it over.
final class AugmentationView {
    private final AugmentationViewModel model;
    private final Runnable close;
    private final Button use;
    private final Button cancel;
    private final OverDesk over;

    /// @param close takes it out of the window
    AugmentationView(AugmentationViewModel model, Texts texts, Runnable close) {
        this.model = model;
        this.close = close;
        model.begin();
        var pane = new AugmentationPane("augmentation-", model.wish(), model.drawing(), texts::say, texts, wish -> {
            model.set(wish);
            refresh();
        });
        var scroll = new ScrollPane(pane.root());
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        use = OverDesk.button("augmentation-use", texts.get("training.augmentation.use"), () -> {
            model.use();
            leave();
        });
        cancel = OverDesk.button("augmentation-cancel", texts.get("training.rate.cancel"), this::leave);
        over = new OverDesk("augmentation", "augmentation-panel", texts.get("dataset.augmentation"), List.of(scroll),
                List.of(cancel), use, this::leave);
        refresh();
    }

    /// What to put over the desk.
    Region root() {
        return over.root();
    }

    /// Lets the user go on with the keyboard.
    void focus() {
        cancel.requestFocus();
    }

    private void leave() {
        model.close();
        close.run();
    }

    private void refresh() {
        use.setDisable(!model.isNew());
    }
}
