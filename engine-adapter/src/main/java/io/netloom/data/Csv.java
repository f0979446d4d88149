package io.netloom.data;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table file, read by an in-process DuckDB that writes no files and uses no network. DuckDB parses; every column comes in as text
/// under the name `c0`, `c1`, …, so that no name of the user's and no guess about types or dialects stands in a statement.
final class Csv implements AutoCloseable {
    /// Columns that are counted in one statement; more make DuckDB's planner slow.
    private static final int COUNTED_AT_ONCE = 200;
    /// Texts that stand for a missing value, in small letters.
    private static final String MISSING = "'', '?', 'na', 'n/a', 'nan', '-nan', 'null', 'inf', '-inf'";
    private static final Pattern COLUMN = Pattern.compile("(?<=\\b[cdrt])N\\b");
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern RAGGED = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

    private final Path file;
    private final CsvHeader header;
    private final Connection connection;

    private Csv(Path file, CsvHeader header, Connection connection) {
        this.file = file;
        this.header = header;
        this.connection = connection;
    }

    /// Reads the header.
    ///
    /// @throws BadInput if the file cannot be read as a table
    static Csv open(Path file) {
        CsvHeader header = CsvHeader.read(file);
        try {
            return new Csv(file, header, connect(new Properties()));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    private static Connection connect(Properties settings) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET temp_directory = ''");
        }
        return connection;
    }

    CsvHeader header() {
        return header;
    }

    /// The place of a column.
    ///
    /// @throws BadInput that lists the columns if there is none of that name
    int index(String name) {
        int index = name.isEmpty() ? -1 : header.names().indexOf(name);
        if (index < 0) {
            throw new BadInput(file + " has no column \"" + name + "\". Choose one of: " + columns() + ".");
        }
        return index;
    }

    /// The columns' names, for messages.
    String columns() {
        return header.names().stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    /// Counts what columns hold.
    ///
    /// @throws BadInput if a line does not fit the header
    List<ColumnFacts> facts(List<Integer> columns) {
        List<ColumnFacts> facts = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += COUNTED_AT_ONCE) {
            facts.addAll(count(columns.subList(from, Math.min(columns.size(), from + COUNTED_AT_ONCE))));
        }
        return facts;
    }

    private List<ColumnFacts> count(List<Integer> columns) {
        String counts = forEach(columns, "count(tN), count(dN), count(*) FILTER (dN = floor(dN)), min(dN), max(dN),"
                + " min(tN) FILTER (dN IS NULL)");
        try (PreparedStatement query = prepare(connection, "SELECT count(*), " + counts, columns);
                ResultSet result = query.executeQuery()) {
            result.next();
            List<ColumnFacts> facts = new ArrayList<>();
            long rows = result.getLong(1);
            int at = 2;
            for (int c : columns) {
                String text = result.getString(at + 5);
                facts.add(new ColumnFacts(header.names().get(c), c, rows, result.getLong(at), result.getLong(at + 1),
                        result.getLong(at + 2),
                        result.getDouble(at + 3), result.getDouble(at + 4), text == null ? "" : text));
                at += 6;
            }
            return facts;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// How many different values a column holds, as texts.
    long distinct(int column) {
        try (PreparedStatement query = prepare(connection, "SELECT count(DISTINCT t" + column + ")", List.of(column));
                ResultSet result = query.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Takes the rows of a table, in the order of the file.
    interface Rows {
        /// @param values the texts' and numbers' columns in the order in which they were asked for, numbers first, from 1
        void row(ResultSet values) throws SQLException;
    }

    /// Reads columns of a table whose lines [#facts] found to be well, some as numbers (`getFloat`), some as texts (`getString`); a missing value is null.
    void read(List<Integer> numbers, List<Integer> texts, Rows rows) {
        String wanted = IntStream.concat(numbers.stream().mapToInt(c -> c), texts.stream().mapToInt(c -> -1 - c))
                .mapToObj(c -> c >= 0 ? "CAST(d" + c + " AS FLOAT)" : "t" + (-1 - c))
                .collect(Collectors.joining(", "));
        List<Integer> all = new ArrayList<>(numbers);
        all.addAll(texts);
        // A stream takes no memory for the whole result, but says nothing of use about a bad line: [#facts] comes first.
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        try (Connection stream = connect(streaming);
                PreparedStatement query = prepare(stream, "SELECT " + wanted, all);
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.row(result);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// A query over the table in which `tN` is the text of column N without spaces around it, and `dN` its number; null if there is
    /// none.
    private PreparedStatement prepare(Connection on, String select, List<Integer> columns) throws SQLException {
        List<Integer> distinct = columns.stream().distinct().toList();
        String trimmed = forEach(distinct, "trim(cN) AS rN");
        String texts = forEach(distinct, "CASE WHEN lower(rN) NOT IN (" + MISSING + ") THEN rN END AS tN");
        String numbers = forEach(distinct, "tN, CASE WHEN abs(TRY_CAST(tN AS DOUBLE)) <= " + Float.MAX_VALUE
                + " THEN TRY_CAST(tN AS DOUBLE) END AS dN");
        String types = IntStream.range(0, header.names().size()).mapToObj(c -> "'c" + c + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        PreparedStatement statement = on.prepareStatement(select + " FROM (SELECT " + numbers + " FROM (SELECT " + texts
                + " FROM (SELECT " + trimmed + " FROM read_csv(?, auto_detect = false, header = true, columns = {"
                + types
                + "}, delim = ?, quote = '\"', escape = '\"', compression = ?))))");
        statement.setString(1, file.toString());
        statement.setString(2, String.valueOf(header.delimiter()));
        statement.setString(3, header.gzipped() ? "gzip" : "none");
        return statement;
    }

    /// The same piece of SQL for each column, whose number takes the place of `N`.
    private static String forEach(List<Integer> columns, String sql) {
        return columns.stream()
                .map(column -> COLUMN.matcher(sql).replaceAll(Integer.toString(column)))
                .collect(Collectors.joining(", "));
    }

    private BadInput failure(SQLException e) {
        String message = String.valueOf(e.getMessage());
        Matcher line = LINE.matcher(message);
        String where = line.find() ? "line " + line.group(1) : "a line";
        Matcher ragged = RAGGED.matcher(message);
        if (ragged.find()) {
            return new BadInput(
                    file + " has " + ragged.group(2) + " fields in " + where + ", but its header names "
                            + ragged.group(1)
                            + " columns. Mend that line; a field that holds the delimiter must stand in double quotes.",
                    e);
        }
        if (message.contains("Invalid unicode") || message.contains("not utf-8")) {
            return CsvHeader.notUtf8(file);
        }
        if (message.contains("unterminated quote")) {
            return new BadInput(file + " has a double quote in " + where
                    + " that is never closed. Close it, or double a quote that belongs to the text.", e);
        }
        if (message.contains("invalid state")) {
            return new BadInput(
                    file + " is no regular CSV: its lines end in different ways, or text stands behind a closing quote."
                            + " Save it again from a spreadsheet.",
                    e);
        }
        return new BadInput(file + " cannot be read as a table: "
                + message.lines().findFirst().orElse("no reason given") + ". Save it again as CSV.", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        }
    }
}
