package io.netloom.app.tryit;

import io.netloom.app.task.Background;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Asks one question at a time. Of those that come while one is answered only the last is asked, so that whoever types or draws gets the answer
/// to what is there now, and none piles up.
final class Latest<T> {
    private final Background background;
    private final Consumer<T> answered;
    private final Consumer<Exception> failed;
    private Optional<Callable<T>> waiting = Optional.empty();
    private boolean busy;

    /// @param answered takes answers, on the window's thread
    /// @param failed takes why there is none
    Latest(Background background, Consumer<T> answered, Consumer<Exception> failed) {
        this.background = background;
        this.answered = answered;
        this.failed = failed;
    }

    /// Asks.
    void ask(Callable<T> question) {
        if (busy) {
            waiting = Optional.of(question);
            return;
        }
        busy = true;
        background.run(question, answer -> {
            answered.accept(answer);
            next();
        }, e -> {
            failed.accept(e);
            next();
        });
    }

    /// Forgets the question that waits.
    void forget() {
        waiting = Optional.empty();
    }

    private void next() {
        busy = false;
        Optional<Callable<T>> last = waiting;
        waiting = Optional.empty();
        last.ifPresent(this::ask);
    }
}
