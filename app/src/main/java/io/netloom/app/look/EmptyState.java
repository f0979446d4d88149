package io.netloom.app.look;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is nothing to be seen yet.
public final class EmptyState {
    private EmptyState() {}

    /// An icon over a sentence that says what to do.
    ///
    /// @param icon its name, as [Icons] takes it
    public static VBox of(String icon, String sentence) {
        FontIcon picture = Icons.of(icon);
        picture.getStyleClass().add("empty-icon");
        var words = new Label(sentence);
        words.setWrapText(true);
        words.getStyleClass().addAll("empty-state", "text-muted");
        var box = new VBox(picture, words);
        box.getStyleClass().add("empty-box");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
