package io.netloom.app.shell;

import io.netloom.app.document.Settings.Theme;
import io.netloom.app.look.Icons;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// A note at the corner of the screen, above all windows. It goes by itself, but not from under the pointer. The notices of the platform
/// would need AWT, which a JavaFX program on macOS must not start. It is a popup and no stage, for a stage takes the keys of whoever types
/// into another program.
final class Toast {
    private static final Duration LASTS = Duration.seconds(10);
    private static final double MARGIN = 16;

    private final Popup popup = new Popup();
    private final PauseTransition going = new PauseTransition(LASTS);

    private Toast(Theme theme, String title, String words, Runnable clicked) {
        var heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        var text = new Label(words);
        text.setWrapText(true);
        var box = new HBox(Icons.of("mdi2c-chart-line"), new VBox(heading, text));
        box.setId("toast");
        box.getStyleClass().addAll("shell", "toast");
        popup.getContent().setAll(box);
        Themes.dress(theme, popup.getScene());
        box.setOnMouseClicked(_ -> {
            hide();
            clicked.run();
        });
        box.setOnMouseEntered(_ -> going.stop());
        box.setOnMouseExited(_ -> going.playFromStart());
        going.setOnFinished(_ -> hide());
        popup.setAutoFix(false);
    }

    /// Shows one.
    ///
    /// @param of the window on whose screen it appears
    /// @param clicked is run when the user clicks it
    static Toast show(Stage of, Theme theme, String title, String words, Runnable clicked) {
        var toast = new Toast(theme, title, words, clicked);
        Rectangle2D screen = Screen.getScreensForRectangle(of.getX(), of.getY(), of.getWidth(), of.getHeight()).stream()
                .findFirst().orElseGet(Screen::getPrimary).getVisualBounds();
        toast.popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
        toast.popup.show(of, screen.getMaxX() - MARGIN, screen.getMaxY() - MARGIN);
        toast.going.play();
        return toast;
    }

    /// Takes it away.
    void hide() {
        going.stop();
        popup.hide();
    }
}
