package io.netloom.app.dataset;

import io.netloom.app.task.Background;
import io.netloom.data.PictureSurvey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// The one thing that is being found out, until it is not wanted any more.
final class Work {
    private final Background background;
    private final Function<Consumer<List<Progress>>, Consumer<Progress>> bridge;
    private Runnable changed = () -> {};
    private Optional<AtomicBoolean> current = Optional.empty();
    private Optional<Progress> progress = Optional.empty();

    /// How far it has come.
    record Progress(int done, int all) {}

    /// What takes its time.
    interface Task<T> {
        /// @param progress takes, from any thread, how far it is, where that is known
        /// @param stop whether nobody wants to know any more
        T run(PictureSurvey.Progress progress, BooleanSupplier stop);
    }

    /// @param bridge makes from something that takes reports on the window's thread something that takes them on any
    Work(Background background, Function<Consumer<List<Progress>>, Consumer<Progress>> bridge) {
        this.background = background;
        this.bridge = bridge;
    }

    /// Calls this after something else is to be shown.
    void onChange(Runnable listener) {
        changed = listener;
    }

    boolean isBusy() {
        return current.isPresent();
    }

    /// How far it has come, where that is known.
    Optional<Progress> progress() {
        return progress;
    }

    /// Finds something out, and gives up what was being found out before.
    <T> void run(Task<T> task, Consumer<T> then, Consumer<Exception> failed) {
        abandon();
        var stop = new AtomicBoolean();
        current = Optional.of(stop);
        Consumer<Progress> reports = bridge.apply(all -> {
            if (isWanted(stop)) {
                progress = Optional.of(all.getLast());
                changed.run();
            }
        });
        changed.run();
        background.run(() -> task.run((done, all) -> reports.accept(new Progress(done, all)), stop::get),
                result -> end(stop, () -> then.accept(result)), cause -> end(stop, () -> failed.accept(cause)));
    }

    private void end(AtomicBoolean stop, Runnable then) {
        if (isWanted(stop)) {
            current = Optional.empty();
            progress = Optional.empty();
            then.run();
            changed.run();
        }
    }

    private boolean isWanted(AtomicBoolean stop) {
        return current.filter(now -> now == stop).isPresent();
    }

    /// Gives up what is being found out.
    void abandon() {
        current.ifPresent(stop -> stop.set(true));
        current = Optional.empty();
        progress = Optional.empty();
    }

    /// Does something elsewhere that nobody waits for.
    void later(Runnable last) {
        background.<Boolean>run(() -> {
            last.run();
            return true;
        }, _ -> {}, cause -> System.getLogger(Work.class.getName()).log(System.Logger.Level.WARNING,
                "data stays open", cause));
    }
}
