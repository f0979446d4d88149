package io.netloom.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Says yes once somebody has pressed Ctrl+C (or the system wants the program to end), and keeps the program alive until
/// the work that asks has come to its end.
final class StopOnInterrupt implements BooleanSupplier, AutoCloseable {
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::stopAndWait);

    StopOnInterrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public boolean getAsBoolean() {
        return stop.get();
    }

    @Override
    public void close() {
        ended.countDown();
        if (!stop.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The program ends just now; the hook finds the work done.
            }
        }
    }

    private void stopAndWait() {
        stop.set(true);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
