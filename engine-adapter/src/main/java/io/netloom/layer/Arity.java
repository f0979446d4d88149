package io.netloom.layer;

/// How many wires a layer's input takes.
///
/// @param min fewest wires
/// @param max most wires; `Integer.MAX_VALUE` for as many as one likes
public record Arity(int min, int max) {
    /// No input: the layer is a source.
    public static final Arity NONE = new Arity(0, 0);
    /// Exactly one wire.
    public static final Arity ONE = new Arity(1, 1);
    /// Exactly two wires.
    public static final Arity TWO = new Arity(2, 2);
    /// Two wires or more, for merges.
    public static final Arity SEVERAL = new Arity(2, Integer.MAX_VALUE);

    /// Whether so many wires will do.
    public boolean accepts(int wires) {
        return min <= wires && wires <= max;
    }

    /// "one input", "1 to 2 inputs", "at least 2 inputs".
    @Override
    public String toString() {
        if (min == max) {
            return min == 0 ? "no input" : min == 1 ? "one input" : min + " inputs";
        }
        return max == Integer.MAX_VALUE
                ? "at least " + min + (min == 1 ? " input" : " inputs")
                : min + " to " + max + " inputs";
    }
}
