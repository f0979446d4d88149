package io.netloom.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Brings what other threads report to the window's thread, all that came since the last frame at once: a thousand events
/// a second cost no more than sixty.
public final class EachFrame<T> implements Consumer<T> {
    private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<List<T>> consumer;
    private final AnimationTimer frame = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            deliver();
        }
    };

    /// @param consumer is called on the window's thread, at most once a frame, with all that came, in order
    public EachFrame(Consumer<List<T>> consumer) {
        this.consumer = consumer;
    }

    /// Takes a report, on any thread.
    @Override
    public void accept(T report) {
        waiting.add(report);
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(frame::start);
        }
    }

    private void deliver() {
        asked.set(false);
        var reports = new ArrayList<T>();
        for (T report = waiting.poll(); report != null; report = waiting.poll()) {
            reports.add(report);
        }
        if (!reports.isEmpty()) {
            consumer.accept(List.copyOf(reports));
        }
    }
}
