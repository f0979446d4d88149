package io.netloom.app.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// A while after which something is done on the window's thread. An animation would do the same, but while one plays the window prepares
/// sixty frames a second, though none differs: that came off the training. For the window's thread.
public final class Rest {
    private final Runnable over;
    private int turn;
    private boolean running;

    /// @param over what is done when it is over
    public Rest(Runnable over) {
        this.over = over;
    }

    /// Begins, or begins anew.
    public void begin(Duration length) {
        running = true;
        turn++;
        int mine = turn;
        // By way of the pool that all share it would wait for whatever keeps that busy: the pictures of a folder, say.
        CompletableFuture.delayedExecutor(length.toNanos(), TimeUnit.NANOSECONDS, Platform::runLater)
                .execute(() -> end(mine));
    }

    private void end(int which) {
        if (which == turn && running) {
            running = false;
            over.run();
        }
    }

    /// Leaves it, with nothing done.
    public void leave() {
        running = false;
    }

    /// Whether it has begun and is not over.
    public boolean isRunning() {
        return running;
    }
}
