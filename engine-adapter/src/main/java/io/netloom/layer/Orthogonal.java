package io.netloom.layer;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/// Random matrices whose shorter sides are unit vectors at right angles, by Gram and Schmidt's process. It takes rows one
/// by one and subtracts whole rows from others, so that it runs through memory in order.
final class Orthogonal {
    private Orthogonal() {}

    /// Fills `target`, which holds a matrix row by row.
    static void fill(FloatBuffer target, int columns, RandomGenerator random) {
        int rows = target.remaining() / columns;
        int vectors = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        // Entry i of vector j stands at [i][j].
        double[][] entries = new double[length][vectors];
        for (double[] row : entries) {
            for (int j = 0; j < vectors; j++) {
                row[j] = random.nextGaussian();
            }
        }
        for (int j = 0; j < vectors; j++) {
            straighten(entries, j);
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                target.put((float) (rows >= columns ? entries[row][column] : entries[column][row]));
            }
        }
    }

    /// Makes vector `j` a unit and takes its part out of the vectors behind it.
    private static void straighten(double[][] entries, int j) {
        double squares = 0;
        for (double[] row : entries) {
            squares += row[j] * row[j];
        }
        double size = Math.sqrt(squares);
        double[] parts = new double[entries[0].length];
        for (double[] row : entries) {
            row[j] /= size;
            double entry = row[j];
            for (int k = j + 1; k < row.length; k++) {
                parts[k] += entry * row[k];
            }
        }
        for (double[] row : entries) {
            double entry = row[j];
            for (int k = j + 1; k < row.length; k++) {
                row[k] -= entry * parts[k];
            }
        }
    }
}
