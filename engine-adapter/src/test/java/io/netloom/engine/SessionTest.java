package io.netloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engine")
class SessionTest {
    private static final ComputeDevice CPU = ComputeDevice.parse("cpu");
    private static final int ROWS = 12;
    private static final Optimiser ADAM = new Optimiser.Adam();

    @Test
    void bothHeadsOfANetworkOfTwoInputsLearn() {
        Program program = Compiler.training(twoByTwo(), Weights.initial(twoByTwo().network(), 1), ADAM);
        try (var session = Session.open(program, CPU)) {
            session.evaluate(twoInputs(ROWS, 1), twoTargets(ROWS, 1));
            List<double[]> before = session.takeSums();
            for (int i = 0; i < 40; i++) {
                session.step(twoInputs(ROWS, 1), twoTargets(ROWS, 1), 0.01, i);
            }
            session.takeSums();
            session.evaluate(twoInputs(ROWS, 1), twoTargets(ROWS, 1));
            List<double[]> after = session.takeSums();
            assertThat(after.get(0)[0]).isLessThan(before.get(0)[0] / 2);
            assertThat(after.get(1)[0]).isLessThan(before.get(1)[0] / 2);
        }
    }

    @Test
    void theSumsOfEachHeadAreThoseOfItsAnswers() {
        Objective objective = twoByTwo();
        Program program = Compiler.training(objective, Weights.initial(objective.network(), 1), ADAM);
        try (var session = Session.open(program, CPU)) {
            // loss, right, among the five likeliest; right, answered and there, for each of three classes
            double[] kinds = new double[12];
            double[] prices = new double[5];
            for (int rows : new int[] {ROWS, 1, 5}) {
                session.evaluate(twoInputs(rows, rows), twoTargets(rows, rows));
                List<float[][]> answers = session.predict(twoInputs(rows, rows));
                List<TensorData> targets = twoTargets(rows, rows);
                for (int i = 0; i < rows; i++) {
                    float[] shares = answers.get(1)[i];
                    int kind = (int) targets.get(1).data().getLong(i * Long.BYTES);
                    kinds[0] -= Math.log(shares[kind]);
                    kinds[1] += largest(shares) == kind ? 1 : 0;
                    kinds[2]++;
                    kinds[3 + kind] += largest(shares) == kind ? 1 : 0;
                    kinds[6 + largest(shares)]++;
                    kinds[9 + kind]++;
                    double price = (targets.get(0).floats().get(i) - 100) / 20;
                    double error = (answers.get(0)[i][0] - 100) / 20 - price;
                    addTo(prices, error * error, 20 * Math.abs(error), 400 * error * error, 20 * price,
                            400 * price * price);
                }
            }
            List<double[]> sums = session.takeSums();
            for (int i = 0; i < prices.length; i++) {
                assertThat(sums.get(0)[i]).isCloseTo(prices[i], withinPercentage(1e-3));
            }
            assertThat(Arrays.copyOf(sums.get(1), kinds.length)).containsExactly(kinds, Offset.offset(1e-3));
            // Behind them each example has a score for each of the three classes.
            assertThat(Arrays.stream(sums.get(1)).skip(kinds.length).sum()).isEqualTo(3 * kinds[2]);
            assertThat(session.takeSums()).allSatisfy(cleared -> assertThat(cleared).containsOnly(0));
        }
    }

    @Test
    void aStepAddsTheSumsOfItsBatchBeforeTheUpdate() {
        try (var session = Session.open(image(ADAM), CPU)) {
            float loss = session.step(images(1), classes(1), 0.01, 1);
            double[] sums = session.takeSums().getFirst();
            assertThat(sums[0]).isCloseTo(loss * ROWS, Offset.offset(1e-4));
            assertThat(sums[1]).isBetween(0.0, (double) ROWS).isEqualTo(Math.rint(sums[1]));
        }
    }

