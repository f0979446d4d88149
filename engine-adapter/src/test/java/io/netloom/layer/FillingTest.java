package io.netloom.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import io.netloom.shape.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aUserMayChooseAConstant() {
        Layer dense = Catalogue.standard().make("Dense", "units", "2", "initialiser", " Constant( -0.1 ) ");

        assertThat(Schema.of(dense).settings(dense)).containsEntry("initialiser", "constant(-0.1)");
        assertThat(filled(Initialiser.parse("constant(-0.1)"), 3, 1)).containsExactly(-0.1f, -0.1f, -0.1f);
        assertThat(filled(dense.weights(List.of(Shape.of(2))).getFirst().initialiser(), 2, 2))
                .containsExactly(-0.1f, -0.1f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "constant()", "constant(a)", "constant(NaN)", "constant(1e300)", "constant(1",
            "glorot"})
    void whatIsNoInitialiserIsRefused(String text) {
        assertThatThrownBy(() -> Catalogue.standard().make("Dense", "initialiser", text)).isInstanceOf(BadInput.class)
                .hasMessageContaining("'initialiser' of Dense").hasMessageContaining("constant");
    }

    @ParameterizedTest
    @EnumSource
    void everyInitialiserIsReadBackByItsName(Initialiser.Named named) {
        assertThat(Initialiser.parse(named.toString())).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"xavier_uniform, 0.2449, 0.1414", "xavier_normal, 0, 0.1414", "he_uniform, 0.3464, 0.2",
            "he_normal, 0, 0.2"})
    void heAndXavierHaveTheBoundsAndDeviationsOfTheirPapers(String name, double bound, double deviation) {
        float[] values = new float[50_000];
        Initialiser.parse(name).fill(FloatBuffer.wrap(values), 50, 50, new SplittableRandom(1));
        double squares = IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).sum();

        assertThat(Math.sqrt(squares / values.length)).isCloseTo(deviation, Offset.offset(0.002));
        if (bound > 0) {
            assertThat(IntStream.range(0, values.length).mapToDouble(i -> Math.abs(values[i])).max().orElseThrow())
                    .isCloseTo(bound, Offset.offset(0.0005));
        }
    }

    private static float[] filled(Filling filling, int size, long fanIn) {
        float[] values = new float[size];
        filling.fill(FloatBuffer.wrap(values), fanIn, 1, new SplittableRandom(1));
        return values;
    }
}
