package io.netloom.app.doctor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Screen;

/// Asks JavaFX. Only the last of these starts it, so that the others need no display.
final class DisplayProbe {
    private static final int SECONDS_TO_START = 20;

    private DisplayProbe() {}

    /// What JavaFX, which is running already, says; to be called on its thread.
    static DisplayState ask() {
        Screen screen = Screen.getPrimary();
        double scale = screen.getOutputScaleX();
        return new DisplayState.Works((int) Math.round(screen.getBounds().getWidth() * scale),
                (int) Math.round(screen.getBounds().getHeight() * scale), scale,
                // What needs no graphics card draws no solids.
                Platform.isSupported(ConditionalFeature.SCENE3D), System.getProperty("javafx.runtime.version", "?"));
    }

    /// Starts JavaFX to see whether it can be; for a process without a window, which then ends.
    static DisplayState start() {
        var answer = new CompletableFuture<DisplayState>();
        CompletableFuture.runAsync(() -> Platform.startup(() -> answer.complete(ask())))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    }
                });
        try {
            return answer.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException outer ? outer.getCause() : e.getCause();
            return new DisplayState.Broken(String.valueOf(cause.getMessage()));
        } catch (TimeoutException _) {
            return new DisplayState.Broken("no answer within " + SECONDS_TO_START + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DisplayState.Broken(e.toString());
        }
    }
}