    @Test
    void theAnswersForAClassAreSharesThatSumToOne() {
        try (var session = Session.open(image(ADAM), CPU)) {
            float[][] answers = session.predict(images(1)).getFirst();
            assertThat(answers).hasDimensions(ROWS, 3);
            for (float[] shares : answers) {
                assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void evaluationAndPredictionChangeNothing() {
        Program program = image(ADAM);
        try (var session = Session.open(program, CPU)) {
            session.step(images(1), classes(1), 0.01, 1);
            List<TensorData> before = session.state();
            session.evaluate(images(2), classes(2));
            session.predict(images(2));
            session.forward(images(2));
            assertThat(session.state()).isEqualTo(before);
        }
    }

    @Test
    void aStepMovesEveryWeightAndTheRunningStatistics() {
        Program program = image(ADAM);
        try (var session = Session.open(program, CPU)) {
            session.step(images(1), classes(1), 0.01, 1);
            List<TensorData> after = session.state();
            assertThat(program.stateNames()).contains("norm.running_mean", "norm.running_var", "conv.weight");
            for (int i = 0; i < after.size(); i++) {
                assertThat(after.get(i)).as(program.stateNames().get(i)).isNotEqualTo(program.initialState().get(i));
            }
        }
    }

    @Test
    void theInitialStatePutBackGivesTheFirstLossesAgain() {
        for (Optimiser optimiser : List.of(ADAM, new Optimiser.Sgd(0.9, 0.01), new Optimiser.Sgd(0, 0))) {
            Program program = image(optimiser);
            try (var session = Session.open(program, CPU)) {
                List<Float> first = train(session, 0, 6);
                session.restore(program.initialState());
                assertThat(train(session, 0, 6)).as(optimiser.toString()).isEqualTo(first);
            }
        }
    }

    @Test
    void aTrainingGoesOnFromItsStateInAnotherSession() {
        for (Optimiser optimiser : List.of(ADAM, new Optimiser.Sgd(0.9, 0.01))) {
            Program program = image(optimiser);
            List<TensorData> half;
            List<Float> second;
            try (var session = Session.open(program, CPU)) {
                train(session, 0, 4);
                half = session.state();
                second = train(session, 4, 4);
            }
            try (var session = Session.open(program, CPU)) {
                session.restore(half);
                assertThat(train(session, 4, 4)).as(optimiser.toString()).isEqualTo(second);
            }
        }
    }

    @Test
    void whatRestoreGotIsNotWrittenToByLaterSteps() {
        Program program = image(ADAM);
        try (var session = Session.open(program, CPU)) {
            List<TensorData> state = session.state();
            List<TensorData> copy = state.stream().map(SessionTest::copy).toList();
            session.restore(state);
            train(session, 0, 2);
            assertThat(state).isEqualTo(copy);
            assertThat(program.initialState()).isEqualTo(copy);
        }
    }

    @Test
    void severalStepsInOneCallAreTheStepsOneByOne() {
        List<TensorData> inputs = twoInputs(ROWS, 5);
        List<TensorData> targets = twoTargets(ROWS, 5);
        double[] rates = {0.01, 0.02, 0.005};
        Program program = Compiler.training(twoByTwo(), Weights.initial(twoByTwo().network(), 1), ADAM);
        try (var together = Session.open(program, CPU); var single = Session.open(program, CPU)) {
            float last = together.steps(inputs, targets, rates, 9);
            float loss = 0;
            for (int i = 0; i < rates.length; i++) {
                int from = i * ROWS / rates.length;
                int to = (i + 1) * ROWS / rates.length;
                loss = single.step(inputs.stream().map(t -> t.rows(from, to)).toList(),
                        targets.stream().map(t -> t.rows(from, to)).toList(), rates[i], 9 + i);
            }
            assertThat(last).isEqualTo(loss);
            assertThat(together.state()).extracting(TensorData::data)
                    .isEqualTo(single.state().stream().map(TensorData::data).toList());
            // The weights are the same to the last bit; the sums are made once for all steps, and so rounded otherwise.
            List<double[]> sums = together.takeSums();
            List<double[]> sumsOneByOne = single.takeSums();
            for (int head = 0; head < sums.size(); head++) {
                for (int i = 0; i < sums.get(head).length; i++) {
                    double expected = sumsOneByOne.get(head)[i];
                    // To seven digits, which is what the floats that are summed hold.
                    assertThat(sums.get(head)[i]).isCloseTo(expected, within(1e-7 * Math.max(100, expected)));
                }
            }
        }
    }

    @Test
    void dropoutIsFixedByTheSeed() {
        List<Float> losses = dropped(5);
        assertThat(dropped(5)).isEqualTo(losses);
        assertThat(dropped(6)).isNotEqualTo(losses);
    }

    @Test
    void dropoutSilencesOnlyWhileTraining() {
        Program program = dropout();
        try (var session = Session.open(program, CPU)) {
            assertThat(session.predict(images(1)).getFirst()).isDeepEqualTo(session.predict(images(1)).getFirst());
            float one = session.step(images(1), classes(1), 0, 1);
            float other = session.step(images(1), classes(1), 0, 2);
            assertThat(one).isNotEqualTo(other);
        }
    }

    @Test
    void theArchiveForUseAnswersLikeTheTrainingProgramAndCannotLearn() {
        Program training = image(ADAM);
        try (var session = Session.open(training, CPU)) {
            train(session, 0, 3);
            Program inference = Compiler.inference(imageObjective(), training.weights(session.state()));
            assertThat(inference.source()).contains("def forward", "def predict").doesNotContain("step", "grad",
                    "_fused", "def state", "sums");
            try (var used = Session.open(inference, CPU)) {
                assertThat(used.predict(images(2)).getFirst()).isDeepEqualTo(session.predict(images(2)).getFirst());
                assertThat(used.forward(images(2)).getFirst()).isEqualTo(session.forward(images(2)).getFirst());
                assertThatThrownBy(() -> used.step(images(2), classes(2), 0.1, 1)).isInstanceOf(EngineFailure.class);
            }
        }
    }

    @Test
    void theWeightsInAnArchiveAreReadBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("net.pt");
        Program training = image(ADAM);
        try (var session = Session.open(training, CPU)) {
            train(session, 0, 3);
            Weights weights = training.weights(session.state());
            ByteBuffer archive = Compiler.inference(imageObjective(), weights).archive();
            Files.write(file, Arrays.copyOfRange(archive.array(), 0, archive.remaining()));
            assertThat(Weights.read(file, imageObjective().network())).isEqualTo(weights);
        }
        assertThatThrownBy(() -> Weights.read(file, twoByTwo().network())).isInstanceOf(BadInput.class)
                .hasMessageContaining("net.pt");
    }

    @Test
    void blocksMayBeCalledAnything() {
        List<String> names = List.of("my conv", "卷积", "a-b", "a_b", "a b", "self", "x0", "def", "a_b__2", "\"';");
        Drawing drawing = new Drawing().block("r0", "Input", "shape", "1×4×4");
        String last = "r0";
        for (String name : names) {
            drawing.block(name, "Conv2d", "filters", "2", "kernelSize", "2").chain(last, name);
            last = name;
        }
        CheckedGraph network = drawing.block("row", "Flatten").block("w", "Dense", "units", "3")
                .block("return", "Output").chain(last, "row", "w", "return").checked();
        Objective objective = Objective.of(network, List.of(feed("r0", Shape.of(1, 4, 4))),
                List.of(new Head("return", kinds(), Loss.CROSS_ENTROPY)));
        Program program = Compiler.training(objective, Weights.initial(network, 1), ADAM);
        try (var session = Session.open(program, CPU)) {
            List<Float> losses = train(session, 0, 30);
            assertThat(losses.getLast()).isLessThan(losses.getFirst());
            assertThat(program.stateNames()).contains("卷积.weight", "a-b.bias", "a_b.bias", "my conv.weight");
        }
    }

    @Test
    void aBatchOfAnotherShapeFailsAndTheSessionLivesOn() {
        try (var session = Session.open(image(ADAM), CPU)) {
            var wrong = List.of(floats(1, ROWS, 5));
            assertThatThrownBy(() -> session.step(wrong, classes(1), 0.01, 1)).isInstanceOf(EngineFailure.class);
            assertThat(session.step(images(1), classes(1), 0.01, 1)).isPositive();
        }
    }

    private static List<Float> dropped(long seed) {
        var losses = new ArrayList<Float>();
        try (var session = Session.open(dropout(), CPU)) {
            for (int i = 0; i < 5; i++) {
                losses.add(session.step(images(i), classes(i), 0.01, seed * 1000 + i));
            }
        }
        return losses;
    }

    private static List<Float> train(Session session, int from, int steps) {
        var losses = new ArrayList<Float>();
        for (int i = from; i < from + steps; i++) {
            losses.add(session.step(images(i % 2), classes(i % 2), 0.01, i));
        }
        return losses;
    }

    /// A convolution without bias, because a norm takes any bias away again and leaves it without gradient.
    private static Objective imageObjective() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "1×4×4")
                .block("conv", "Conv2d", "filters", "4", "bias", "false").block("norm", "BatchNorm")
                .block("relu", "ReLU").block("row", "Flatten").block("head", "Dense", "units", "3")
                .block("out", "Output").chain("in", "conv", "norm", "relu", "row", "head", "out").checked();
        return Objective.of(network, List.of(feed("in", Shape.of(1, 4, 4))),
                List.of(new Head("out", kinds(), Loss.CROSS_ENTROPY)));
    }

