package io.netloom.data;

import java.nio.file.Path;
import java.util.Locale;

/// A file that holds a table, and how it is to be read: JSON with an object a line (`.jsonl`, `.ndjson`), text with any
/// delimiter (`.csv`, `.tsv` and all other names), both also gzipped, or Parquet.
///
/// @param path the file, absolute
/// @param dialect what the user says about it
public record TableFile(Path path, Dialect dialect) {

    /// How a table is laid out in a file.
    enum Format {
        DELIMITED, JSON, PARQUET
    }

    /// A file whose dialect is found out.
    public TableFile(Path path) {
        this(path, Dialect.FOUND);
    }

    /// The same way of reading, at another place.
    public TableFile at(Path other) {
        return new TableFile(other, dialect);
    }

    /// Whether a path's ending is that of a table.
    static boolean isTable(Path path) {
        return name(path).matches(".*(\\.([ct]sv|jsonl|ndjson)(\\.gz)?|\\.parquet)");
    }

    /// Whether it is text with delimiters, going by its name, so that a [Dialect] says how it is written.
    public boolean isDelimited() {
        return format() == Format.DELIMITED;
    }

    Format format() {
        String name = name(path);
        if (name.endsWith(".parquet")) {
            return Format.PARQUET;
        }
        return name.matches(".*\\.(jsonl|ndjson)(\\.gz)?") ? Format.JSON : Format.DELIMITED;
    }

    /// Whether its name says that tabs stand between fields.
    boolean isTabbed() {
        return name(path).matches(".*\\.tsv(\\.gz)?");
    }

    private static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
