package io.netloom.data;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A table that is asked questions in DuckDB's SQL, larger than memory if need be. The table is called `data`, and has a `rowid`;
/// [Column] says how to name its columns, so that no name of the user's stands in a question.
public final class TableQuery implements AutoCloseable {
    private final OpenTable table;
    private final List<ColumnFacts> facts;

    private TableQuery(OpenTable table, List<ColumnFacts> facts) {
        this.table = table;
        this.facts = facts;
    }

    /// Reads a table.
    ///
    /// @throws BadInput if the file cannot be read as a table with a header and rows
    public static TableQuery open(TableFile file) {
        OpenTable table = OpenTable.open(file);
        try {
            return new TableQuery(table, TableChoice.facts(table));
        } catch (BadInput e) {
            table.close();
            throw e;
        }
    }

    /// A column of the table.
    ///
    /// @param name as the header has it; empty where it has none
    /// @param type what its values are taken for
    /// @param present values that are not missing
    /// @param numbers values among them that are numbers
    /// @param wholes numbers without a fraction
    /// @param dates values among them that are dates, but no numbers
    /// @param number its value as a number, in SQL; null where it is none
    /// @param text its value as a text, in SQL
    /// @param moment its value in seconds since 1970, in SQL; null where it is no date
    public record Column(String name, ColumnType type, long present, long numbers, long wholes, long dates,
            String number, String text, String moment) {
        /// The value as it is kept, in SQL.
        public String value() {
            return numbers == present && type == ColumnType.NUMBER ? number : text;
        }
    }

    /// A row of an answer.
    public record Row(List<Object> values) {
        /// A number, or NaN.
        public double number(int at) {
            return values.get(at) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        /// A whole number.
        public long count(int at) {
            return ((Number) values.get(at)).longValue();
        }

        /// A text, if it is not missing.
        public Optional<String> text(int at) {
            return Optional.ofNullable(values.get(at)).map(Object::toString);
        }
    }

    /// Texts that usually stand for a missing value, in small letters.
    public static List<String> missingWords() {
        return OpenTable.USUALLY_MISSING;
    }

    /// How the file is written, where it is text with delimiters: what was found out and what the user says.
    public Optional<Dialect> written() {
        return table.written();
    }

    /// Proposes how to use the table, as [TableChoice] does. It is read again only where columns are to be taken for something else.
    ///
    /// @throws BadInput if a column cannot be used as the user says, or nothing can be learnt
    public TableChoice choice(TableWish wish) {
        return isAs(wish) ? TableChoice.of(table, facts, wish) : TableChoice.of(table.file(), wish);
    }

    /// Proposes how to use the pictures that the table names, as [ImageTable#detect] does.
    ///
    /// @throws BadInput if a column has the names of pictures, and none of them is there
    public Optional<ImageTable> pictures(List<String> targets) {
        return ListingDetection.of(table, facts, targets);
    }

    /// Proposes a forecast, as [SeriesChoice] does.
    ///
    /// @throws BadInput if there is no time, or there are no numbers to forecast
    public SeriesChoice series(TableWish columns, SeriesChoice.Wish wish) {
        return isAs(columns) ? SeriesChoice.of(table, facts, columns, wish)
                : SeriesChoice.of(table.file(), columns, wish);
    }

    /// Proposes a forecast where a choice looks like a series, as [SeriesChoice#found] does.
    public Optional<SeriesChoice> series(TableChoice choice, TableWish wish) {
        return isAs(wish) ? SeriesChoice.found(table, facts, choice, new TableWish(
                choice.table().targets().values().stream().flatMap(target -> target.columns().stream()).toList(),
                Optional.empty(), wish.uses(), wish.features())) : SeriesChoice.found(choice);
    }

    /// Whether all columns are taken already for what the user says.
    private boolean isAs(TableWish wish) {
        return wish.typed(table.file()).dialect().types().entrySet().stream()
                .allMatch(said -> facts.get(table.index(said.getKey())).type() == said.getValue());
    }

    /// The file.
    public Path path() {
        return table.file().path();
    }

    /// Rows of the table.
    public long rows() {
        return facts.getFirst().rows();
    }

    /// All columns, in the order of the file.
    public List<Column> columns() {
        return facts.stream().map(f -> new Column(f.name(), f.type(), f.present(), f.numbers(), f.wholes(), f.dates(),
                "d" + f.index(), table.textSql(f.index()), table.momentSql(f.index()))).toList();
    }

    /// The place of a column.
    ///
    /// @throws BadInput that lists the columns if there is none of that name
    public int index(String name) {
        return table.index(name);
    }

    /// The column that is usually learnt: one called target, label, class and the like, or else the last.
    public int likelyTarget() {
        return TableChoice.usualTarget(table.names());
    }

    /// Whether a column's values are classes when it is learnt, rather than numbers.
    public boolean isClass(int column) {
        return TableChoice.kind(table, facts.get(column)) == TargetColumn.Kind.CLASS;
    }

    /// Answers a question that has few rows.
    public List<Row> ask(String sql) {
        List<Row> rows = new ArrayList<>();
        each(sql, rows::add);
        return rows;
    }

    /// Answers a question row by row.
    public void each(String sql, Consumer<Row> take) {
        table.ask(sql, result -> take.accept(row(result)));
    }

    private static Row row(ResultSet result) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            values.add(result.getObject(i));
        }
        return new Row(values);
    }

    @Override
    public void close() {
        table.close();
    }
}
