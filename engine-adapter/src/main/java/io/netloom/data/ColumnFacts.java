package io.netloom.data;

/// What was counted in one column of a table.
///
/// @param name the column's name
/// @param index its place, from 0
/// @param rows rows of the table
/// @param present values that are there: not empty, not `NA` or one of its kin, and no infinity
/// @param numbers values among them that are finite numbers
/// @param wholes numbers among them without a fraction
/// @param least the least number, or 0 if there is none
/// @param greatest the greatest number, or 0 if there is none
/// @param text a value that is no number, or empty if there is none
record ColumnFacts(
        String name, int index, long rows, long present, long numbers, long wholes, double least, double greatest,
        String text) {

    /// Whether it holds numbers and nothing else.
    boolean isNumeric() {
        return numbers > 0 && numbers == present;
    }

    /// Whether it holds whole numbers and nothing else.
    boolean isWhole() {
        return isNumeric() && wholes == numbers;
    }

    long missing() {
        return rows - present;
    }
}
