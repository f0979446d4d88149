package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// Columns of numbers that are to be learned: as they are, as tags that hold or not, or as shares of a whole.
final class TargetNumbers implements TargetValues {
    /// Shares are often rounded to a few digits.
    private static final float ROUNDING = 0.01f;

    private final Path file;
    private final TargetColumn target;
    private final int width;
    private final float[] values;

    TargetNumbers(Path file, TargetColumn target, int rows) {
        this.file = file;
        this.target = target;
        this.width = target.columns().size();
        this.values = new float[Math.multiplyExact(rows, width)];
    }

    @Override
    public boolean take(int row, int line, ResultSet from, int column) throws SQLException {
        for (int i = 0; i < width; i++) {
            values[row * width + i] = (float) from.getDouble(column + i);
            if (from.wasNull()) {
                return false;
            }
        }
        switch (target.kind()) {
            case TAGS -> refuseOtherThanTags(row, line);
            case SHARES -> refuseOtherThanShares(row, line);
            case CLASS, NUMBER, NUMBERS -> {}
        }
        return true;
    }

    private void refuseOtherThanTags(int row, int line) {
        for (int i = 0; i < width; i++) {
            float value = values[row * width + i];
            if (value != 0 && value != 1) {
                throw new BadInput(Sentence.of("input.no-tag",
                        "The tag \"{0}\" of {1} is {2} in row {3,number,0}. Write 1 where it holds and 0 where it"
                                + " does not.",
                        target.columns().get(i), file.toString(), String.valueOf(value), line));
            }
        }
    }

    private void refuseOtherThanShares(int row, int line) {
        float sum = 0;
        for (int i = 0; i < width; i++) {
            float value = values[row * width + i];
            if (value < 0) {
                throw new BadInput(Sentence.of("input.no-share",
                        "The share \"{0}\" of {1} is {2} in row {3,number,0}. A share is 0 to 1.",
                        target.columns().get(i), file.toString(), String.valueOf(value), line));
            }
            sum += value;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new BadInput(Sentence.of("input.shares-sum",
                    "The shares {0} of {1} add up to {2} in row {3,number,0}. Divide each by their sum, so that"
                            + " it becomes 1.",
                    String.join(", ", target.columns()), file.toString(), String.valueOf(sum), line));
        }
        for (int i = 0; i < width; i++) {
            values[row * width + i] /= sum;
        }
    }

    @Override
    public void finish() {}

    @Override
    public void refuseOneClass() {}

    @Override
    public Task task() {
        List<String> names = target.columns();
        return switch (target.kind()) {
            case NUMBER -> new Task.Regression(0, 1);
            case NUMBERS -> Task.Regression.unscaled(names);
            case TAGS -> new Task.Tags(names);
            case SHARES -> new Task.Shares(names);
            case CLASS -> throw new IllegalStateException("a class is not read as numbers");
        };
    }

    @Override
    public float[] numbersOf(int row) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    @Override
    public void write(int row, Batch into, int target, int batchRow) {
        into.putTarget(target, batchRow, numbersOf(row));
    }
}
