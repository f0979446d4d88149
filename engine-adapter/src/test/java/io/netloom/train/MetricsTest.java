package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Task;
import java.util.LinkedHashMap;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Formulas, against numbers that were worked out by hand.
class MetricsTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final Task KINDS = new Task.Classification(List.of("cat", "dog", "cow"));

    @Test
    void classesHaveTheMeanLossAndTheShareThatIsRight() {
        Metrics metrics = Metrics.of(List.of(head("kind", KINDS)), List.of(new double[] {6, 3}), 4);
        assertThat(metrics.values()).containsOnlyKeys("loss", "accuracy");
        assertThat(metrics.loss()).isEqualTo(1.5);
        assertThat(metrics.values().get("accuracy")).isEqualTo(0.75);
    }

    /// Ten examples of three classes (5, 3, 2); answers: cat 4 of which 3 right, dog 4 of which 2, cow 2 of which 1.
    @Test
    void judgedClassesHaveTheMeansOfPrecisionRecallAndF1() {
        double[] sums = {10, 6, 10, 3, 2, 1, 4, 4, 2, 5, 3, 2};
        Metrics metrics = Metrics.of(List.of(head("kind", KINDS)), List.of(sums), 10);
        assertThat(metrics.values()).containsOnlyKeys("loss", "accuracy", "precision", "recall", "f1");
        assertThat(metrics.values().get("precision")).isCloseTo((3 / 4.0 + 2 / 4.0 + 1 / 2.0) / 3, CLOSE);
        assertThat(metrics.values().get("recall")).isCloseTo((3 / 5.0 + 2 / 3.0 + 1 / 2.0) / 3, CLOSE);
        assertThat(metrics.values().get("f1")).isCloseTo((6 / 9.0 + 4 / 7.0 + 2 / 4.0) / 3, CLOSE);
    }

    @Test
    void aClassThatIsNeitherThereNorAnsweredDoesNotCount() {
        double[] sums = {1, 2, 2, 1, 1, 0, 1, 1, 0, 1, 1, 0};
        Metrics metrics = Metrics.of(List.of(head("kind", KINDS)), List.of(sums), 2);
        assertThat(metrics.values().get("f1")).isCloseTo(1, CLOSE);
    }

    /// Scores of the first class fall into bins 0, 1 and 2, of the second into 1, 2 and 3: of nine pairs six are in order
    /// and two are level.
    @Test
    void twoClassesHaveTheAreaUnderTheCurve() {
        int bins = 4;
        double[] sums = new double[3 + 3 * 2 + 2 * bins];
        sums[7] = 3;
        sums[8] = 3;
        for (int i = 0; i < 3; i++) {
            sums[9 + i] = 1;
            sums[9 + bins + 1 + i] = 1;
        }
        Task two = new Task.Classification(List.of("no", "yes"));
        assertThat(Metrics.of(List.of(head("kind", two)), List.of(sums), 6).values().get("auc"))
                .isCloseTo((6 + 2 / 2.0) / 9, CLOSE);
    }

    /// Truth 10, 14, 18, 22 (mean 16, deviation 2 for scaling) and answers 12, 14, 17, 21: errors 2, 0, 1, 1. So the mean
    /// absolute error is 1, the mean squared one 6 / 4, and R² is 1 − 6 / 80.
    @Test
    void numbersHaveTheirErrorsInTheirOwnUnit() {
        double[] truth = {-3, -1, 1, 3};
        double[] answers = {-2, -1, 0.5, 2.5};
        double[] sums = new double[5];
        for (int i = 0; i < truth.length; i++) {
            double error = Math.abs(answers[i] - truth[i]);
            sums[0] += error * error;
            sums[1] += error;
            sums[2] += error * error;
            sums[3] += truth[i];
            sums[4] += truth[i] * truth[i];
        }
        Metrics metrics = Metrics.of(List.of(head("price", new Task.Regression(16, 2))), List.of(sums), 4);
        assertThat(metrics.values()).containsOnlyKeys("loss", "mae", "rmse", "r2");
        assertThat(metrics.loss()).isCloseTo(1.5 / 4, CLOSE);
        assertThat(metrics.values().get("mae")).isCloseTo(1, CLOSE);
        assertThat(metrics.values().get("rmse")).isCloseTo(Math.sqrt(1.5), CLOSE);
        assertThat(metrics.values().get("r2")).isCloseTo(1 - 6 / 80.0, CLOSE);
    }

    @Test
    void answeringTheMeanHasAnR2OfZero() {
        Metrics metrics = Metrics.of(List.of(head("price", new Task.Regression(100, 5))),
                List.of(new double[] {8, 4, 8, 4, 16}), 2);
        assertThat(metrics.values().get("r2")).isCloseTo(0, CLOSE);
    }

    @Test
    void severalHeadsAddTheirLossesAndNameTheirMetrics() {
        Metrics metrics = Metrics.of(List.of(head("kind", KINDS), head("price", new Task.Regression(0, 10))),
                List.of(new double[] {4, 1}, new double[] {8, 2, 8, 0, 20}), 2);
        assertThat(metrics.values().keySet()).containsExactly("loss", "kind.accuracy", "price.mae", "price.rmse",
                "price.r2");
        assertThat(metrics.loss()).isCloseTo(4 / 2.0 + 8 / 2.0, CLOSE);
        assertThat(metrics.values().get("kind.accuracy")).isCloseTo(0.5, CLOSE);
        assertThat(metrics.values().get("price.mae")).isCloseTo(10, CLOSE);
        assertThat(metrics.values().get("price.rmse")).isCloseTo(20, CLOSE);
        assertThat(metrics.values().get("price.r2")).isCloseTo(1 - 8 / 20.0, CLOSE);
    }

    @Test
    void metricsCannotBeChanged() {
        var values = new LinkedHashMap<String, Double>();
        values.put("loss", 1.0);
        Metrics metrics = new Metrics(values);
        values.put("loss", 2.0);
        assertThat(metrics.loss()).isEqualTo(1);
        assertThatThrownBy(() -> metrics.values().put("loss", 3.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Head head(String name, Task task) {
        return new Head(name, task, Loss.usualFor(task));
    }
}
