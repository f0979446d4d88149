package io.netloom.shape;

/// Refuses numbers that lie outside their range, in one voice.
public final class Range {
    private Range() {}

    /// Refuses a value.
    ///
    /// @param good whether it lies in its range
    /// @param name what it is, after an article
    /// @param range what it must be
    /// @throws BadInput if it is not good
    public static void require(boolean good, Sentence name, Object value, Sentence range) {
        if (!good) {
            throw new BadInput(Sentence.of("range.must", "The {0} must be {1}, not {2}.", name, range,
                    value instanceof Sentence ? value : value.toString()));
        }
    }

    /// Refuses what is no share of a whole.
    ///
    /// @throws BadInput if it is not above 0 and at most 1
    public static void share(Sentence name, double value) {
        require(value > 0 && value <= 1, name, value, aboveTo("0", "1"));
    }

    /// `1 or more`.
    public static Sentence atLeast(String least) {
        return Sentence.of("range.at-least", "{0} or more", least);
    }

    /// `above 0`.
    public static Sentence above(String bound) {
        return Sentence.of("range.above", "above {0}", bound);
    }

    /// `1 to 1,000`.
    public static Sentence fromTo(String least, String most) {
        return Sentence.of("range.from-to", "{0} to {1}", least, most);
    }

    /// `0 to below 1`.
    public static Sentence fromToBelow(String least, String bound) {
        return Sentence.of("range.from-to-below", "{0} to below {1}", least, bound);
    }

    /// `above 0, at most 1`.
    public static Sentence aboveTo(String bound, String most) {
        return Sentence.of("range.above-to", "above {0}, at most {1}", bound, most);
    }

    /// `above 0, below 1`.
    public static Sentence aboveToBelow(String low, String high) {
        return Sentence.of("range.above-to-below", "above {0}, below {1}", low, high);
    }
}
