package io.netloom.data;

import java.util.Optional;

/// What was counted in one column of a table.
///
/// @param name the column's name
/// @param index its place, from 0
/// @param said what the user says that it holds
/// @param rows rows of the table
/// @param present values that are there: not empty, not `NA` or one of its kin, and no infinity
/// @param numbers values among them that are finite numbers
/// @param wholes numbers among them without a fraction
/// @param truths values among them that say yes or no in words
/// @param dates values among them that are dates
/// @param least the least number, or 0 if there is none
/// @param greatest the greatest number, or 0 if there is none
/// @param text a value that is no number, or empty if there is none
record ColumnFacts(
        String name, int index, Optional<ColumnType> said, long rows, long present, long numbers, long wholes,
        long truths, long dates, double least, double greatest, String text) {

    /// Whether it holds numbers and nothing else.
    boolean isNumeric() {
        return numbers > 0 && numbers == present;
    }

    /// Whether it holds whole numbers and nothing else.
    boolean isWhole() {
        return isNumeric() && wholes == numbers;
    }

    /// What it holds: what the user says, or what all values are.
    ColumnType type() {
        if (said.isPresent()) {
            return said.get();
        }
        if (isNumeric()) {
            return ColumnType.NUMBER;
        }
        return present > 0 && truths == present ? ColumnType.BOOLEAN
                : present > 0 && dates == present ? ColumnType.DATE : ColumnType.TEXT;
    }

    long missing() {
        return rows - present;
    }
}
