package io.netloom.project;

import java.nio.file.Path;
import java.util.Locale;

/// Which of its weights a run keeps.
public enum Kept {
    /// Those of the epoch with the smallest validation loss.
    BEST(Run.BEST),
    /// Those after the last epoch, or when it was stopped.
    LAST(Run.LAST);

    private final String file;

    Kept(String file) {
        this.file = file;
    }

    /// Where they lie in the folder of a run.
    Path in(Path run) {
        return run.resolve(file);
    }

    /// How it is written in files.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
