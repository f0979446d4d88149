package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Head;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Task;
import io.netloom.compile.Weights;
import io.netloom.data.Dataset;
import io.netloom.data.Fractions;
import io.netloom.data.Input;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Evaluation;
import io.netloom.evaluate.Prediction;
import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every task is learnt, judged and answered, on data that is made.
@Tag("engine")
class TasksTest {
    private static final ComputeDevice CPU = ComputeDevice.parse("cpu");
    private static final Input ROW = new Input("x", Shape.of(3));
    private static final Input PICTURE = new Input("x", Shape.of(ElementType.UINT8, 1, 8, 8));
    private static final int SIZE = 200;

    @Test
    void tagsThatHoldTogetherAreLearnt() {
        Task tags = new Task.Tags(List.of("positive", "large", "rare"));
        Dataset data = new Made(SIZE, ROW, TasksTest::row, tags, i -> {
            float[] x = row(i);
            return new float[] {x[0] > 0 ? 1 : 0, Math.abs(x[1]) > 1 ? 1 : 0, x[2] > 1.2 ? 1 : 0};
        });
        Learnt learnt = learn(dense(3), data, Map.of("y", new Loss.Bce(new Loss.ClassWeights.Balanced())));
        assertThat(learnt.metrics()).containsOnlyKeys("loss", "accuracy", "exact", "precision", "recall", "f1",
                "auc");
        assertThat(learnt.metrics().get("accuracy")).isGreaterThan(0.9);
        assertThat(learnt.metrics().get("exact")).isBetween(0.7, learnt.metrics().get("accuracy"));
        assertThat(learnt.metrics().get("f1")).isGreaterThan(0.8);
        assertThat(learnt.answers().getFirst()).hasSize(3).allSatisfy(p -> assertThat(p).isBetween(0f, 1f));
        long right = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int tag = 0; tag < 3; tag++) {
                right += learnt.answers().get(i).get(tag) > 0.5 == data.numbersOf(i, 0)[tag] > 0.5 ? 1 : 0;
            }
        }
        assertThat(learnt.metrics().get("accuracy")).isCloseTo(right / (3.0 * SIZE), within(1e-6));
    }

    @Test
    void rareTagsAreWeighedByTheirRarity() {
        Task tags = new Task.Tags(List.of("often", "never", "once in four"));
        Dataset data = new Made(8, ROW, TasksTest::row, tags, i -> new float[] {1, 0, i % 4 == 0 ? 1 : 0});
        var plan = plan(Map.of("y", new Loss.Bce(new Loss.ClassWeights.Balanced())), new Fractions(0, 0));
        Head goal = Prepared.of(dense(3), data, plan).goals().getFirst();
        assertThat(goal.loss()).isEqualTo(new Loss.Bce(new Loss.ClassWeights.Given(
                Map.of("often", 0.0, "never", 8.0, "once in four", 3.0))));
    }

    @Test
    void severalNumbersAreLearntInTheirOwnUnits() {
        Task numbers = Task.Regression.unscaled(List.of("grams", "metres"));
        Dataset data = new Made(SIZE, ROW, TasksTest::row, numbers, i -> {
            float[] x = row(i);
            return new float[] {5000 + 900 * x[0], 0.3f - 0.1f * x[1] * x[2]};
        });
        Learnt learnt = learn(dense(2), data, Map.of());
        assertThat(learnt.metrics()).containsOnlyKeys("loss", "mae", "rmse", "r2");
        assertThat(learnt.metrics().get("r2")).isGreaterThan(0.9);
        double off = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int n = 0; n < 2; n++) {
                off += Math.abs(learnt.answers().get(i).get(n) - data.numbersOf(i, 0)[n]) / (2.0 * SIZE);
            }
        }
        assertThat(learnt.metrics().get("mae")).isCloseTo(off, within(1e-3 * off));
    }

    @Test
    void aDirectionIsLearntWithoutItsLength() {
        Task way = Task.Regression.unscaled(List.of("east", "north"));
        Dataset data = new Made(SIZE, ROW, TasksTest::row, way, i -> {
            float[] x = row(i);
            return new float[] {40 * x[0] + 3, 40 * x[1] - 7};
        });
        Learnt learnt = learn(dense(2), data, Map.of("y", new Loss.Cosine()));
        assertThat(learnt.metrics()).containsOnlyKeys("loss", "cosine");
        assertThat(learnt.metrics().get("cosine")).isGreaterThan(0.95);
        assertThat(learnt.goal().task()).isEqualTo(way);
    }

    @Test
    void sharesAreLearnt() {
        Task shares = new Task.Shares(List.of("a", "b"));
        Dataset data = new Made(SIZE, ROW, TasksTest::row, shares, i -> {
            float first = (float) (1 / (1 + Math.exp(-2 * row(i)[0])));
            return new float[] {first, 1 - first};
        });
        Learnt learnt = learn(dense(2), data, Map.of());
        assertThat(learnt.metrics()).containsOnlyKeys("loss", "kl", "accuracy");
        assertThat(learnt.metrics().get("kl")).isBetween(0.0, 0.02);
        assertThat(learnt.metrics().get("accuracy")).isGreaterThan(0.9);
        assertThat(learnt.answers()).allSatisfy(row -> assertThat(row.get(0) + row.get(1)).isCloseTo(1, within(1e-5f)));
    }

    @Test
    void aPictureIsGivenBackInItsOwnUnits() {
        Dataset data = new Made(SIZE, PICTURE, TasksTest::stripes, new Task.Reconstruction("x"),
                _ -> new float[0]);
        CheckedGraph network = new Drawing().block("x", "Input", "shape", "1×8×8").block("flatten", "Flatten")
                .block("code", "Dense", "units", "8").block("tanh", "Tanh").block("wide", "Dense", "units", "64")
                .block("back", "Reshape", "shape", "1×8×8").block("y", "Output")
                .chain("x", "flatten", "code", "tanh", "wide", "back", "y").checked();
        Learnt learnt = learn(network, data, Map.of());
        assertThat(learnt.metrics()).containsOnlyKeys("loss", "mae", "rmse", "r2");
        assertThat(learnt.metrics().get("r2")).isGreaterThan(0.9);
        double off = 0;
        for (int i = 0; i < SIZE; i++) {
            float[] picture = stripes(i);
            for (int p = 0; p < picture.length; p++) {
                off += Math.abs(learnt.answers().get(i).get(p) - picture[p]) / (picture.length * (double) SIZE);
            }
        }
        assertThat(learnt.metrics().get("mae")).isCloseTo(off, within(1e-3 * off));
    }

    @Test
    void aClassIsLearntForEachPixel() {
        Task pixels = new Task.Segmentation(List.of("dark", "bright"), 8, 8);
        Dataset data = new Made(SIZE, PICTURE, TasksTest::stripes, pixels, TasksTest::mask);
        CheckedGraph network = new Drawing().block("x", "Input", "shape", "1×8×8")
                .block("conv", "Conv2d", "filters", "4").block("relu", "ReLU").block("head", "Conv2d", "filters", "2")
                .block("y", "Output").chain("x", "conv", "relu", "head", "y").checked();
        var loss = new Loss.CrossEntropy(0, new Loss.ClassWeights.Balanced());
        Learnt learnt = learn(network, data, Map.of("y", loss));
        assertThat(learnt.metrics()).containsOnlyKeys("loss", "accuracy", "precision", "recall", "f1", "iou",
                "iou.dark",
                "iou.bright");
        assertThat(learnt.metrics().get("accuracy")).isGreaterThan(0.95);
        assertThat(learnt.metrics().get("iou")).isGreaterThan(0.9);
        long both = 0;
        long either = 0;
        for (int i = 0; i < SIZE; i++) {
            float[] mask = mask(i);
            for (int p = 0; p < 64; p++) {
                boolean bright = learnt.answers().get(i).get(64 + p) > 0.5;
                both += bright && mask[p] == 1 ? 1 : 0;
                either += bright || mask[p] == 1 ? 1 : 0;
            }
        }
        assertThat(learnt.metrics().get("iou.bright")).isCloseTo(both / (double) either, within(1e-3));
    }

    @Test
    void aLossIsWeighedOnlyForATargetOfTheData() {
        Dataset data = new Made(8, ROW, TasksTest::row, new Task.Regression(0, 1), i -> new float[] {i});
        TrainingPlan plan = new TrainingPlan(1, 4, 0.1, new Schedule.Constant(), Learning.by(new Optimiser.Adam()), 0,
                Map.of(), Map.of("z", 0.5), Fractions.DEFAULT, 1);
        assertThatThrownBy(() -> Prepared.of(dense(1), data, plan)).isInstanceOf(BadInput.class)
                .hasMessage(
                        "The plan says how 'z' is to be learnt, but the data has 'y'. Name a target of the data under"
                                + " losses and lossWeights.");
    }

    @Test
    void aLossThatCannotLearnATaskIsRefusedWithThoseThatCan() {
        Dataset data = new Made(8, ROW, TasksTest::row, new Task.Tags(List.of("a", "b")), _ -> new float[] {1, 0});
        assertThatThrownBy(() -> Prepared.of(dense(2), data, plan(Map.of("y", Loss.CROSS_ENTROPY), Fractions.DEFAULT)))
                .isInstanceOf(BadInput.class).hasMessage("The target 'y' is a set of tags, which the loss crossentropy"
                        + " cannot learn. Choose bce.");
        Dataset number = new Made(8, ROW, TasksTest::row, new Task.Regression(0, 1), i -> new float[] {i});
        assertThatThrownBy(
                () -> Prepared.of(dense(1), number, plan(Map.of("y", new Loss.Cosine()), Fractions.DEFAULT)))
                .hasMessageContaining("is a number, which the loss cosine cannot learn. Choose mse, mae or huber.");
    }

    @Test
    void theAreaUnderTheCurveIsTheShareOfAllPairsThatAreInOrder() {
        Task kinds = new Task.Classification(List.of("usual", "rare", "other"));
        Dataset classes = new Made(SIZE, ROW, TasksTest::row, kinds,
                i -> new float[] {i % 50 == 0 ? 1 : noisy(i, 0) > 0.8 ? 2 : 0});
        assertAreaOfPairs(learn(dense(3), classes, Map.of()), 3, (i, c) -> classes.classOf(i, 0) == c);

        Task tags = new Task.Tags(List.of("half", "rare"));
        Dataset tagged = new Made(SIZE, ROW, TasksTest::row, tags,
                i -> new float[] {noisy(i, 0) > 0 ? 1 : 0, noisy(i, 1) > 1.6 ? 1 : 0});
        assertAreaOfPairs(learn(dense(2), tagged, Map.of()), 2, (i, c) -> tagged.numbersOf(i, 0)[c] > 0);
    }

    private static double noisy(int example, int column) {
        return row(example)[column] + new Random(-example).nextGaussian() / 2;
    }

    private static void assertAreaOfPairs(Learnt learnt, int classes, BiPredicate<Integer, Integer> isOf) {
        double area = IntStream.range(0, classes).mapToDouble(c -> {
            double inOrder = 0;
            long pairs = 0;
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    if (isOf.test(i, c) && !isOf.test(j, c)) {
                        int order = Float.compare(learnt.answers().get(i).get(c), learnt.answers().get(j).get(c));
                        inOrder += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                        pairs++;
                    }
                }
            }
            return inOrder / pairs;
        }).average().orElseThrow();
        assertThat(area).isBetween(0.6, 0.9999);
        assertThat(learnt.metrics().get("auc")).isCloseTo(area, within(2e-3));
    }

    /// The logarithm of a negative number is no number, and such scores have no place among the others.
    @Test
    void aNetworkThatAnswersNoNumbersIsJudgedAllTheSame() {
        CheckedGraph network = new Drawing().block("x", "Input", "shape", "3").block("dense", "Dense", "units", "2")
                .block("log", "Lambda", "expression", "log(0*x-1)").block("y", "Output")
                .chain("x", "dense", "log", "y").checked();
        Dataset data = new Made(8, ROW, TasksTest::row, new Task.Classification(List.of("a", "b")),
                i -> new float[] {i % 2});
        Prepared prepared = Prepared.of(network, data, plan(Map.of(), new Fractions(0, 0)));
        var model = new TrainedModel(prepared.objective(), Weights.initial(network, 1), prepared.fitted().tasks());
        assertThat(Evaluation.of(model, data, IntStream.range(0, 8).toArray(), CPU).values())
                .containsEntry("auc", 0.5).containsEntry("loss", Double.NaN);
    }

    @Test
    void weightsOfClassesThatTheDataLacksAreRefused() {
        Dataset data = new Made(8, ROW, TasksTest::row, new Task.Tags(List.of("a", "b")), _ -> new float[] {1, 0});
        var weights = new Loss.ClassWeights.Given(Map.of("a", 2.0, "A", 3.0));
        assertThatThrownBy(() -> Prepared.of(dense(2), data,
                plan(Map.of("y", new Loss.Bce(weights)), Fractions.DEFAULT)))
                .isInstanceOf(BadInput.class).hasMessage("The plan gives a weight to the class 'A', but the data has"
                        + " 'a', 'b'. Name classes of the data, or take the weight out of the loss.");
    }

    @Test
    void whereNothingCanLearnThePlanIsRefused() {
        Dataset data = new Made(8, ROW, TasksTest::row, new Task.Tags(List.of("a", "b")), _ -> new float[] {1, 0});
        TrainingPlan frozen = frozen(Map.of("dense", 0.0, "head", 0.0));
        assertThatThrownBy(() -> Prepared.of(dense(2), data, frozen)).isInstanceOf(BadInput.class)
                .hasMessageContaining("freezes every block that has weights");
        CheckedGraph bare = new Drawing().block("in", "Input", "shape", "2").block("relu", "ReLU")
                .block("out", "Output").chain("in", "relu", "out").checked();
        assertThatThrownBy(() -> Prepared.of(bare, data, TrainingPlan.usual())).isInstanceOf(BadInput.class)
                .hasMessageContaining("No block of the network has weights");
    }

    @Test
    void aRateForABlockThatIsNotThereIsSaid() {
        Dataset data = new Made(8, ROW, TasksTest::row, new Task.Tags(List.of("a", "b")), _ -> new float[] {1, 0});
        TrainingPlan plan = frozen(Map.of("desne", 0.0, "dense", 0.5));
        assertThat(Prepared.of(dense(2), data, plan).warnings(plan)).extracting(Object::toString).containsExactly(
                "The plan gives a learning rate to 'desne', but the network has no such block: the rate is not used.");
        assertThat(Prepared.of(dense(2), data, plan).warnings(plan.renamed("desne", "dense"))).isEmpty();
    }

    private static TrainingPlan frozen(Map<String, Double> rates) {
        return TrainingPlan.usual().withLearning(new Learning(new Optimiser.Adam(), 0, new Learning.Clipping.None(), 1,
                0, rates, Optional.of(Precision.FLOAT32)));
    }

    /// What came of a training.
    private record Learnt(Map<String, Double> metrics, List<List<Float>> answers, Head goal) {}

    private static Learnt learn(CheckedGraph network, Dataset data, Map<String, Loss> losses) {
        Prepared prepared = Prepared.of(network, data, plan(losses, new Fractions(0, 0)));
        TrainedModel model = Trainer.train(prepared, plan(losses, new Fractions(0, 0)), CPU, new Keeper() {
            @Override
            public void best(TrainedModel best) {}

            @Override
            public void last(TrainedModel last) {}
        }, _ -> {}, Gate.until(() -> false));
        int[] all = IntStream.range(0, data.size()).toArray();
        var answers = new ArrayList<List<Float>>();
        Prediction.of(model, data, CPU, (_, heads) -> {
            var row = new ArrayList<Float>();
            for (float value : heads.getFirst()) {
                row.add(value);
            }
            answers.add(row);
        });
        return new Learnt(Evaluation.of(model, data, all, CPU).values(), answers, prepared.goals().getFirst());
    }

    private static TrainingPlan plan(Map<String, Loss> losses, Fractions fractions) {
        return new TrainingPlan(40, 20, 0.02, new Schedule.Constant(), Learning.by(new Optimiser.Adam()), 0, losses,
                Map.of(), fractions, 1);
    }

    private static CheckedGraph dense(int outputs) {
        return new Drawing().block("x", "Input", "shape", "3").block("dense", "Dense", "units", "16")
                .block("tanh", "Tanh").block("head", "Dense", "units", Integer.toString(outputs)).block("y", "Output")
                .chain("x", "dense", "tanh", "head", "y").checked();
    }

    private static float[] row(int example) {
        var random = new Random(example);
        return new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(),
                (float) random.nextGaussian()};
    }

    /// Two bright columns somewhere on a dark ground that is not quite even.
    private static float[] stripes(int example) {
        var random = new Random(example);
        float[] pixels = new float[64];
        float[] mask = mask(example);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (mask[i] == 1 ? 200 : 30) + random.nextInt(20);
        }
        return pixels;
    }

    private static float[] mask(int example) {
        float[] mask = new float[64];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % 8 == example % 7 || i % 8 == example % 7 + 1 ? 1 : 0;
        }
        return mask;
    }
}
