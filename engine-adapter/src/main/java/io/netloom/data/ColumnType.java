package io.netloom.data;

/// What the values of a column are taken for.
public enum ColumnType {
    /// Finite numbers.
    NUMBER,
    /// Texts; digits too, where they are no quantities (postcodes, say).
    TEXT,
    /// Yes or no: true and false, yes and no, t and f, y and n, 1 and 0.
    BOOLEAN,
    /// Days, or moments of days.
    DATE
}
