package io.netloom.data;

/// The column of a table that an output learns, and as what.
///
/// @param column its name in the table's header
/// @param kind how its values are to be understood
public record TargetColumn(String column, Kind kind) {

    /// How the values of a target column are understood.
    public enum Kind {
        /// Each distinct value is a class.
        CLASS,
        /// A number to predict.
        NUMBER
    }
}
