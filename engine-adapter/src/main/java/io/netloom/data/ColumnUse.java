package io.netloom.data;

import java.util.Optional;

/// What a column of a table is to a network that learns from it.
public enum ColumnUse {
    /// The network does not get it.
    LEFT_OUT,
    /// A quantity.
    NUMBER,
    /// One of several, which may be written as numbers.
    CATEGORY,
    /// Yes or no.
    FLAG,
    /// A day or a moment.
    DATE,
    /// Free text.
    TEXT;

    /// The use that a feature makes of its column.
    public static ColumnUse of(Feature feature) {
        return switch (feature) {
            case Feature.Number _ -> NUMBER;
            case Feature.Category _ -> CATEGORY;
            case Feature.Flag _ -> FLAG;
            case Feature.Moment _ -> DATE;
            case Feature.Text _ -> TEXT;
        };
    }

    /// What the column's values must then be taken for.
    Optional<ColumnType> type() {
        return switch (this) {
            case LEFT_OUT -> Optional.empty();
            case NUMBER -> Optional.of(ColumnType.NUMBER);
            case CATEGORY, TEXT -> Optional.of(ColumnType.TEXT);
            case FLAG -> Optional.of(ColumnType.BOOLEAN);
            case DATE -> Optional.of(ColumnType.DATE);
        };
    }
}
