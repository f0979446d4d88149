package io.netloom.app.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work that must not hold the window up. Tests hand in one that does all at once.
public interface Background {

    /// Does `work` elsewhere, then calls one of the others on the window's thread.
    ///
    /// @param done takes what the work gave
    /// @param failed takes why it gave nothing
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// The same, but a moment later, where that is possible: for what can wait until the window has shown what was done.
    default <T> void runSoon(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(work, done, failed);
    }

    /// Does everything at once, on the thread that asks.
    static Background atOnce() {
        return new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                T result;
                try {
                    result = work.call();
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                }
                done.accept(result);
            }
        };
    }
}
