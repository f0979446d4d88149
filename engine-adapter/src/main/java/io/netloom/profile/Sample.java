package io.netloom.profile;

import io.netloom.data.ColumnType;
import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Some rows of a table, drawn at random but always the same ones, all columns of which fit into memory. They are divided into a part to
/// learn from and a part to judge by.
///
/// @param columns the values of each column of the table
/// @param learnt numbers of the rows to learn from
/// @param judged numbers of the rows to judge by
record Sample(List<Values> columns, int[] learnt, int[] judged) {
    private static final int MOST_ROWS = 20_000;
    private static final long MOST_VALUES = 2_000_000;
    /// Characters of a text: a column takes no more than some tens of megabytes.
    private static final int LONGEST = 1_000;
    private static final double JUDGED = 0.3;

    /// The values of a column.
    sealed interface Values {
        /// Numbers, and dates in seconds; NaN where one is missing.
        ///
        /// @param date whether they are dates
        record Numbers(double[] values, boolean date) implements Values {}

        /// Texts, the beginnings of long ones; null where one is missing.
        record Texts(String[] values) implements Values {}
    }

    static Sample of(TableQuery table, int target) {
        List<Column> columns = table.columns();
        long most = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / columns.size()));
        String known = columns.get(target).value() + " IS NOT NULL";
        long present = columns.get(target).present();
        String drawn = present <= most ? "" : " AND hash(rowid) % " + (present * 100 / most) + " < 100";
        List<List<Object>> rows = new ArrayList<>();
        table.each(
                "SELECT " + String.join(", ", columns.stream().map(Sample::expression).toList()) + " FROM data WHERE "
                        + known + drawn + " ORDER BY rowid LIMIT " + most * 2,
                row -> rows.add(row.values()));
        List<Values> values = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            values.add(values(columns.get(c), rows, c));
        }
        return divided(values, rows.size());
    }

    private static String expression(Column column) {
        return switch (column.type()) {
            case NUMBER -> column.number();
            case DATE -> column.moment();
            case TEXT, BOOLEAN -> "left(" + column.text() + ", " + LONGEST + ")";
        };
    }

    private static Values values(Column column, List<List<Object>> rows, int at) {
        if (column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN) {
            return new Values.Texts(rows.stream().map(row -> (String) row.get(at)).toArray(String[]::new));
        }
        return new Values.Numbers(
                rows.stream().mapToDouble(row -> row.get(at) instanceof Number n ? n.doubleValue() : Double.NaN)
                        .toArray(),
                column.type() == ColumnType.DATE);
    }

    /// Divides rows by chance, always in the same way.
    static Sample divided(List<Values> values, int rows) {
        int[] order = new int[rows];
        var random = new SplittableRandom(rows);
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int judged = (int) Math.round(rows * JUDGED);
        return new Sample(values, Arrays.copyOfRange(order, judged, rows),
                Arrays.copyOf(order, judged));
    }

    int rows() {
        return learnt.length + judged.length;
    }
}
