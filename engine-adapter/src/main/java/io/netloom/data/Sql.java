package io.netloom.data;

import java.util.Collection;
import java.util.List;
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

    /// Whether a text is one of these. `IN` with many words becomes a join, through which whole rows go, column after column.
    static String isOneOf(String text, List<String> words) {
        return words.stream().map(word -> " WHEN " + text(word) + " THEN true")
                .collect(Collectors.joining("", "CASE " + text, " ELSE false END"));
    }
}
