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

    /// Scores of those that are no cats fall into bins 0, 1 and 2, of cats into 1, 2 and 3: of nine pairs six are in order and two are
    /// level. The dogs are two, and in order. There is no cow, and so nothing to put into order.
    @Test
    void classesHaveTheMeanAreaUnderTheCurveOfThoseThatAreThere() {
        int bins = 4;
        double[] sums = new double[3 + 3 * 3 + 3 * 2 * bins];
        sums[9] = 3;
        sums[10] = 2;
        for (int i = 0; i < 3; i++) {
            sums[12 + i] = 1;
            sums[12 + bins + 1 + i] = 1;
        }
        sums[12 + 2 * bins] = 4;
        sums[12 + 3 * bins + 3] = 2;
        assertThat(Metrics.of(List.of(head("kind", KINDS)), List.of(sums), 6).values().get("auc"))
                .isCloseTo(((6 + 2 / 2.0) / 9 + 1) / 2, CLOSE);
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
            sums[1] += 2 * error;
            sums[2] += 4 * error * error;
            sums[3] += 2 * truth[i];
            sums[4] += 4 * truth[i] * truth[i];
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
    void severalHeadsAddTheirWeightedLossesAndNameTheirMetrics() {
        Head price = new Head("price", new Task.Regression(0, 10), Loss.MSE, 0.25);
        Metrics metrics = Metrics.of(List.of(head("kind", KINDS), price),
                List.of(new double[] {4, 1}, new double[] {8, 20, 800, 0, 2000}), 2);
        assertThat(metrics.values().keySet()).containsExactly("loss", "kind.loss", "kind.accuracy", "price.loss",
                "price.mae", "price.rmse", "price.r2");
        assertThat(metrics.loss()).isCloseTo(4 / 2.0 + 0.25 * 8 / 2.0, CLOSE);
        assertThat(metrics.values().get("kind.loss")).isCloseTo(4 / 2.0, CLOSE);
        assertThat(metrics.values().get("price.loss")).isCloseTo(8 / 2.0, CLOSE);
        assertThat(metrics.values().get("kind.accuracy")).isCloseTo(0.5, CLOSE);
        assertThat(metrics.values().get("price.mae")).isCloseTo(10, CLOSE);
        assertThat(metrics.values().get("price.rmse")).isCloseTo(20, CLOSE);
        assertThat(metrics.values().get("price.r2")).isCloseTo(1 - 8 / 20.0, CLOSE);
    }

    /// Two numbers over four examples: the first is off by 1 each time and always the same, the second by 3 where it is spread
    /// over 20 + 20 squares.
    @Test
    void severalNumbersHaveTheirErrorsTogetherAndANumberWithoutSpreadHasNoR2() {
        var two = new Task.Regression(List.of(new Task.Spread("a", 0, 1), new Task.Spread("b", 5, 2)));
        double[] sums = {6, 4, 12, 4, 36, 0, 0, 0, 40};
        Metrics metrics = Metrics.of(List.of(head("sizes", two)), List.of(sums), 4);
        assertThat(metrics.values().get("mae")).isCloseTo((1 + 3) / 2.0, CLOSE);
        assertThat(metrics.values().get("rmse")).isCloseTo(Math.sqrt((1 + 9) / 2.0), CLOSE);
        assertThat(metrics.values().get("r2")).isCloseTo(1 - 36 / 40.0, CLOSE);
    }

    @Test
    void aDirectionHasItsCosine() {
        Head head = new Head("way", Task.Regression.unscaled(List.of("x", "y")), new Loss.Cosine());
        Metrics metrics = Metrics.of(List.of(head), List.of(new double[] {1, 9, 9, 9, 9, 9, 9, 9, 9}), 4);
        assertThat(metrics.values()).containsOnlyKeys("loss", "cosine");
        assertThat(metrics.values().get("cosine")).isCloseTo(0.75, CLOSE);
    }

    /// Pixels: sky 6 right of 8 answered and 7 there, sea 3 of 4 and 5.
    @Test
    void pixelsHaveTheIntersectionOverTheUnionOfEachClass() {
        var pixels = new Task.Segmentation(List.of("sky", "sea", "boat"), 3, 4);
        double[] sums = {0.5, 0.75, 6, 3, 0, 8, 4, 0, 7, 5, 0};
        Metrics metrics = Metrics.of(List.of(head("mask", pixels)), List.of(sums), 1);
        assertThat(metrics.values()).containsOnlyKeys("loss", "accuracy", "precision", "recall", "f1", "iou", "iou.sky",
                "iou.sea");
        assertThat(metrics.values().get("accuracy")).isCloseTo(0.75, CLOSE);
        assertThat(metrics.values().get("iou.sky")).isCloseTo(6 / 9.0, CLOSE);
        assertThat(metrics.values().get("iou.sea")).isCloseTo(3 / 6.0, CLOSE);
        assertThat(metrics.values().get("iou")).isCloseTo((6 / 9.0 + 3 / 6.0) / 2, CLOSE);
        assertThat(metrics.values().get("f1")).isCloseTo((12 / 15.0 + 6 / 9.0) / 2, CLOSE);
    }

    /// Four examples of two tags: the first right three times of three answers and four that hold, the second never answered.
    @Test
    void tagsHaveTheShareThatIsRightAndTheMeansOverThem() {
        double[] sums = {2, 2.5, 1, 3, 0, 3, 0, 4, 1};
        Metrics metrics = Metrics.of(List.of(head("tags", new Task.Tags(List.of("old", "red")))), List.of(sums), 4);
        assertThat(metrics.values()).containsOnlyKeys("loss", "accuracy", "exact", "precision", "recall", "f1");
        assertThat(metrics.values().get("accuracy")).isCloseTo(0.625, CLOSE);
        assertThat(metrics.values().get("exact")).isCloseTo(0.25, CLOSE);
        assertThat(metrics.values().get("precision")).isCloseTo(0.5, CLOSE);
        assertThat(metrics.values().get("recall")).isCloseTo(0.75 / 2, CLOSE);
    }

    @Test
    void sharesHaveTheirDivergence() {
        Metrics metrics = Metrics.of(List.of(head("mix", new Task.Shares(List.of("a", "b")))),
                List.of(new double[] {1, 3}), 4);
        assertThat(metrics.values()).containsOnlyKeys("loss", "kl", "accuracy");
        assertThat(metrics.values().get("kl")).isCloseTo(0.25, CLOSE);
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
