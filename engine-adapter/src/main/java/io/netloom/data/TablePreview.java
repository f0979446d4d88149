package io.netloom.data;

import java.util.List;
import java.util.Optional;

/// The first rows of a table, for who is to say how it is written.
///
/// @param written how it is written, where it is text with delimiters: what was found out, but for what the user says
/// @param names the columns' names, in order; a nameless column has an empty one
/// @param rows their values as they are read; what is missing is empty
public record TablePreview(Optional<Dialect> written, List<String> names, List<List<String>> rows) {
    public TablePreview {
        names = List.copyOf(names);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Reads the beginning of a table.
    ///
    /// @param most rows that are wanted
    /// @throws io.netloom.shape.BadInput if the file cannot be read as a table
    public static TablePreview of(TableFile file, int most) {
        try (OpenTable open = OpenTable.open(file)) {
            return new TablePreview(open.written(), open.names(), open.firstRows(most));
        }
    }

    /// The first lines of a file as they stand there, also where it is no table yet; what is no text in its encoding becomes `\uFFFD`.
    ///
    /// @throws io.netloom.shape.BadInput if the file cannot be read at all
    public static List<String> lines(TableFile file, int most) {
        return PlainText.lines(file, most);
    }
}
