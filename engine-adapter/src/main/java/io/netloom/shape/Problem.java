package io.netloom.shape;

import java.util.List;

/// What is wrong at one place: what was found, what is needed, and how it can be mended. One text serves the badge,
/// the tooltip, the command line and the log.
///
/// @param kind what sort of problem
/// @param needed what the place needs, so that "Dense needs …" reads well
/// @param found what it has instead, beginning with a verb: "receives 28×28"
/// @param remedies ways to mend it, the likely one first
public record Problem(Kind kind, String needed, String found, List<Remedy> remedies) implements Inferred {

    /// The sorts of problem.
    public enum Kind {
        /// Shapes that do not fit a layer or each other.
        SHAPE,
        /// A setting outside its range, or at odds with another.
        SETTING,
        /// A port that needs a wire and has none, or has a wire too many.
        WIRING,
        /// Wires that lead back to where they came from.
        CYCLE,
        /// The network as a whole: nothing to train, no input, no output, too large.
        NETWORK
    }

    public Problem {
        remedies = List.copyOf(remedies);
    }

    /// A problem of shapes.
    public static Problem shape(String needed, String found, Remedy... remedies) {
        return new Problem(Kind.SHAPE, needed, found, List.of(remedies));
    }

    /// A problem of settings.
    public static Problem setting(String needed, String found, Remedy... remedies) {
        return new Problem(Kind.SETTING, needed, found, List.of(remedies));
    }

    /// The whole text about `subject`: "Dense 'head' needs … but receives 28×28. Put a Flatten before it."
    public String about(String subject) {
        String text = subject + " needs " + needed + " but " + found + ".";
        return remedies.isEmpty() ? text : text + " " + remedies.getFirst().sentence();
    }
}
