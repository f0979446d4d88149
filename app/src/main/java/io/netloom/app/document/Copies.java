package io.netloom.app.document;

import io.netloom.app.task.Background;
import io.netloom.project.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Recovery copies of what is not saved, written beside the window's thread a moment after each edit.
final class Copies {
    private final Background files;
    private final Optional<Recovery> recovery;
    private final Consumer<Exception> failed;
    /// What is still to be written, by the name of the copy.
    private final Map<String, Project> waiting = new ConcurrentHashMap<>();

    /// @param recovery where they lie; nothing where there is no place for them
    Copies(Background files, Optional<Recovery> recovery, Consumer<Exception> failed) {
        this.files = files;
        this.recovery = recovery;
        this.failed = failed;
    }

    /// Keeps a copy of a document as it is now; of one that is saved none is kept.
    void keep(String name, Document document) {
        if (!document.unsaved()) {
            forget(name);
        } else if (waiting.put(name, document.project()) == null) {
            Optional<Path> origin = document.file();
            Path home = document.home();
            files.runSoon(() -> {
                Project newest = waiting.remove(name);
                if (newest != null) {
                    recovery.ifPresent(r -> r.keep(name, newest, origin, home));
                }
                return name;
            }, _ -> {}, failed);
        }
    }

    /// Throws a copy away.
    void forget(String name) {
        waiting.remove(name);
        files.run(() -> {
            recovery.ifPresent(r -> r.forget(name));
            return name;
        }, _ -> {}, failed);
    }

    /// What an earlier process left unsaved. It reads files: not for the window's thread.
    List<Recovery.Lost> lost() {
        return recovery.map(Recovery::lost).orElse(List.of());
    }

    /// Whether any other work that was left unsaved has its runs there. Not for the window's thread.
    boolean isClaimed(Path home, Recovery.Lost but) {
        return recovery.filter(r -> r.isClaimed(home, but)).isPresent();
    }

    /// Throws away what an earlier process left. Not for the window's thread.
    void forget(Recovery.Lost lost) {
        recovery.ifPresent(r -> r.forget(lost));
    }
}
