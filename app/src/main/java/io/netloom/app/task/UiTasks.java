package io.netloom.app.task;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Background work beside the window's thread.
public class UiTasks implements Background, AutoCloseable {
    private static final int SECONDS_TO_FINISH = 10;

    private static final int MOMENT_MILLIS = 200;

    private final ExecutorService threads;
    private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();

    private UiTasks(ExecutorService threads) {
        this.threads = threads;
    }

    /// Work that may go on at the same time as other work.
    public static UiTasks sideBySide() {
        return new UiTasks(Executors.newVirtualThreadPerTaskExecutor());
    }

    /// One piece of work after the other, in the order in which they were asked for: what writes files.
    public static UiTasks inOrder() {
        return new InOrder(
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("netloom-files").factory()));
    }

    /// The thread that trains, one training after the other. It is the system's own thread, for native code would hold another up.
    public static UiTasks forTraining() {
        return new UiTasks(Executors.newSingleThreadExecutor(Thread.ofPlatform().name("netloom-training").factory()));
    }

    /// The thread on which trained networks are asked, one question after the other, beside a training. It is the system's own, too.
    public static UiTasks forAsking() {
        return new UiTasks(Executors.newSingleThreadExecutor(Thread.ofPlatform().name("netloom-asking").factory()));
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        threads.execute(() -> doNow(work, done, failed));
    }

    @Override
    public <T> void look(Callable<T> look, Consumer<T> done, Consumer<Exception> failed) {
        looks.execute(() -> doNow(look, done, failed));
    }

    private static <T> void doNow(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            Platform.runLater(() -> failed.accept(e));
            return;
        } catch (Error e) {
            // Whoever waits is told, too: some executors keep what was thrown to themselves.
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
            Platform.runLater(() -> failed.accept(new IllegalStateException(e)));
            return;
        }
        Platform.runLater(() -> done.accept(result));
    }

    /// Lets what was begun finish, for ten seconds at most. What only looks something up is interrupted, and not waited for.
    @Override
    public void close() {
        looks.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// What waits a moment is done all the same when this is closed.
    private static final class InOrder extends UiTasks {
        private final ScheduledExecutorService thread;

        private InOrder(ScheduledExecutorService thread) {
            super(thread);
            this.thread = thread;
        }

        @Override
        public <T> void runSoon(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            thread.schedule(() -> doNow(work, done, failed), MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
