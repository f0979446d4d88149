package io.netloom.app.task;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Looks at something that changes by itself, for as long as somebody can see the node that shows it: not when that was taken out of the
/// window, nor when the window is closed.
public final class WhileSeen {
    private final Duration between;
    private final Runnable look;
    private final Rest rest = new Rest(this::now);

    private WhileSeen(Duration between, Runnable look) {
        this.between = between;
        this.look = look;
    }

    /// Looks as soon as the node is seen, and then again and again.
    ///
    /// @param between a look and the next
    /// @param look is called on the window's thread
    public static void look(Node node, Duration between, Runnable look) {
        var looks = new WhileSeen(between, look);
        node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false)
                .addListener((_, _, seen) -> {
                    if (seen) {
                        looks.now();
                    } else {
                        looks.rest.leave();
                    }
                });
    }

    private void now() {
        look.run();
        rest.begin(between);
    }
}