    private static Program image(Optimiser optimiser) {
        return Compiler.training(imageObjective(), Weights.initial(imageObjective().network(), 3), optimiser);
    }

    private static Program dropout() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "1×4×4").block("row", "Flatten")
                .block("hidden", "Dense", "units", "16").block("drop", "Dropout").block("head", "Dense", "units", "3")
                .block("out", "Output").chain("in", "row", "hidden", "drop", "head", "out").checked();
        Objective objective = Objective.of(network, List.of(feed("in", Shape.of(1, 4, 4))),
                List.of(new Head("out", kinds(), Loss.CROSS_ENTROPY)));
        return Compiler.training(objective, Weights.initial(network, 3), new Optimiser.Sgd(0, 0));
    }

    /// A picture and a row of numbers come in; a class and a price go out.
    private static Objective twoByTwo() {
        CheckedGraph network = new Drawing().block("picture", "Input", "shape", "1×4×4")
                .block("facts", "Input", "shape", "3").block("conv", "Conv2d", "filters", "4").block("relu", "ReLU")
                .block("row", "Flatten").block("dense", "Dense", "units", "8").block("both", "Concat")
                .block("trunk", "Dense", "units", "16").block("tanh", "Tanh").block("logits", "Dense", "units", "3")
                .block("number", "Dense", "units", "1").block("price", "Output").block("kind", "Output")
                .chain("picture", "conv", "relu", "row", "both", "trunk", "tanh", "logits", "kind")
                .chain("tanh", "number", "price").chain("facts", "dense").wire("dense", "both", 1).checked();
        // The order of feeds and heads is that of the network, whichever they are given in.
        Objective objective = Objective.of(network,
                List.of(feed("facts", Shape.of(3)), feed("picture", Shape.of(1, 4, 4))),
                List.of(new Head("kind", kinds(), Loss.CROSS_ENTROPY),
                        new Head("price", new Task.Regression(100, 20), Loss.MSE)));
        assertThat(objective.feeds()).extracting(Feed::input).containsExactly("picture", "facts");
        assertThat(objective.heads()).extracting(Head::output).containsExactly("price", "kind");
        return objective;
    }

    private static List<TensorData> twoInputs(int rows, long seed) {
        return List.of(floats(seed, rows, 1, 4, 4), floats(seed + 100, rows, 3));
    }

    private static List<TensorData> twoTargets(int rows, long seed) {
        TensorData prices = floats(seed + 200, rows);
        for (int i = 0; i < rows; i++) {
            prices.data().putFloat(i * Float.BYTES, 100 + 20 * prices.floats().get(i));
        }
        return List.of(prices, indices(seed, rows));
    }

    private static Task.Classification kinds() {
        return new Task.Classification(List.of("cat", "dog", "cow"));
    }

    private static Feed feed(String input, Shape shape) {
        float[] mean = new float[(int) shape.size(0)];
        float[] std = mean.clone();
        Arrays.fill(mean, 0.1f);
        Arrays.fill(std, 2);
        return new Feed(input, shape, new Scaling(mean, std));
    }

    private static List<TensorData> images(long seed) {
        return List.of(floats(seed, ROWS, 1, 4, 4));
    }

    private static List<TensorData> classes(long seed) {
        return List.of(indices(seed, ROWS));
    }

    private static TensorData floats(long seed, long... shape) {
        var random = new Random(seed);
        TensorData data = TensorData.zeros(ElementType.FLOAT32, Arrays.stream(shape).boxed().toList());
        for (int i = 0; i < data.elements(); i++) {
            data.data().putFloat(i * Float.BYTES, (float) random.nextGaussian());
        }
        return data;
    }

    private static TensorData indices(long seed, int rows) {
        var random = new Random(seed);
        var data = ByteBuffer.allocate(rows * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows; i++) {
            data.putLong(random.nextInt(3));
        }
        return new TensorData(ElementType.INT64, List.of((long) rows), data.flip());
    }

    private static TensorData copy(TensorData tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(tensor.data().remaining()).put(tensor.data()).flip();
        return new TensorData(tensor.type(), tensor.shape(), bytes);
    }

    private static int largest(float[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static void addTo(double[] sums, double... values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
