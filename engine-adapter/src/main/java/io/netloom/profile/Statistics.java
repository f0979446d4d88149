package io.netloom.profile;

import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import io.netloom.data.TableQuery.Row;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Counts what is in each column.
final class Statistics {
    /// Rows up to which distinct values and quantiles are counted exactly.
    private static final long EXACT = 1_000_000;
    private static final int BARS = 12;
    private static final int FREQUENT = 8;
    private static final int EXAMPLES = 3;
    private static final int ROWS_FOR_EXAMPLES = 100;
    private static final int LONGEST = 200;

    private final TableQuery table;
    private final boolean estimated;

    Statistics(TableQuery table) {
        this.table = table;
        this.estimated = table.rows() > EXACT;
    }

    ColumnProfile of(Column column) {
        long missing = table.rows() - column.present();
        if (column.present() == 0) {
            return new ColumnProfile(column.name(), column.type(), missing, 0, false, new ColumnValues.Nothing(),
                    List.of());
        }
        long distinct = Math.min(column.present(), ask((estimated ? "approx_count_distinct(" : "count(DISTINCT ")
                + column.value() + ")").count(0));
        ColumnValues values = switch (column.type()) {
            case NUMBER -> column.numbers() == 0 ? texts(column, distinct) : numbers(column);
            case DATE -> moments(column);
            case TEXT,BOOLEAN -> texts(column, distinct);
        };
        return new ColumnProfile(column.name(), column.type(), missing, distinct, estimated, values,
                examples(column));
    }

    private Row ask(String expressions) {
        return table.ask("SELECT " + expressions + " FROM data").getFirst();
    }

    private ColumnValues numbers(Column column) {
        String shares = ColumnValues.Numbers.SHARES.toString();
        String d = column.number();
        Row row = ask("min(" + d + "), max(" + d + "), avg(" + d + "), stddev_pop(" + d + ")");
        List<Double> quantiles = new ArrayList<>();
        table.each("SELECT unnest(" + (estimated ? "approx_quantile(" : "quantile_cont(") + d + ", " + shares
                + ")) FROM data", quantile -> quantiles.add(quantile.number(0)));
        return new ColumnValues.Numbers(row.number(0), row.number(1), row.number(2), row.number(3), quantiles,
                histogram(d, row.number(0), row.number(1)));
    }

    private List<Bar> histogram(String value, double least, double greatest) {
        if (!(greatest > least)) {
            return List.of(new Bar(least, greatest, ask("count(" + value + ")").count(0)));
        }
        double width = (greatest - least) / BARS;
        long[] counts = new long[BARS];
        table.each("SELECT least(" + (BARS - 1) + ", greatest(0, floor((" + value + " - (" + least + ")) / " + width
                + "))) AS bar, count(*) FROM data WHERE " + value + " IS NOT NULL GROUP BY bar",
                row -> counts[(int) row.number(0)] = row.count(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < BARS; i++) {
            bars.add(new Bar(least + i * width, i == BARS - 1 ? greatest : least + (i + 1) * width, counts[i]));
        }
        return bars;
    }

    private ColumnValues moments(Column column) {
        Row row = ask("min(" + column.moment() + "), max(" + column.moment() + ")");
        if (Double.isNaN(row.number(0))) {
            return texts(column, Long.MAX_VALUE);
        }
        return new ColumnValues.Moments(written(row.number(0)), written(row.number(1)),
                histogram(column.moment(), row.number(0), row.number(1)));
    }

    /// A moment as ISO 8601 writes it; a day alone where no hour is told.
    private static String written(double seconds) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
        return moment.toLocalTime().toSecondOfDay() == 0 ? moment.toLocalDate().toString() : moment.toString();
    }

    private ColumnValues texts(Column column, long distinct) {
        String text = column.text();
        List<ColumnValues.Frequent> frequent = new ArrayList<>();
        if (2 * distinct <= column.present()) {
            table.each("SELECT left(" + text + ", " + LONGEST + ") AS t, count(*) AS n FROM data WHERE " + text
                    + " IS NOT NULL GROUP BY " + text + ", t ORDER BY n DESC, t LIMIT " + FREQUENT,
                    row -> frequent.add(new ColumnValues.Frequent(row.text(0).orElseThrow(), row.count(1))));
        }
        return new ColumnValues.Texts(frequent, ask("avg(length(" + text + "))").number(0));
    }

    private List<String> examples(Column column) {
        return table.ask("SELECT left(t, " + LONGEST + ") FROM (SELECT " + column.text()
                + " AS t, rowid AS r FROM data ORDER BY rowid LIMIT " + ROWS_FOR_EXAMPLES
                + ") WHERE t IS NOT NULL GROUP BY t ORDER BY min(r) LIMIT " + EXAMPLES).stream()
                .map(row -> row.text(0).orElseThrow()).toList();
    }
}
