package io.netloom.profile;

import io.netloom.data.ColumnType;
import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import io.netloom.data.TableQuery.Row;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Counts what is in each column.
final class Statistics {
    /// Rows up to which distinct values and quantiles are counted exactly.
    private static final long EXACT = 1_000_000;
    /// Rows from which quantiles are then taken: that of a half is off by a thousandth of the rows.
    private static final long SAMPLE = 250_000;
    private static final int BARS = 12;
    private static final int FREQUENT = 8;
    private static final int EXAMPLES = 3;
    private static final int ROWS_FOR_EXAMPLES = 100;
    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int TEXTS = 2_000;

    private final TableQuery table;
    private final boolean estimated;

    private final Runnable go;

    /// @param go is run before each column; it may throw to end the look
    Statistics(TableQuery table, Runnable go) {
        this.table = table;
        this.go = go;
        this.estimated = table.rows() > EXACT;
    }

    /// All columns, in order.
    List<ColumnProfile> all() {
        List<Column> columns = table.columns();
        List<List<String>> examples = examples(columns);
        List<ColumnProfile> all = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            go.run();
            all.add(of(columns.get(c), examples.get(c)));
        }
        return all;
    }

    private ColumnProfile of(Column column, List<String> examples) {
        long missing = table.rows() - column.present();
        if (column.present() == 0) {
            return new ColumnProfile(column.name(), column.type(), missing, 0, false, new ColumnValues.Nothing(),
                    List.of());
        }
        String distinct = (estimated ? "approx_count_distinct(" : "count(DISTINCT ") + column.value() + ")";
        return switch (column.type()) {
            case NUMBER -> {
                String d = column.number();
                Row row = ask(distinct + ", min(" + d + "), max(" + d + "), avg(" + d + "), stddev_pop(" + d
                        + ") FROM data");
                yield profile(column, row.count(0), numbers(column, row), examples);
            }
            case DATE -> {
                Row row = ask(distinct + ", min(" + column.moment() + "), max(" + column.moment() + ") FROM data");
                yield profile(column, row.count(0), moments(column, row), examples);
            }
            case TEXT, BOOLEAN -> {
                Row row = ask(distinct + ", avg(length(" + column.text() + ")) FROM data");
                yield profile(column, row.count(0), texts(column, row), examples);
            }
        };
    }

    private ColumnProfile profile(Column column, long distinct, ColumnValues values, List<String> examples) {
        return new ColumnProfile(column.name(), column.type(), table.rows() - column.present(),
                Math.min(column.present(), distinct), estimated, values, examples);
    }

    private Row ask(String expressions) {
        return table.ask("SELECT " + expressions).getFirst();
    }

    private ColumnValues numbers(Column column, Row row) {
        if (Double.isNaN(row.number(1))) {
            return new ColumnValues.Nothing();
        }
        return new ColumnValues.Numbers(row.number(1), row.number(2), row.number(3), row.number(4), quantiles(column),
                histogram(column.number(), row.number(1), row.number(2)));
    }

    /// Of a large table those of some of its rows, drawn at random but always the same ones; of all rows where few have a value.
    private List<Double> quantiles(Column column) {
        boolean some = estimated && column.present() > SAMPLE;
        String text = ask("CAST(quantile_cont(" + column.number() + ", " + ColumnValues.Numbers.SHARES + ") AS VARCHAR)"
                + " FROM data" + (some ? " WHERE hash(rowid) % " + table.rows() / SAMPLE + " = 0" : "")).text(0)
                .orElseThrow();
        return Pattern.compile("[^\\[\\], ]+").matcher(text).results().map(number -> Double.valueOf(number.group()))
                .toList();
    }

    private List<Bar> histogram(String value, double least, double greatest) {
        if (!(greatest > least)) {
            return List.of(new Bar(least, greatest, ask("count(" + value + ") FROM data").count(0)));
        }
        double width = (greatest - least) / BARS;
        long[] counts = new long[BARS];
        table.each("SELECT CAST(floor((" + value + " - (" + least + ")) / " + width + ") AS INTEGER) AS bar, count(*)"
                + " FROM data GROUP BY bar", row -> {
                    if (!Double.isNaN(row.number(0))) {
                        counts[Math.clamp(row.count(0), 0, BARS - 1)] += row.count(1);
                    }
                });
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < BARS; i++) {
            bars.add(new Bar(least + i * width, i == BARS - 1 ? greatest : least + (i + 1) * width, counts[i]));
        }
        return bars;
    }

    private ColumnValues moments(Column column, Row row) {
        if (Double.isNaN(row.number(1))) {
            return new ColumnValues.Nothing();
        }
        return new ColumnValues.Moments(written(row.number(1)), written(row.number(2)),
                histogram(column.moment(), row.number(1), row.number(2)));
    }

    /// A moment as ISO 8601 writes it; a day alone where no hour is told.
    private static String written(double seconds) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
        return moment.toLocalTime().toSecondOfDay() == 0 ? moment.toLocalDate().toString() : moment.toString();
    }

    private ColumnValues texts(Column column, Row row) {
        String text = column.text();
        List<ColumnValues.Frequent> frequent = new ArrayList<>();
        if (2 * row.count(0) <= column.present()) {
            table.each("SELECT left(" + text + ", " + LONGEST + ") AS t, count(*) AS n FROM data WHERE " + text
                    + " IS NOT NULL GROUP BY " + text + ", t ORDER BY n DESC, t LIMIT " + FREQUENT,
                    found -> frequent.add(new ColumnValues.Frequent(found.text(0).orElseThrow(), found.count(1))));
        }
        return new ColumnValues.Texts(frequent, row.number(1),
                frequent.isEmpty() ? Optional.of(words(text)) : Optional.empty());
    }

    private ColumnValues.Words words(String text) {
        List<String> texts = new ArrayList<>();
        table.each("SELECT left(" + text + ", " + LONGEST_TEXT + ") FROM data WHERE " + text
                + " IS NOT NULL ORDER BY rowid LIMIT " + TEXTS, found -> texts.add(found.text(0).orElseThrow()));
        WordCounts words = WordCounts.of(texts);
        return new ColumnValues.Words(texts.size(), words.all() / (double) Math.max(1, texts.size()),
                words.texts().size(), (int) words.texts().values().stream().filter(times -> times > 1).count());
    }

    /// The first different values of each column among the first rows.
    private List<List<String>> examples(List<Column> columns) {
        List<Row> rows = table.ask("SELECT "
                + columns.stream().map(column -> "left(" + column.text() + ", " + LONGEST + ")")
                        .collect(Collectors.joining(", "))
                + " FROM data ORDER BY rowid LIMIT " + ROWS_FOR_EXAMPLES);
        List<List<String>> examples = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int at = c;
            boolean number = columns.get(c).type() == ColumnType.NUMBER;
            examples.add(rows.stream().flatMap(row -> row.text(at).stream()).map(text -> number ? plain(text) : text)
                    .distinct().limit(EXAMPLES).toList());
        }
        return examples;
    }

    private static String plain(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }
}
