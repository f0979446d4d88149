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

    /// Looks something up that the window can do without: as [#run], but nobody waits for it when the window is closed.
    ///
    /// @param look changes nothing; it is interrupted when nobody wants to know any more
    /// @param done takes what it found
    /// @param failed takes why it found nothing
    default <T> void look(Callable<T> look, Consumer<T> done, Consumer<Exception> failed) {
        run(look, done, failed);
    }

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
