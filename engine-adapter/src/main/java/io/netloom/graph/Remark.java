package io.netloom.graph;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;

/// What a person wrote into a drawing. It computes nothing: the check and all that stands behind it do not look at it.
///
/// @param id unique among the remarks of its drawing; it stays when the remark moves or its text changes
/// @param kind how it is drawn
/// @param text what it says; a frame's may be empty
/// @param x left edge on the canvas, in pixels at zoom 1
/// @param y upper edge on the canvas
/// @param width pixels at zoom 1, more than 0
/// @param height pixels at zoom 1, more than 0
public record Remark(String id, Kind kind, String text, double x, double y, double width, double height) {
    /// Longer than any comment; a bound for files from strangers.
    public static final int MAX_TEXT = 10_000;

    /// How a remark is drawn.
    public enum Kind {
        /// A slip of paper among the blocks.
        NOTE,
        /// A line around blocks, with a title. What lies within moves with it.
        FRAME
    }

    /// @throws BadInput for an id or a text that is too long, for an empty id, and for a size that is not above 0
    public Remark {
        if (id.isBlank() || id.length() > Node.MAX_NAME) {
            throw new BadInput(Sentence.of("graph.remark-id",
                    "A remark''s id needs 1 to {0,number,0} characters, not ''{1}''.", Node.MAX_NAME, id));
        }
        if (text.length() > MAX_TEXT) {
            throw new BadInput(Sentence.of("graph.remark-text",
                    "A remark can have {0,number,0} characters, not {1,number,0}.", MAX_TEXT, text.length()));
        }
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new BadInput(Sentence.of("graph.remark-place",
                    "The remark ''{0}'' needs a place on the canvas, not {1}, {2}.", id, String.valueOf(x), String.valueOf(y)));
        }
        if (!(width > 0) || !(height > 0) || Double.isInfinite(width) || Double.isInfinite(height)) {
            throw new BadInput(Sentence.of("graph.remark-size",
                    "The remark ''{0}'' needs a width and a height above 0, not {1} and {2}.", id, String.valueOf(width), String.valueOf(height)));
        }
    }

    /// The same remark at another place.
    public Remark at(double newX, double newY) {
        return new Remark(id, kind, text, newX, newY, width, height);
    }

    /// The same remark with another text.
    public Remark saying(String newText) {
        return new Remark(id, kind, newText, x, y, width, height);
    }

    /// The same remark in another size.
    public Remark sized(double newWidth, double newHeight) {
        return new Remark(id, kind, text, x, y, newWidth, newHeight);
    }

    /// Whether a point of the canvas lies within.
    public boolean holds(double pointX, double pointY) {
        return x <= pointX && pointX < x + width && y <= pointY && pointY < y + height;
    }
}
