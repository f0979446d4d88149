package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Optional;

/// What becomes of a missing value in a column that the network gets.
///
/// @param fill what stands in its place
/// @param constant that text or number, where the fill is a constant; else empty
/// @param indicator whether a further number says that it was missing
public record Missing(Fill fill, String constant, Indicator indicator) {

    /// What stands in the place of a missing value.
    public enum Fill {
        /// Nothing: the whole row is left out.
        NOTHING,
        /// The mean of the training part.
        MEAN,
        /// The median of the training part.
        MEDIAN,
        /// What the training part has most often.
        FREQUENT,
        /// A value that the user names.
        CONSTANT,
        /// A place of its own, beside the categories.
        OWN,
        /// The value before it, in a [Series]; where there is none, the median of the training part, or what it has most often.
        LAST
    }

    /// Whether missing values are told from others.
    public enum Indicator {
        /// No number says so.
        WITHOUT,
        /// A number that is 1 where a value was missing, else 0.
        WITH
    }

    /// Rows with a missing value are left out.
    public static final Missing LEAVE_OUT = new Missing(Fill.NOTHING);

    /// @throws BadInput if a constant lacks or is not asked for, or an indicator could never be 1
    public Missing {
        if (fill == Fill.CONSTANT == constant.isEmpty()) {
            throw new BadInput(Sentence.of("input.needless-constant",
                    "A value for what is missing is needed where, and only where, it is a constant."));
        }
        if (indicator == Indicator.WITH && (fill == Fill.NOTHING || fill == Fill.OWN)) {
            throw new BadInput(Sentence.of("input.needless-indicator",
                    "An indicator of missing values is of use only where they are filled with others."));
        }
    }

    /// Without indicator.
    public Missing(Fill fill) {
        this(fill, "", Indicator.WITHOUT);
    }

    /// The same, with an indicator.
    public Missing indicated() {
        return new Missing(fill, constant, Indicator.WITH);
    }

    /// Numbers that the indicator takes: 0 or 1.
    int width() {
        return indicator == Indicator.WITH ? 1 : 0;
    }

    void require(String column, Fill... allowed) {
        for (Fill one : allowed) {
            if (fill == one) {
                return;
            }
        }
        throw new BadInput(Sentence.of("input.unfillable",
                    "Missing values of the column \"{0}\" cannot be filled with ''{1}'', for it holds other"
                        + " things.", column, fill.name().toLowerCase()));
    }

    Optional<Float> number(String column) {
        if (fill != Fill.CONSTANT) {
            return Optional.empty();
        }
        try {
            return Optional.of(Float.parseFloat(constant)).filter(Float::isFinite);
        } catch (NumberFormatException e) {
            throw new BadInput(Sentence.of("input.constant-no-number",
                    "What is missing in the column \"{0}\" is to become \"{1}\", which is no number.", column, constant), e);
        }
    }
}
