package io.netloom.app.shell;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Messages below the menu. They stay until they are answered or closed, and hold nobody up.
final class Banners {
    private final Texts texts;
    private final VBox root = new VBox();

    Banners(Texts texts) {
        this.texts = texts;
        root.setId("banners");
    }

    VBox root() {
        return root;
    }

    /// Shows a message.
    ///
    /// @param answers buttons; each takes the message away, too
    void show(String message, Button... answers) {
        show(message, () -> {}, answers);
    }

    /// Shows a message.
    ///
    /// @param gone is run when it is taken away
    /// @param answers buttons; each takes the message away, too
    /// @return takes it away
    Runnable show(String message, Runnable gone, Button... answers) {
        var icon = Icons.of("mdi2i-information-outline");
        var words = new Label(message);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var banner = new HBox(icon, words);
        banner.getStyleClass().add("banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        Runnable close = () -> {
            if (root.getChildren().remove(banner)) {
                gone.run();
            }
        };
        for (Button answer : answers) {
            answer.addEventHandler(ActionEvent.ACTION, _ -> close.run());
            answer.setMinWidth(Button.USE_PREF_SIZE);
            banner.getChildren().add(answer);
        }
        banner.getChildren().add(Icons.button("mdi2c-close", texts.get("shell.dismiss"), close));
        root.getChildren().add(banner);
        return close;
    }
}
