package io.netloom.app.shell;

import java.nio.file.Path;
import java.util.Optional;

/// What the window asks its user. Tests answer for them.
public interface Questions {

    /// What becomes of work that is not saved.
    enum Unsaved {
        SAVE, DISCARD, CANCEL
    }

    /// Which project to open.
    Optional<Path> fileToOpen();

    /// Where to save.
    ///
    /// @param name a proposal for the file's name
    Optional<Path> fileToSave(String name);

    /// Where to keep a chart.
    ///
    /// @param name a proposal for the file's name
    Optional<Path> fileToExport(String name);

    /// Whether a training may be ended, for its document is to be closed.
    ///
    /// @param name as its tab calls it
    boolean endTraining(String name);

    /// What to do with a document that is to be closed.
    ///
    /// @param name as its tab calls it
    Unsaved unsaved(String name);
}
