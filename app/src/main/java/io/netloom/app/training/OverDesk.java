package io.netloom.app.training;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A panel over the desk, which hears nothing as long as it is there: Enter takes over what it offers, Escape leaves it.
final class OverDesk {
    private final StackPane root = new StackPane();
    private final Button use;
    private final Runnable leave;

    /// @param id for tests
    /// @param style of the panel
    /// @param content from top to bottom, below the title
    /// @param foot what stands left of the button that takes it over
    /// @param use takes it over
    /// @param leave takes it out of the window
    OverDesk(String id, String style, String title, List<? extends Node> content, List<? extends Node> foot, Button use,
            Runnable leave) {
        this.use = use;
        this.leave = leave;
        use.getStyleClass().add("accent");
        var heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        var buttons = new HBox();
        buttons.getChildren().addAll(foot);
        buttons.getChildren().add(use);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("overlay-foot");
        var panel = new VBox(heading);
        panel.getChildren().addAll(content);
        panel.getChildren().add(buttons);
        panel.setId(id);
        panel.getStyleClass().addAll("overlay-panel", style);
        root.getChildren().add(panel);
        root.getStyleClass().add("overlay");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// What to put over the desk.
    Region root() {
        return root;
    }

    /// A button for the foot, whose words are never cut.
    static Button button(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
        } else if (event.getCode() == KeyCode.ENTER) {
            use.fire();
        }
        // What is behind it is not to hear of keys; those that lead from one to the next go on.
        if (!event.getCode().isNavigationKey() && event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }
}
