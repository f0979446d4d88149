package io.netloom.data;

import io.netloom.shape.BadInput;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table file, read by an in-process DuckDB that uses no network. Once [#load] has read it, the table `data` has for column N of the file
/// `tN`, its texts without spaces around them, and `dN`, its numbers; so no name of the user's stands in a statement. What is missing is
/// null; a column that holds nothing but numbers has no `tN`. A large table lies in a temporary file until it is closed.
final class OpenTable implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OpenTable.class.getName());
    /// Columns that are counted in one statement; more make the planner slow.
    private static final int COUNTED_AT_ONCE = 100;
    private static final int COUNTS = 8;
    /// Texts that stand for a missing value, in small letters.
    static final List<String> USUALLY_MISSING = List.of("?", "na", "n/a", "nan", "-nan", "null", "inf", "-inf");
    /// Trying in vain whether a text is a number is slow: it begins with a digit, a sign or a point, or is `nan` or `inf`.
    private static final String MAY_BE_NUMBER = "(sN < ':' OR sN BETWEEN 'I' AND 'J' OR sN BETWEEN 'N' AND 'O'"
            + " OR sN BETWEEN 'i' AND 'j' OR sN BETWEEN 'n' AND 'o') AND NOT contains(sN, ':')";
    private static final List<String> YES_OR_NO = List.of("true", "false", "yes", "no", "t", "f", "y", "n");
    private static final int LONGEST_YES_OR_NO = 5;
    private static final List<String> USUAL_DATES = List.of("%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S",
            "%Y/%m/%d", "%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y%m%d");
    private static final Pattern COLUMN = Pattern.compile("(?<=\\b[cdlmstv])N\\b");

    private final TableFile file;
    private final Unchanged unchanged;
    private TableRelation relation;
    private final Scratch scratch;
    private final Connection connection;

    private OpenTable(TableFile file, Unchanged unchanged, TableRelation relation, Scratch scratch,
            Connection connection) {
        this.file = file;
        this.unchanged = unchanged;
        this.relation = relation;
        this.scratch = scratch;
        this.connection = connection;
    }

    /// Finds out how a file is written, and what its columns are called.
    ///
    /// @throws BadInput if the file cannot be read as a table
    static OpenTable open(TableFile file) {
        Unchanged unchanged = Unchanged.of(file.path());
        Scratch scratch = Scratch.create();
        try {
            PlainText text = PlainText.of(file, scratch);
            Connection connection = Duck.open(text.large(), scratch);
            try {
                TableRelation relation = TableRelation.of(connection, file, text);
                return new OpenTable(file, unchanged, relation, scratch, connection);
            } catch (BadInput e) {
                Duck.close(connection);
                throw e;
            }
        } catch (BadInput e) {
            scratch.close();
            throw e;
        }
    }

    /// The file as it was when it was opened.
    Unchanged unchanged() {
        return unchanged;
    }

    TableFile file() {
        return file;
    }

    /// The columns' names, in their order; a nameless column has an empty one.
    List<String> names() {
        return relation.names();
    }

    /// The place of a column.
    ///
    /// @throws BadInput that lists the columns if there is none of that name
    int index(String name) {
        return relation.index(name);
    }

    /// The columns' names, for messages.
    String columns() {
        return relation.columns();
    }

    /// @throws BadInput if the user says what a column holds that is not there
    void refuseUnknownTypes() {
        file.dialect().types().keySet().forEach(this::index);
    }

    /// Parses these columns, once, and counts what they hold. Called before anything is read.
    ///
    /// @throws BadInput if a line does not fit the header, or the file changed meanwhile
    List<ColumnFacts> load(List<Integer> columns) {
        List<Integer> wanted = columns.stream().distinct().toList();
        try {
            create(wanted);
            unchanged.check();
            return count(wanted);
        } catch (SQLException e) {
            unchanged.check();
            throw TableFailure.of(file.path(), e);
        }
    }

    /// Reads the table; again where a later row breaks what the first ones let guess about types.
    private void create(List<Integer> columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("CREATE TABLE data AS " + cleaned(columns))) {
            relation.fill(statement);
            statement.execute();
        } catch (SQLException e) {
            if (!relation.isGuess()) {
                throw e;
            }
            LOG.log(System.Logger.Level.DEBUG, "later rows of " + file.path() + " hold other types", e);
            relation = relation.surely(connection);
            create(columns);
        }
    }

    /// The columns without spaces, words for missing values, and infinities. Each step is a query of its own, so that nothing is done twice.
    private String cleaned(List<Integer> columns) {
        String finite = "CASE WHEN abs(vN) <= " + Float.MAX_VALUE + " THEN vN END AS dN";
        String sql = relation.sql();
        sql = step(columns, c -> isNumber(c) ? "cN" : "trim(cN) AS sN", sql);
        sql = step(columns, c -> isNumber(c) ? "cN" : "sN, lower(sN) AS lN", sql);
        sql = step(columns, c -> isNumber(c) ? "cN"
                : "CASE WHEN NOT " + Sql.isOneOf("lN", missing()) + " THEN sN END AS sN", sql);
        sql = step(columns, c -> isNumber(c) ? "cN AS vN" : "sN, " + number(c) + " AS vN", sql);
        return "SELECT " + each(columns, c -> isNumber(c) ? finite
                : "CASE WHEN vN IS NULL OR abs(vN) <= " + Float.MAX_VALUE + " THEN sN END AS tN, " + finite) + " FROM "
                + sql;
    }

    private static String step(List<Integer> columns, IntFunction<String> piece, String from) {
        return "(SELECT " + each(columns, piece) + " FROM " + from + ")";
    }

    private boolean isNumber(int column) {
        return relation.numbers().contains(column);
    }

    /// The text of a column as SQL.
    private String text(int column) {
        return isNumber(column) ? "CAST(dN AS VARCHAR)" : "tN";
    }

    /// The value of a column as SQL, `NULL` where it is no number.
    private String number(int column) {
        return switch (said(column).orElse(ColumnType.NUMBER)) {
            case TEXT,DATE -> "CAST(NULL AS DOUBLE)";
            case NUMBER,BOOLEAN -> relation.decimal() == '.'
                    ? "CASE WHEN " + MAY_BE_NUMBER + " THEN TRY_CAST(sN AS DOUBLE) END"
                    : "CASE WHEN NOT contains(sN, '.') THEN TRY_CAST(replace(sN, ',', '.') AS DOUBLE) END";
        };
    }

    private Optional<ColumnType> said(int column) {
        return Optional.ofNullable(file.dialect().types().get(names().get(column)));
    }

    private List<String> missing() {
        List<String> words = new ArrayList<>(file.dialect().missing().orElse(USUALLY_MISSING));
        words.add("");
        return words.stream().map(String::strip).map(String::toLowerCase).distinct().toList();
    }

    /// The moment of a column as SQL, `NULL` where it is none.
    private String moment(int column) {
        List<String> formats = new ArrayList<>(relation.dates());
        formats.addAll(USUAL_DATES);
        return isNumber(column) ? "CAST(NULL AS TIMESTAMP)"
                // Trying formats in vain is slow; each of them begins with a digit.
                : "CASE WHEN tN >= '0' AND tN < ':' THEN COALESCE(TRY_CAST(tN AS TIMESTAMP), try_strptime(tN, ["
                        + Sql.texts(formats) + "])) END";
    }

    private List<ColumnFacts> count(List<Integer> columns) throws SQLException {
        List<ColumnFacts> facts = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += COUNTED_AT_ONCE) {
            List<Integer> some = columns.subList(from, Math.min(columns.size(), from + COUNTED_AT_ONCE));
            String looked = step(some, c -> isNumber(c) ? "dN"
                    : "dN, tN, CASE WHEN dN IS NULL AND strlen(tN) <= " + LONGEST_YES_OR_NO
                            + " THEN lower(tN) END AS lN, CASE WHEN dN IS NULL THEN " + moment(c) + " END AS mN",
                    "data");
            String counts = each(some, c -> "count(dN), count(CASE WHEN dN = floor(dN) THEN 1 END), min(dN), max(dN), "
                    + (isNumber(c) ? "count(dN), 0, 0, NULL"
                            : "count(tN), count(CASE WHEN " + Sql.isOneOf("lN", YES_OR_NO)
                                    + " THEN 1 END), count(mN), min(tN) FILTER (dN IS NULL)"));
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT count(*), " + counts + " FROM " + looked)) {
                result.next();
                for (int c : some) {
                    facts.add(facts(c, result, 2 + facts.size() % COUNTED_AT_ONCE * COUNTS));
                }
            }
        }
        return facts;
    }

    private ColumnFacts facts(int column, ResultSet result, int at) throws SQLException {
        String text = result.getString(at + 7);
        return new ColumnFacts(names().get(column), column, said(column), result.getLong(1),
                result.getLong(at + 4), result.getLong(at), result.getLong(at + 1), result.getLong(at + 5),
                result.getLong(at + 6), result.getDouble(at + 2), result.getDouble(at + 3), text == null ? "" : text);
    }

    /// How the file is written, where it is text with delimiters: what was found out and what the user says.
    Optional<Dialect> written() {
        return relation.written();
    }

    /// The first rows as they are read, without loading anything; what is missing is empty.
    List<List<String>> firstRows(int most) {
        List<Integer> columns = IntStream.range(0, names().size()).boxed().toList();
        List<List<String>> rows = new ArrayList<>();
        // A table of its own, because a result that is still being read tells of a wrong line without saying which.
        try (PreparedStatement statement = connection.prepareStatement("CREATE OR REPLACE TABLE beginning AS SELECT "
                + each(columns, c -> isNumber(c) ? "dN" : "tN") + " FROM (" + cleaned(columns) + ") LIMIT " + most)) {
            relation.fill(statement);
            statement.execute();
            ask("SELECT * FROM beginning", result -> {
                List<String> row = new ArrayList<>();
                for (int c : columns) {
                    String value = Optional.ofNullable(result.getString(c + 1)).orElse("");
                    row.add(isNumber(c) && value.endsWith(".0") ? value.substring(0, value.length() - 2) : value);
                }
                rows.add(row);
            });
        } catch (SQLException e) {
            throw TableFailure.of(file.path(), e);
        }
        return rows;
    }

    /// How many different values a loaded column holds.
    long distinct(int column) {
        return Long.parseLong(value("count(DISTINCT " + text(column) + ")", column).orElseThrow());
    }

    /// How many different texts of a loaded column stand in at least so many rows.
    long common(int column, int rows) {
        return (long) values("count(*)", "(SELECT 1 FROM data WHERE dN IS NOT NULL OR " + text(column)
                + " IS NOT NULL GROUP BY " + text(column) + " HAVING count(*) >= " + rows + ")", column)[0];
    }

    /// The first and the last moment of a loaded column of dates, in seconds, and the longest time of a day.
    double[] momentRange(int column) {
        return values("min(epoch(m)), max(epoch(m)), max(epoch(m) % 86400)",
                "(SELECT " + moment(column) + " AS m FROM data)", column);
    }

    private double[] values(String expressions, String from, int column) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql(column, "SELECT " + expressions + " FROM " + from))) {
            result.next();
            double[] values = new double[result.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = result.getDouble(i + 1);
            }
            return values;
        } catch (SQLException e) {
            throw TableFailure.of(file.path(), e);
        }
    }

    /// A value of a loaded column that is no date.
    Optional<String> undated(int column) {
        return value("min(" + text(column) + ") FILTER (" + moment(column) + " IS NULL)", column);
    }

    private Optional<String> value(String expression, int column) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + sql(column, expression) + " FROM data")) {
            result.next();
            return Optional.ofNullable(result.getString(1));
        } catch (SQLException e) {
            throw TableFailure.of(file.path(), e);
        }
    }

    /// A column as it is to be read.
    ///
    /// @param column its place in the file
    record Asked(int column, As as) {}

    /// How a value comes.
    enum As {
        /// `getDouble`, which fits a float; null where it is no number.
        NUMBER,
        /// `getString`.
        TEXT,
        /// `getDouble`, in seconds since 1970 began in its own time zone.
        MOMENT
    }

    /// Takes the rows of a table, in the order of the file.
    interface Rows {
        /// @param values the columns from 1 on, as they were asked for; a missing value is null
        void row(ResultSet values) throws SQLException;
    }

    /// Reads loaded columns.
    void read(List<Asked> asked, Rows rows) {
        ask("SELECT " + sql(asked) + " FROM data", rows);
    }

    /// Reads loaded columns in the order of the first of them. Behind the columns stands the row's place in the file, from 0.
    ///
    /// @param keys how many columns make the order; what is missing comes first, and what is equal in the file's order
    void readInOrder(List<Asked> asked, int keys, Rows rows) {
        String order = IntStream.rangeClosed(1, keys).mapToObj(key -> key + " NULLS FIRST, ")
                .collect(Collectors.joining());
        ask("SELECT " + sql(asked) + ", rowid FROM data ORDER BY " + order + "rowid", rows);
    }

    private String sql(List<Asked> asked) {
        return asked.stream().map(a -> sql(a.column(), switch (a.as()) {
            case NUMBER -> "dN";
            case TEXT -> text(a.column());
            case MOMENT -> "epoch(" + moment(a.column()) + ")";
        })).collect(Collectors.joining(", "));
    }

    /// Answers a question in SQL about the table `data`.
    void ask(String sql, Rows rows) {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.row(result);
            }
        } catch (SQLException e) {
            throw TableFailure.of(file.path(), e);
        }
    }

    /// The text of a loaded column, as SQL.
    String textSql(int column) {
        return sql(column, text(column));
    }

    /// The moment of a loaded column in seconds, as SQL.
    String momentSql(int column) {
        return sql(column, "epoch(" + moment(column) + ")");
    }

    /// Pieces of SQL, with commas between, one a column.
    private static String each(List<Integer> columns, IntFunction<String> piece) {
        return columns.stream().map(c -> sql(c, piece.apply(c))).collect(Collectors.joining(", "));
    }

    /// A piece of SQL for a column, whose number takes the place of `N`.
    private static String sql(int column, String sql) {
        return COLUMN.matcher(sql).replaceAll(Integer.toString(column));
    }

    @Override
    public void close() {
        Duck.close(connection);
        scratch.close();
    }
}
