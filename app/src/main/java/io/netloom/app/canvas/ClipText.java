package io.netloom.app.canvas;

import java.util.Optional;

/// The system's clipboard, as far as it holds text.
public interface ClipText {

    /// Puts a text there.
    void put(String text);

    /// The text that is there.
    Optional<String> get();
}
