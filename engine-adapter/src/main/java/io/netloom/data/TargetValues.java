package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a table that are to be learned, while it is read and afterwards.
sealed interface TargetValues permits TargetNumbers, TargetTags, TargetValues.Classes {

    /// Reads the values of a row, from `column` on; false if one is missing.
    ///
    /// @param line the row's number in the file
    boolean take(int row, int line, ResultSet values, int column) throws SQLException;

    /// Called once, when all rows were read.
    void finish();

    /// @throws BadInput if all rows are of one class
    void refuseOneClass();

    Task task();

    /// What was passed over, a sentence each.
    default List<Sentence> warnings() {
        return List.of();
    }

    /// @throws IllegalArgumentException if these are no classes
    default int classOf(int row) {
        throw new IllegalArgumentException("this target is no class");
    }

    /// @throws IllegalArgumentException if these are no numbers
    default float[] numbersOf(int row) {
        throw new IllegalArgumentException("this target is a class");
    }

    void write(int row, Batch into, int target, int batchRow);

    /// A column of classes: sorted as numbers if all are whole numbers, else as texts.
    final class Classes implements TargetValues {
        private static final int MOST_CLASSES = 1_000;

        private final Path file;
        private final String column;
        private final boolean whole;
        private final int[] values;
        private final Map<String, Integer> found = new HashMap<>();
        private List<String> names = List.of();
        private int rows;

        /// @param whole whether all are whole numbers
        Classes(Path file, String column, boolean whole, int rows) {
            this.file = file;
            this.column = column;
            this.whole = whole;
            this.values = new int[rows];
        }

        @Override
        public boolean take(int row, int line, ResultSet from, int index) throws SQLException {
            String text = from.getString(index);
            if (text == null) {
                return false;
            }
            values[row] = found.computeIfAbsent(whole ? number(text) : text, _ -> found.size());
            if (found.size() > MOST_CLASSES) {
                throw new BadInput(Sentence.of("input.many-classes",
                        "The column \"{0}\" of {1} holds more than {2} different values, too many for classes. Choose another"
                                + " target, or learn it as a number.",
                        column, file.toString(), MOST_CLASSES));
            }
            rows = row + 1;
            return true;
        }

        private static String number(String text) {
            return Long.toString((long) Double.parseDouble(text));
        }

        @Override
        public void finish() {
            Comparator<String> order = whole ? Comparator.comparingLong(Long::parseLong)
                    : Comparator.naturalOrder();
            names = found.keySet().stream().sorted(order).toList();
            int[] sorted = new int[names.size()];
            for (int i = 0; i < sorted.length; i++) {
                sorted[found.get(names.get(i))] = i;
            }
            for (int row = 0; row < rows; row++) {
                values[row] = sorted[values[row]];
            }
        }

        @Override
        public void refuseOneClass() {
            if (found.size() < 2) {
                throw new BadInput(Sentence.of("input.one-class",
                        "The column \"{0}\" of {1} has only one class, \"{2}\", in all rows that can be used. Choose another"
                                + " target, or add rows of another class.",
                        column, file.toString(), found.keySet().iterator().next()));
            }
        }

        @Override
        public Task task() {
            return new Task.Classification(names);
        }

        @Override
        public int classOf(int row) {
            return values[row];
        }

        @Override
        public void write(int row, Batch into, int target, int batchRow) {
            into.putClass(target, batchRow, values[row]);
        }
    }
}
