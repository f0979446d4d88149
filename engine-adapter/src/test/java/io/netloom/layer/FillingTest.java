package io.netloom.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillingTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-6);

    @ParameterizedTest
    @CsvSource({"7, 4", "4, 7", "5, 5", "1, 6", "6, 1"})
    void theShorterSidesOfAnOrthogonalMatrixAreUnitsAtRightAngles(int rows, int columns) {
        float[] matrix = filled(Initialiser.ORTHOGONAL, rows * columns, columns);
        boolean tall = rows >= columns;
        int vectors = Math.min(rows, columns);
        for (int i = 0; i < vectors; i++) {
            for (int j = 0; j < vectors; j++) {
                int one = i;
                int other = j;
                double product = IntStream.range(0, Math.max(rows, columns)).mapToDouble(k -> tall
                        ? matrix[k * columns + one] * matrix[k * columns + other]
                        : matrix[one * columns + k] * matrix[other * columns + k]).sum();
                assertThat(product).as(i + " · " + j).isCloseTo(i == j ? 1 : 0, CLOSE);
            }
        }
    }

    @Test
    void anOrthogonalFillingThatDoesNotFallIntoRowsIsOneUnit() {
        float[] row = filled(Initialiser.ORTHOGONAL, 5, 3);
        assertThat(IntStream.range(0, 5).mapToDouble(i -> row[i] * row[i]).sum()).isCloseTo(1, CLOSE);
    }

    @Test
    void aTruncatedNormalStaysWithinTwoDeviations() {
        float[] values = filled(Initialiser.TRUNCATED_NORMAL, 10_000, 1);
        double squares = IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).sum();
        assertThat(values).doesNotContain(0);
        assertThat(IntStream.range(0, values.length).mapToDouble(i -> Math.abs(values[i])).max().orElseThrow())
                .isBetween(0.039, 0.04);
        // A normal cut at two deviations has 0.88 of its deviation.
        assertThat(Math.sqrt(squares / values.length)).isCloseTo(0.0176, Offset.offset(0.0005));
    }

    @Test
    void aConstantIsTheSameEverywhereOrInEqualParts() {
        assertThat(filled(Filling.constant(0.25), 3, 1)).containsExactly(0.25f, 0.25f, 0.25f);
        assertThat(filled(Filling.constant(0, 1, 0), 6, 1)).containsExactly(0, 0, 1, 1, 0, 0);
    }

    private static float[] filled(Filling filling, int size, long fanIn) {
        float[] values = new float[size];
        filling.fill(FloatBuffer.wrap(values), fanIn, 1, new SplittableRandom(1));
        return values;
    }
}
