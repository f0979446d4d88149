package io.netloom.app.training;

import io.netloom.app.look.AugmentationPane;
import io.netloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How pictures are changed at random, over the desk, with a click that takes it over.
final class AugmentationView {
    private final AugmentationViewModel model;
    private final Runnable close;
    private final Button use;
    private final Button cancel;
    private final StackPane root = new StackPane();

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
        var title = new Label(texts.get("dataset.augmentation"));
        title.getStyleClass().add("panel-title");
        use = button("augmentation-use", texts.get("training.augmentation.use"), () -> {
            model.use();
            leave();
        });
        use.getStyleClass().add("accent");
        cancel = button("augmentation-cancel", texts.get("training.rate.cancel"), this::leave);
        var foot = new HBox(cancel, use);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("rate-search-foot");
        var panel = new VBox(title, scroll, foot);
        panel.setId("augmentation");
        panel.getStyleClass().addAll("overlay-panel", "augmentation-panel");
        root.getChildren().add(panel);
        root.getStyleClass().add("overlay");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        refresh();
    }

    /// What to put over the desk.
    Region root() {
        return root;
    }

    /// Lets the user go on with the keyboard.
    void focus() {
        cancel.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
        } else if (event.getCode() == KeyCode.ENTER) {
            use.fire();
        }
        // What is behind it is not to hear of keys; those that lead from one to the next go on.
        if (!event.getCode().isNavigationKey() && event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void leave() {
        model.close();
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
        use.setDisable(!model.isNew());
    }
}
