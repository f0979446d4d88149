package io.netloom.data;

import java.util.Collection;
import java.util.stream.Collectors;

/// Pieces of SQL that hold what users wrote.
final class Sql {
    private Sql() {}

    /// A text in quotes.
    static String text(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /// Texts with commas between.
    static String texts(Collection<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", "));
    }

    /// The name of a column.
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
