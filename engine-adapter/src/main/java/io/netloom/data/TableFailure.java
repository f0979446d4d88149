package io.netloom.data;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in the user's words what DuckDB found wrong with a table.
final class TableFailure {
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern RAGGED = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

    private TableFailure() {}

    static BadInput of(Path file, SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        Matcher line = LINE.matcher(message);
        String where = line.find() ? "line " + line.group(1) : "a line";
        Matcher ragged = RAGGED.matcher(message);
        if (ragged.find()) {
            return new BadInput(file + " has " + ragged.group(2) + " fields in " + where + ", but its header names "
                    + ragged.group(1)
                    + " columns. Mend that line; a field that holds the delimiter must stand in double"
                    + " quotes.", cause);
        }
        if (message.contains("unterminated quote")) {
            return new BadInput(
                    file + " has a double quote in " + where + " that is never closed. Close it, or double a"
                            + " quote that belongs to the text.",
                    cause);
        }
        if (message.contains("Invalid unicode") || message.contains("not utf-8")) {
            return CsvHeader.notUtf8(file);
        }
        if (message.contains("invalid state")) {
            return new BadInput(file + " is no regular CSV: its lines end in different ways, or text stands behind a"
                    + " closing quote. Save it again from a spreadsheet.", cause);
        }
        if (message.contains("Out of Memory")) {
            return new BadInput(file + " has lines or pieces that are too large to be read. Save it in smaller ones.",
                    cause);
        }
        String reason = message.lines().findFirst().orElse("DuckDB gives no reason")
                .replaceFirst("^[A-Z][A-Za-z ]* Error: ", "").replaceFirst("\\.$", "");
        return new BadInput(file + " cannot be read as a table: " + reason + ". Save it again as CSV.", cause);
    }
}
