package io.netloom.app.shell;

import io.netloom.app.document.Settings.Theme;
import io.netloom.app.look.Icons;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;

/// A note at the corner of the screen, above all windows. It goes by itself, but not from under the pointer. The notices of the platform
/// would need AWT, which a JavaFX program on macOS must not start.
final class Toast {
    private static final Duration LASTS = Duration.seconds(10);
    private static final double MARGIN = 16;

    private final Stage stage = new Stage(StageStyle.TRANSPARENT);
    private final PauseTransition going = new PauseTransition(LASTS);

    private Toast(Theme theme, String title, String words, Runnable clicked) {
        var heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        var text = new Label(words);
        text.setWrapText(true);
        var box = new HBox(Icons.of("mdi2c-chart-line"), new VBox(heading, text));
        box.setId("toast");
        box.getStyleClass().addAll("shell", "toast");
        var scene = new Scene(box, Color.TRANSPARENT);
        Themes.dress(theme, scene);
        box.setOnMouseClicked(_ -> {
            // In this order, for when the note goes that has the keys, the system gives them to whoever had them before.
            clicked.run();
            hide();
        });
        box.setOnMouseEntered(_ -> going.stop());
        box.setOnMouseExited(_ -> going.playFromStart());
        going.setOnFinished(_ -> hide());
        stage.setScene(scene);
        stage.setTitle(title);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
    }

    /// Shows one.
    ///
    /// @param of the window on whose screen it appears
    /// @param clicked is run when the user clicks it
    static Toast show(Stage of, Theme theme, String title, String words, Runnable clicked) {
        var toast = new Toast(theme, title, words, clicked);
        toast.stage.getIcons().setAll(of.getIcons());
        Rectangle2D screen = Screen.getScreensForRectangle(of.getX(), of.getY(), of.getWidth(), of.getHeight()).stream()
                .findFirst().orElseGet(Screen::getPrimary).getVisualBounds();
        toast.stage.setOnShown(_ -> {
            toast.stage.setX(screen.getMaxX() - toast.stage.getWidth() - MARGIN);
            toast.stage.setY(screen.getMaxY() - toast.stage.getHeight() - MARGIN);
        });
        toast.stage.show();
        toast.going.play();
        return toast;
    }

    /// Takes it away.
    void hide() {
        going.stop();
        stage.hide();
    }
}
