package io.netloom.profile;

import io.netloom.shape.Sentence;
import java.util.List;

/// Something about the data that a network, or whoever judges it, would stumble over.
///
/// @param kind what it is
/// @param columns where it was found; none where it is about rows
/// @param found says what was found
/// @param mend says what to do
/// @param words texts that should be read as missing values, if that is what is to be done
public record Concern(Kind kind, List<String> columns, Sentence found, Sentence mend, List<String> words) {

    /// Kinds of concerns, the worst first.
    public enum Kind {
        /// A column is the target under another name.
        COPY,
        /// A column alone tells the target almost without fail.
        LEAK,
        /// Rows that would stand in the training part and in the test part.
        IN_BOTH_PARTS,
        /// Rows or pictures that are there several times.
        DUPLICATE_ROWS,
        /// Rows that agree in all but the target, or a picture in several classes.
        CONTRADICTION,
        /// Pictures that look alike.
        NEAR_DUPLICATES,
        /// The target is missing, or has one value, or too many.
        TARGET,
        /// Some classes are rare.
        IMBALANCE,
        /// Files that cannot be read.
        DAMAGED,
        /// Pictures of different proportions.
        MIXED_SIZES,
        /// A number or a word that seems to stand for a missing value.
        SENTINEL,
        /// Most values are numbers, but not all.
        MIXED_TYPES,
        /// Dates that are not read as dates.
        DATES_AS_TEXT,
        /// A column that only names the rows.
        IDENTIFIER,
        /// The same value in every row.
        CONSTANT,
        /// More than half of a column is missing.
        MOSTLY_MISSING
    }

    public Concern {
        columns = List.copyOf(columns);
        words = List.copyOf(words);
    }

    /// A concern that no words for missing values are behind.
    public Concern(Kind kind, List<String> columns, Sentence found, Sentence mend) {
        this(kind, columns, found, mend, List.of());
    }

    /// Whether figures that a network reaches would be wrong, rather than worse than they could be.
    public boolean isGrave() {
        return kind.compareTo(Kind.DUPLICATE_ROWS) <= 0;
    }
}
