package io.netloom.data;

import io.netloom.shape.Sentence;
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
        Sentence where = line.find() ? Sentence.of("input.line", "line {0}", line.group(1))
                : Sentence.of("input.a-line", "a line");
        Matcher ragged = RAGGED.matcher(message);
        if (ragged.find()) {
            return new BadInput(Sentence.of("input.ragged",
                    "{0} has {1} fields in {2}, but its header names {3} columns. Mend that line; a field that holds the"
                            + " delimiter must stand in double quotes.",
                    file.toString(), ragged.group(2), where, ragged.group(1)), cause);
        }
        if (message.contains("unterminated quote")) {
            return new BadInput(Sentence.of("input.open-quote",
                    "{0} has a double quote in {1} that is never closed. Close it, or double a quote that belongs to the"
                            + " text.",
                    file.toString(), where), cause);
        }
        if (message.contains("Invalid unicode") || message.contains("not utf-8")) {
            return CsvHeader.notUtf8(file);
        }
        if (message.contains("invalid state")) {
            return new BadInput(Sentence.of("input.irregular",
                    "{0} is no regular CSV: its lines end in different ways, or text stands behind a closing quote. Save"
                            + " it again from a spreadsheet.",
                    file.toString()), cause);
        }
        if (message.contains("Out of Memory")) {
            return new BadInput(Sentence.of("input.too-large",
                    "{0} has lines or pieces that are too large to be read. Save it in smaller ones.", file.toString()),
                    cause);
        }
        String reason = message.lines().findFirst().orElse("DuckDB gives no reason")
                .replaceFirst("^[A-Z][A-Za-z ]* Error: ", "").replaceFirst("\\.$", "");
        return new BadInput(Sentence.of("input.unreadable-table",
                "{0} cannot be read as a table: {1}. Save it again as CSV.", file.toString(), reason), cause);
    }
}
