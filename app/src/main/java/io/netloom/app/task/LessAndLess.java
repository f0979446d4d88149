package io.netloom.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Brings what other threads report to the window's thread: at once after a rest, and else four times a second at first, as fast as figures can
/// be read, and less and less often until it is once a second. What it costs to show them comes off the training, for both want the same
/// cores, and the longer one lasts the slower do its curves move.
public final class LessAndLess<T> implements Consumer<T> {
    private static final long FIRST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LAST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double SLOWER = 1.05;

    private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<List<T>> consumer;
    private volatile long rest = FIRST_REST_NANOS;
    private volatile long last = System.nanoTime() - FIRST_REST_NANOS;

    /// @param consumer is called on the window's thread with all that came since, in order
    public LessAndLess(Consumer<List<T>> consumer) {
        this.consumer = consumer;
    }

    /// Takes a report, on any thread.
    @Override
    public void accept(T report) {
        waiting.add(report);
        if (asked.compareAndSet(false, true)) {
            long left = last + rest - System.nanoTime();
            if (left <= 0) {
                Platform.runLater(this::deliver);
            } else {
                // By way of the pool that all share it would wait for whatever keeps that busy.
                CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS, Platform::runLater)
                        .execute(this::deliver);
            }
        }
    }

    private void deliver() {
        last = System.nanoTime();
        rest = Math.min(LAST_REST_NANOS, (long) (rest * SLOWER));
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
