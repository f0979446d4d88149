package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;

/// How much of the data is kept away from learning.
///
/// @param validation share for validation, 0 to less than 1
/// @param test share for the test, 0 to less than 1
public record Fractions(double validation, double test) {
    /// 15 % each.
    public static final Fractions DEFAULT = new Fractions(0.15, 0.15);

    /// @throws BadInput if a share is negative, or nothing is left to learn from
    public Fractions {
        if (!(validation >= 0 && test >= 0 && validation + test < 1)) {
            throw new BadInput(Sentence.of("input.fractions",
                    "The shares for validation ({0}) and test ({1}) leave nothing to learn from. Each must be at"
                            + " least 0 and both together less than 1, like 0.15 and 0.15.",
                    String.valueOf(validation), String.valueOf(test)));
        }
    }
}
