package io.netloom.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearModelTest {
    @Test
    void aPlaneIsFound() {
        var random = new Random(1);
        double[][] x = new double[500][];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {random.nextGaussian(), random.nextGaussian(), 1};
            y[i] = 3 * x[i][0] - 2 * x[i][1] + 5;
        }
        LinearModel model = LinearModel.ofNumbers(x, y, 1e-6);
        assertThat(model.number(new double[] {1, 1, 1})).isEqualTo(6, within(1e-4));
        assertThat(model.number(new double[] {-2, 0.5, 1})).isEqualTo(-2, within(1e-4));
    }

    @Test
    void aLineBetweenThreeClassesIsFound() {
        var random = new Random(2);
        double[][] x = new double[600][];
        int[] y = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = i % 3;
            x[i] = new double[] {4 * Math.cos(2 * y[i]) + random.nextGaussian(),
                    4 * Math.sin(2 * y[i]) + random.nextGaussian(), 1};
        }
        LinearModel model = LinearModel.ofClasses(x, y, 3, 1);
        long right = IntStream.range(0, x.length).filter(i -> model.likeliest(x[i]) == y[i]).count();
        assertThat(right).isGreaterThan(570);
    }

    @Test
    void aFeatureThatNeverDiffersDoesNoHarm() {
        double[][] x = {{0, 7, 1}, {1, 7, 1}, {2, 7, 1}, {3, 7, 1}};
        assertThat(LinearModel.ofNumbers(x, new double[] {0, 2, 4, 6}, 1e-6).number(new double[] {5, 7, 1}))
                .isEqualTo(10, within(1e-3));
    }
}
