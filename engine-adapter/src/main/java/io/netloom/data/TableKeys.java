package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Columns by which the examples of a table are divided. They are read anew from the file, for they need not be inputs.
record TableKeys(Table table, TableLines lines) {

    private interface Value {
        /// Takes the value of an example; false where it is missing.
        boolean take(int example, ResultSet row) throws SQLException;
    }

    /// @throws BadInput if there is no such column, or it misses a value
    String[] texts(String column) {
        String[] texts = new String[lines.size()];
        read(column, Optional.of(OpenTable.As.TEXT), (example, row) -> {
            texts[example] = row.getString(1);
            return texts[example] != null;
        });
        return texts;
    }

    /// @throws BadInput if there is no such column, it misses a value, or holds neither dates nor numbers
    double[] times(String column) {
        double[] times = new double[lines.size()];
        read(column, Optional.empty(), (example, row) -> {
            times[example] = row.getDouble(1);
            return !row.wasNull();
        });
        return times;
    }

    private void read(String column, Optional<OpenTable.As> as, Value value) {
        lines.files().forEach(Unchanged::check);
        int[] ends = {lines.ofTable(), lines.size()};
        List<TableFile> files = table.files();
        int from = 0;
        for (int f = 0; f < files.size(); f++) {
            try (OpenTable open = OpenTable.open(files.get(f))) {
                ColumnFacts facts = open.load(List.of(open.index(column))).getFirst();
                read(open, new OpenTable.Asked(facts.index(), as.orElseGet(() -> time(open, facts))), from, ends[f],
                        value);
            }
            from = ends[f];
        }
    }

    private static OpenTable.As time(OpenTable open, ColumnFacts facts) {
        return switch (facts.type()) {
            case DATE -> OpenTable.As.MOMENT;
            case NUMBER -> OpenTable.As.NUMBER;
            case TEXT, BOOLEAN -> throw new BadInput(Sentence.of("input.no-time",
                    "The column \"{0}\" of {1} is to tell the time, but it holds \"{2}\". Choose a column of dates or of"
                            + " numbers that grow.",
                    facts.name(), open.file().path().toString(), facts.text()));
        };
    }

    private void read(OpenTable open, OpenTable.Asked asked, int from, int to, Value value) {
        Path path = open.file().path();
        int[] at = {0, from};
        open.read(List.of(asked), row -> {
            at[0]++;
            if (at[1] < to && lines.numbers()[at[1]] == at[0] && !value.take(at[1]++, row)) {
                throw new BadInput(Sentence.of("input.no-key",
                        "The column \"{0}\" of {1}, by which the rows are divided, is empty in row {2}. Fill it, or divide"
                                + " them in another way.",
                        open.names().get(asked.column()), path.toString(), at[0]));
            }
        });
    }
}
