package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;

/// A text that is written on the canvas itself.
///
/// @param subject what it belongs to
/// @param text as it is now
/// @param box where, in world units
public record Writing(Subject subject, String text, Box box) {

    /// What has a text.
    public sealed interface Subject {
        /// A block's name.
        record OfBlock(String name) implements Subject {}

        /// What a note says, or a frame's title.
        record OfRemark(String id) implements Subject {}
    }
}
