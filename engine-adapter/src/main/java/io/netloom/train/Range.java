package io.netloom.train;

import io.netloom.shape.BadInput;

/// Refuses what lies outside its range, in one voice.
final class Range {
    private Range() {}

    static void require(boolean good, String name, Object value, String range) {
        if (!good) {
            throw new BadInput("The " + name + " must be " + range + ", not " + value + ".");
        }
    }

    static void share(String name, double value) {
        require(value > 0 && value <= 1, name, value, "above 0, at most 1");
    }
}
