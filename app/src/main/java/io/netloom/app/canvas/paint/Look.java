package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.picture.Standing;

/// The states that a card's or wire's look depends on.
///
/// @param standing how well it stands
/// @param choice whether it is selected
/// @param distance from how far it is seen
public record Look(Standing standing, Choice choice, Distance distance) {

    /// Whether a thing is selected.
    public enum Choice {
        /// It is.
        SELECTED,
        /// It is not.
        NOT;

        static Choice of(boolean selected) {
            return selected ? SELECTED : NOT;
        }
    }

    /// From how far a thing is seen.
    public enum Distance {
        /// Its words can be read.
        NEAR,
        /// There is room for its name alone, in letters that can be read.
        MIDDLE,
        /// Its words could not be read, and are left out.
        FAR;

        private static final double NEAR_FROM = 0.45;
        private static final double MIDDLE_FROM = 0.28;

        static Distance of(double zoom) {
            return zoom >= NEAR_FROM ? NEAR : zoom >= MIDDLE_FROM ? MIDDLE : FAR;
        }
    }
}
