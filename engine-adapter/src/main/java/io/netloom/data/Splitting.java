package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;

/// By what examples are divided into parts.
public sealed interface Splitting {

    /// By chance, every class alike (of the first target, where that is a class).
    record Stratified() implements Splitting {}

    /// By chance.
    record Random() implements Splitting {}

    /// By chance, but examples with the same text in a column stay together, so that nothing is learnt about a person, say, whom the
    /// test is to ask about.
    record Group(String column) implements Splitting {
        public Group {
            require(column);
        }
    }

    /// The last ones, as a column of dates or numbers tells, are the test part, those before them are for validation, and earlier ones are
    /// learnt from.
    record Time(String column) implements Splitting {
        public Time {
            require(column);
        }
    }

    /// As a column says: train, validation or test. Parts that it does not name are empty.
    record Column(String column) implements Splitting {
        public Column {
            require(column);
        }
    }

    private static void require(String column) {
        if (column.isBlank()) {
            throw new BadInput(Sentence.of("input.split-without-column",
                    "Name the column by which the examples are to be divided."));
        }
    }
}
