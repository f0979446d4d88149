package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Point;
import java.util.Set;

/// Where the pointer is and which keys are held.
///
/// @param screen pixels from the canvas's upper left corner
/// @param held keys
public record Pointer(Point screen, Set<Held> held) {

    /// Keys that change what a gesture does.
    public enum Held {
        SHIFT,
        /// Ctrl, on a Mac Cmd.
        SHORTCUT, ALT, SPACE
    }

    public Pointer {
        held = Set.copyOf(held);
    }

    /// Without keys.
    public static Pointer at(Point screen) {
        return new Pointer(screen, Set.of());
    }

    boolean holds(Held key) {
        return held.contains(key);
    }
}
