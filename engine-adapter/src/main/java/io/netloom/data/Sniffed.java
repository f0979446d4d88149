package io.netloom.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What DuckDB's sniffer makes of the first rows of a text with delimiters.
///
/// @param delimiter what stands between fields, if it finds out
/// @param quote what stands around fields; a double quote where it sees none
/// @param escape what stands before a quote in a quoted field
/// @param decimal the decimal mark with which more columns are numbers
/// @param dates the formats of dates that it finds, as `strptime` takes them
record Sniffed(Optional<Character> delimiter, char quote, char escape, char decimal, List<String> dates) {
    private static final System.Logger LOG = System.getLogger(Sniffed.class.getName());

    private record Found(Optional<Character> delimiter, Optional<Character> quote, Optional<Character> escape,
            int numbers, List<String> dates) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());
    }

    /// Looks at a file; what its user says stands.
    static Sniffed of(Connection connection, TableFile file, PlainText text) {
        Dialect dialect = file.dialect();
        Found points = sniff(connection, file, text, '.');
        boolean mayBeComma = !dialect.delimiter().or(points::delimiter).equals(Optional.of(','));
        Found commas = dialect.decimal().isEmpty() && mayBeComma ? sniff(connection, file, text, ',') : Found.NOTHING;
        char decimal = dialect.decimal().orElse(commas.numbers() > points.numbers() ? ',' : '.');
        char quote = dialect.quote().or(points::quote).orElse('"');
        return new Sniffed(points.delimiter(), quote, dialect.escape().or(points::escape).orElse(quote), decimal,
                points.dates());
    }

    private static Found sniff(Connection connection, TableFile file, PlainText text, char decimal) {
        String options = file.dialect().delimiter().map(c -> ", delim = " + Sql.text(c)).orElse("")
                + file.dialect().quote().map(c -> ", quote = " + Sql.text(c)).orElse("")
                + file.dialect().escape().map(c -> ", escape = " + Sql.text(c)).orElse("");
        try (PreparedStatement query = connection.prepareStatement("SELECT Delimiter, Quote, Escape,"
                + " len(list_filter(Columns, lambda c: c.type IN ('DOUBLE', 'BIGINT'))), DateFormat, TimestampFormat"
                + " FROM sniff_csv(?, compression = ?, decimal_separator = '" + decimal + "'" + options + ")")) {
            query.setString(1, text.path().toString());
            query.setString(2, text.gzipped() ? "gzip" : "none");
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return new Found(single(found.getString(1)), single(found.getString(2)), single(found.getString(3)),
                        found.getInt(4), Stream.of(5, 6).map(i -> format(found, i)).flatMap(Optional::stream).toList());
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the sniffer does not understand " + file.path(), e);
            return Found.NOTHING;
        }
    }

    /// A single character; the sniffer writes `(empty)` for none.
    private static Optional<Character> single(String text) {
        return text == null || text.length() != 1 || text.charAt(0) == 0 ? Optional.empty()
                : Optional.of(text.charAt(0));
    }

    private static Optional<String> format(ResultSet found, int column) {
        try {
            return Optional.ofNullable(found.getString(column)).filter(format -> format.contains("%"));
        } catch (SQLException e) {
            throw new IllegalStateException("the sniffer's answer has another form", e);
        }
    }
}
