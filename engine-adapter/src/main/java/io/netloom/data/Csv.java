package io.netloom.data;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table file, read by an in-process DuckDB that writes no files and uses no network. Column N of the file becomes
/// `dN`, its numbers, and, where it holds more than numbers, `tN`, its texts without spaces around them; so no name of
/// the user's stands in a statement. What is missing is null.
final class Csv implements AutoCloseable {
    /// Columns that are counted in one statement; more make the planner slow.
    private static final int COUNTED_AT_ONCE = 100;
    /// Texts that stand for a missing value, in small letters.
    private static final String MISSING = "'', '?', 'na', 'n/a', 'nan', '-nan', 'null', 'inf', '-inf'";
    /// The same, as they are usually written: columns of numbers with these are recognised while the file is parsed,
    /// fast.
    private static final String USUALLY_MISSING = "'', '?', 'NA', 'na', 'N/A', 'n/a', 'NaN', 'nan', 'NAN', '-NaN', '-nan', 'null', 'NULL', 'Null', 'inf',"
            + " '-inf'";
    private static final System.Logger LOG = System.getLogger(Csv.class.getName());
    private static final Pattern COLUMN = Pattern.compile("(?<=\\b[cdt])N\\b");

    private final Path file;
    private final CsvHeader header;
    private final Connection connection;
    private final Set<Integer> texts = new TreeSet<>();

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
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET temp_directory = ''");
            }
            return new Csv(file, header, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
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

    /// Parses these columns, once, and counts what they hold. Called before anything is read.
    ///
    /// @throws BadInput if a line does not fit the header
    List<ColumnFacts> load(List<Integer> columns) {
        List<Integer> wanted = columns.stream().distinct().toList();
        Set<Integer> text = columnsOfText();
        List<String> kept = new ArrayList<>();
        for (int column : wanted) {
            kept.add(sql(column, text.contains(column) ? "tN, " + finite("TRY_CAST(tN AS DOUBLE)") : finite("cN")));
        }
        texts.addAll(text);
        texts.retainAll(wanted);
        String trimmed = texts.stream()
                .map(c -> sql(c, ", CASE WHEN lower(trim(cN)) NOT IN (" + MISSING + ") THEN trim(cN) END AS tN"))
                .collect(Collectors.joining());
        String types = allColumns().mapToObj(c -> sql(c, "'cN': '") + (text.contains(c) ? "VARCHAR'" : "DOUBLE'"))
                .collect(Collectors.joining(", ", "{", "}"));
        try (PreparedStatement statement = overFile(
                "CREATE TABLE data AS SELECT " + String.join(", ", kept) + " FROM (SELECT *" + trimmed + " FROM ",
                "auto_detect = false, columns = " + types, ")")) {
            statement.execute();
            return count(wanted);
        } catch (SQLException e) {
            throw CsvFailure.of(file, e);
        }
    }

    private static String finite(String number) {
        return "CASE WHEN abs(" + number + ") <= " + Float.MAX_VALUE + " THEN " + number + " END AS dN";
    }

    /// The columns that hold more than numbers, by DuckDB's own look at the whole file.
    private Set<Integer> columnsOfText() {
        String names = allColumns().mapToObj(c -> sql(c, "'cN'")).collect(Collectors.joining(", ", "[", "]"));
        try (PreparedStatement query = overFile("SELECT * FROM ", "sample_size = -1, names = " + names
                + ", auto_type_candidates = ['DOUBLE', 'VARCHAR']", " LIMIT 0");
                ResultSet result = query.executeQuery()) {
            ResultSetMetaData found = result.getMetaData();
            if (found.getColumnCount() == header.names().size()) {
                Set<Integer> text = new TreeSet<>();
                for (int c = 0; c < found.getColumnCount(); c++) {
                    if (found.getColumnType(c + 1) != Types.DOUBLE) {
                        text.add(c);
                    }
                }
                return text;
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "no types found in " + file + ", so all is text", e);
        }
        return allColumns().boxed().collect(Collectors.toSet()); // loading it as text then says which line is wrong
    }

    private IntStream allColumns() {
        return IntStream.range(0, header.names().size());
    }

    private PreparedStatement overFile(String before, String options, String after) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(before
                + "read_csv(?, delim = ?, compression = ?, header = true, quote = '\"', escape = '\"', nullstr = ["
                + USUALLY_MISSING + "], " + options + ")" + after);
        statement.setString(1, file.toString());
        statement.setString(2, String.valueOf(header.delimiter()));
        statement.setString(3, header.gzipped() ? "gzip" : "none");
        return statement;
    }

    private List<ColumnFacts> count(List<Integer> columns) throws SQLException {
        List<ColumnFacts> facts = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += COUNTED_AT_ONCE) {
            List<Integer> some = columns.subList(from, Math.min(columns.size(), from + COUNTED_AT_ONCE));
            String counts = some.stream()
                    .map(c -> sql(c, ", count(" + text(c) + "), count(dN), count(CASE WHEN dN = floor(dN) THEN 1 END),"
                            + " min(dN), max(dN), " + (texts.contains(c) ? "min(tN) FILTER (dN IS NULL)" : "NULL")))
                    .collect(Collectors.joining());
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT count(*)" + counts + " FROM data")) {
                result.next();
                for (int c : some) {
                    facts.add(facts(c, result, 2 + facts.size() % COUNTED_AT_ONCE * 6));
                }
            }
        }
        return facts;
    }

    private ColumnFacts facts(int column, ResultSet result, int at) throws SQLException {
        String text = result.getString(at + 5);
        return new ColumnFacts(header.names().get(column), column, result.getLong(1), result.getLong(at),
                result.getLong(at + 1), result.getLong(at + 2), result.getDouble(at + 3), result.getDouble(at + 4),
                text == null ? "" : text);
    }

    /// How many different values a loaded column holds.
    long distinct(int column) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(DISTINCT " + text(column) + ") FROM data")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw CsvFailure.of(file, e);
        }
    }

    /// Takes the rows of a table, in the order of the file.
    interface Rows {
        /// @param values the columns of numbers from 1 on, then those of texts, as they were asked for
        void row(ResultSet values) throws SQLException;
    }

    /// Reads loaded columns, some as numbers (`getFloat`), some as texts (`getString`); a missing value is null.
    void read(List<Integer> numbers, List<Integer> asTexts, Rows rows) {
        String wanted = Stream.concat(
                numbers.stream().map(c -> sql(c, "CAST(dN AS FLOAT)")),
                asTexts.stream().map(c -> "CAST(" + text(c) + " AS VARCHAR)"))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + wanted + " FROM data")) {
            while (result.next()) {
                rows.row(result);
            }
        } catch (SQLException e) {
            throw CsvFailure.of(file, e);
        }
    }

    private String text(int column) {
        return (texts.contains(column) ? "t" : "d") + column;
    }

    /// A piece of SQL for a column, whose number takes the place of `N`.
    private static String sql(int column, String sql) {
        return COLUMN.matcher(sql).replaceAll(Integer.toString(column));
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
