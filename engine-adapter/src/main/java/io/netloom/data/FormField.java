package io.netloom.data;

import java.util.List;

/// A column that a user fills in to ask a model about a row of their own.
///
/// @param column its name in the table
/// @param kind what belongs into it
/// @param usual what most rows hold, or the one in their middle, as it is written
/// @param gap what becomes of it when nothing is written
public record FormField(String column, Kind kind, String usual, Gap gap) {

    /// What belongs into a field.
    public sealed interface Kind {

        /// A number.
        ///
        /// @param least among the rows that were learnt from
        /// @param most among them
        record Number(float least, float most) implements Kind {}

        /// One of several texts. Others are allowed, and are to the model what it has never seen.
        ///
        /// @param choices those that have a place of their own, the most frequent first, unless they have an order
        record Choice(List<String> choices) implements Kind {
            public Choice {
                choices = List.copyOf(choices);
            }
        }

        /// Yes or no.
        record Flag() implements Kind {}

        /// A day or a moment, as `2026-01-31` or `2026-01-31 14:30`.
        ///
        /// @param least among the rows that were learnt from
        /// @param most among them
        record Moment(String least, String most) implements Kind {}

        /// Any text.
        record Text() implements Kind {}
    }

    /// What becomes of a field in which nothing is written.
    public enum Gap {
        /// It is filled as a missing value was before training.
        FILLED,
        /// There is no answer: rows that miss it were not learnt from.
        REFUSED
    }

    /// What is wrong with what is written in a field.
    public enum Fault {
        /// Nothing is written.
        EMPTY,
        /// It is no number.
        NO_NUMBER,
        /// It is neither yes nor no.
        NO_FLAG,
        /// It is no day and no moment.
        NO_MOMENT
    }
}
