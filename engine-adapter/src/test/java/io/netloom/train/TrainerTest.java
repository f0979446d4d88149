package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Learning;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.data.BatchStream;
import io.netloom.data.Dataset;
import io.netloom.data.Fractions;
import io.netloom.data.Labels;
import io.netloom.data.Part;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.evaluate.Evaluation;
import io.netloom.evaluate.Prediction;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engine")
class TrainerTest {
    private static final ComputeDevice CPU = ComputeDevice.parse("cpu");
    private static final BooleanSupplier NEVER = () -> false;

    @TempDir
    private Path folder;

    /// What training told and kept, in order.
    private static final class Course implements Keeper {
        final List<TrainEvent> events = new ArrayList<>();
        final List<String> order = new ArrayList<>();
        final List<TrainedModel> best = new ArrayList<>();
        final List<TrainedModel> last = new ArrayList<>();
        Standing standing = Standing.BEGINNING;

        @Override
        public void checkpoint(Checkpoint checkpoint) {
            standing = checkpoint.standing();
        }

        @Override
        public void best(TrainedModel model) {
            best.add(model);
            order.add("best");
        }

        @Override
        public void last(TrainedModel model) {
            last.add(model);
            order.add("last");
        }

        void accept(TrainEvent event) {
            events.add(event);
            if (!(event instanceof TrainEvent.Progress)) {
                order.add(event.getClass().getSimpleName());
            }
        }

        TrainEvent.Finished finished() {
            return (TrainEvent.Finished) events.getLast();
        }

        /// The epoch and the step of the last report within an epoch.
        List<Integer> lastProgress() {
            return events.stream().filter(TrainEvent.Progress.class::isInstance).map(TrainEvent.Progress.class::cast)
                    .map(event -> List.of(event.epoch(), event.step())).toList().getLast();
        }

        List<TrainEvent.EpochEnded> epochs() {
            return events.stream().filter(TrainEvent.EpochEnded.class::isInstance)
                    .map(TrainEvent.EpochEnded.class::cast)
                    .toList();
        }
    }

    @Test
    void eventsComeInTheOrderInWhichThingsHappen() {
        var course = new Course();
        train(prepared(perceptron(2, 2), blobs()), plan(2, 8, 0.01), course, NEVER);
        assertThat(course.order.subList(2, 4)).containsExactlyInAnyOrder("last", "best");
        assertThat(course.order.stream().filter(what -> !what.equals("best"))).containsExactly("Started", "Estimated",
                "last", "EpochEnded", "last", "EpochEnded", "Finished");
        assertThat(course.events.getFirst()).isEqualTo(new TrainEvent.Started(8 * 2 + 8 + 2 * 8 + 2, 40, 10, 10, 5,
                "cpu"));
        assertThat(course.epochs()).extracting(TrainEvent.EpochEnded::epoch).containsExactly(1, 2);
        assertThat(course.finished().reason()).isEqualTo(TrainEvent.Reason.COMPLETED);
    }

    @Test
    void progressIsToldWithinItsEpoch() {
        var course = new Course();
        train(prepared(perceptron(2, 2), blobs()), plan(60, 1, 0.001), course, NEVER);
        List<TrainEvent.Progress> progress = course.events.stream().filter(TrainEvent.Progress.class::isInstance)
                .map(TrainEvent.Progress.class::cast).toList();
        assertThat(progress).isNotEmpty().allSatisfy(event -> {
            assertThat(event.epoch()).isBetween(1, 60);
            assertThat(event.step()).isBetween(1, 40);
            assertThat(event.loss()).isFinite();
            assertThat(event.learningRate()).isEqualTo(0.001);
            assertThat(event.recent().values().get("accuracy")).isBetween(0.0, 1.0);
            assertThat(event.examplesPerSecond()).isPositive();
            assertThat(event.secondsLeft()).isNotNegative();
        });
    }

    @Test
    void theLastReportTellsOfTheLastStepHoweverTrainingEnds() {
        var whole = new Course();
        train(prepared(perceptron(2, 2), blobs()), plan(3, 8, 0.01), whole, NEVER);
        assertThat(whole.lastProgress()).isEqualTo(List.of(3, 5));
        var early = new Course();
        var patient = new TrainingPlan(50, 8, 1e-12, new Schedule.Constant(), Learning.by(new Optimiser.Adam()), 2,
                Map.of(), Map.of(), Fractions.DEFAULT, 1);
        train(prepared(perceptron(2, 2), blobs()), patient, early, NEVER);
        assertThat(early.finished().reason()).isEqualTo(TrainEvent.Reason.EARLY);
        assertThat(early.lastProgress()).isEqualTo(List.of(early.epochs().size(), 5));
        var stopped = new Course();
        var asked = new AtomicInteger();
        Examples many = Examples.ofClasses(2).add(Part.TRAIN, 1000, i -> point(i, i % 2), i -> (float) (i % 2));
        train(prepared(perceptron(2, 2), many), plan(2, 1, 0.001), stopped, () -> asked.incrementAndGet() > 2);
        assertThat(stopped.epochs()).isEmpty();
        assertThat(stopped.lastProgress()).isEqualTo(List.of(stopped.standing.epoch(), stopped.standing.step()));
    }

    @Test
    void metricsOfTheEndAreThoseOfTheKeptModel() {
        var course = new Course();
        Examples data = blobs();
        Prepared prepared = prepared(perceptron(2, 2), data);
        TrainedModel model = train(prepared, plan(3, 8, 0.05), course, NEVER);
        assertThat(Evaluation.of(model, data, prepared.split().test(), CPU)).isEqualTo(course.finished().test()
                .orElseThrow());
        assertThat(Evaluation.of(model, data, prepared.split().train(), CPU)).isEqualTo(course.finished().train());
        assertThat(course.epochs().get(course.finished().bestEpoch() - 1).validation())
                .isEqualTo(course.finished().validation());
    }

    @Test
    void weightsFromBeforeTheValidationLossGotWorseAreKept() {
        var course = new Course();
        Examples contrary = Examples.ofClasses(2)
                .add(Part.TRAIN, 40, i -> point(i, i % 2), i -> (float) (i % 2))
                .add(Part.VALIDATION, 20, i -> point(100 + i, i % 2), i -> (float) (1 - i % 2));
        TrainedModel model = train(prepared(perceptron(2, 2), contrary), plan(6, 8, 0.05), course, NEVER);
        assertThat(course.epochs()).extracting(TrainEvent.EpochEnded::best).startsWith(true).endsWith(false);
        int best = course.finished().bestEpoch();
        assertThat(best).isLessThan(6);
        List<Double> losses = course.epochs().stream().map(epoch -> epoch.validation().orElseThrow().loss()).toList();
        assertThat(losses.get(best - 1)).isEqualTo(losses.stream().min(Double::compare).orElseThrow())
                .isEqualTo(course.finished().validation().orElseThrow().loss());
        assertThat(model.weights()).isEqualTo(course.best.getLast().weights()).isEqualTo(course.last.get(best - 1)
                .weights());
        assertThat(answers(model, contrary)).isEqualTo(answers(course.best.getLast(), contrary))
                .isNotEqualTo(answers(course.last.getLast(), contrary));
    }

    @Test
    void withoutValidationTheSmallestTrainingLossDecides() {
        var course = new Course();
        Examples data = Examples.ofClasses(2).add(Part.TRAIN, 40, i -> point(i, i % 2), i -> (float) (i % 2));
        var plan = new TrainingPlan(3, 8, 0.02, new Optimiser.Adam(), new Fractions(0, 0), 1);
        train(Prepared.of(perceptron(2, 2), data, plan), plan, course, NEVER);
        assertThat(course.epochs()).allSatisfy(epoch -> assertThat(epoch.validation()).isEmpty());
        assertThat(course.finished().validation()).isEmpty();
        assertThat(course.finished().test()).isEmpty();
        assertThat(course.finished().bestEpoch()).isPositive();
    }

    @Test
    void stopIsAskedBeforeEachCallAndHonouredAtOnce() {
        var course = new Course();
        var asked = new AtomicInteger();
        Prepared prepared = prepared(perceptron(2, 2), blobs().streamed());
        TrainedModel model = train(prepared, plan(100, 8, 0.05), course, () -> asked.incrementAndGet() > 3);
        assertThat(asked).hasValue(4);
        assertThat(course.order).containsExactly("Started", "Estimated", "last", "best", "Finished");
        assertThat(course.finished().reason()).isEqualTo(TrainEvent.Reason.STOPPED);
        assertThat(course.finished().bestEpoch()).isZero();
        assertThat(model.weights()).isEqualTo(course.best.getFirst().weights())
                .isNotEqualTo(Weights.initial(prepared.objective().network(), 1));
        assertThat(course.finished().test()).contains(
                Evaluation.of(model, prepared.data(), prepared.split().test(), CPU));
    }

    @Test
    void aStopAfterTheFirstEpochKeepsItsBestWeights() {
        var course = new Course();
        var asked = new AtomicInteger();
        TrainedModel model = train(prepared(perceptron(2, 2), blobs().streamed()), plan(100, 8, 0.05), course,
                () -> asked.incrementAndGet() > 13);
        assertThat(course.epochs()).hasSize(2);
        assertThat(course.finished().bestEpoch()).isBetween(1, 2);
        assertThat(model.weights()).isEqualTo(course.best.getLast().weights());
        assertThat(course.last.getLast().weights()).isNotEqualTo(course.last.get(1).weights());
    }

    @Test
    void aStopBeforeTheFirstStepKeepsTheWeightsAsTheyWere() {
        var course = new Course();
        Prepared prepared = prepared(perceptron(2, 2), blobs());
        TrainedModel model = train(prepared, plan(5, 8, 0.05), course, () -> true);
        assertThat(model.weights()).isEqualTo(Weights.initial(prepared.objective().network(), 1));
        assertThat(course.finished().reason()).isEqualTo(TrainEvent.Reason.STOPPED);
    }

    @Test
    void aLossThatRunsAwayEndsTrainingAndKeepsFiniteWeights() {
        var course = new Course();
        Examples data = line();
        var plan = new TrainingPlan(50, 8, 100, new Optimiser.Adam(0.9, 0.999, 1e-8, 0), Fractions.DEFAULT, 1);
        CheckedGraph deep = new Drawing().block("x", "Input", "shape", "2").block("a", "Dense", "units", "64")
                .block("b", "Dense", "units", "64").block("c", "Dense", "units", "64")
                .block("d", "Dense", "units", "64")
                .block("e", "Dense", "units", "64").block("f", "Dense", "units", "64")
                .block("head", "Dense", "units", "1").block("y", "Output")
                .chain("x", "a", "b", "c", "d", "e", "f", "head", "y").checked();
        TrainedModel model = train(prepared(deep, data), plan, course, NEVER);
        assertThat(course.finished().reason()).isEqualTo(TrainEvent.Reason.DIVERGED);
        assertThat(course.events.get(course.events.size() - 2)).isInstanceOfSatisfying(TrainEvent.Diverged.class,
                event -> {
                    assertThat(event.learningRate()).isEqualTo(100);
                    assertThat(event.atEpoch()).isEqualTo(course.epochs().size() + 1);
                    assertThat(event.step()).isPositive();
                    assertThat(event.layer().orElseThrow()).isIn("a", "b", "c", "d", "e", "f", "head");
                });
        model.weights().tensors().forEach((name, tensor) -> assertThat(numbers(tensor)).as(name)
                .allSatisfy(number -> assertThat(number).isFinite()));
        answers(model, data).forEach(answer -> assertThat(answer.getFirst()).isFinite());
    }

    @Test
    void theStepAndTheBlockWhereNumbersRanAwayAreFoundWithinACallOfManySteps() {
        var course = new Course();
        // One example is far out: the gradients of its step overflow, those before are small.
        Examples data = Examples.ofNumbers().add(Part.TRAIN, 64, i -> new float[] {i == 40 ? 3e38f : i % 3, i % 5},
                i -> (float) (i % 2));
        Prepared prepared = prepared(perceptron(2, 1), data);
        var plan = new TrainingPlan(3, 4, 1e-4, new Optimiser.Sgd(0, 0), new Fractions(0, 0), 1);
        Prepared unscaled = unscaled(prepared);
        train(unscaled, plan, course, NEVER);
        int[] order = new Steps(unscaled, plan).order(1);
        int step = IntStream.range(0, order.length).filter(i -> order[i] == 40).findFirst().orElseThrow() / 4 + 1;
        assertThat(course.events.get(course.events.size() - 2)).isInstanceOfSatisfying(TrainEvent.Diverged.class,
                event -> {
                    assertThat(event.atEpoch()).isEqualTo(1);
                    assertThat(event.step()).isEqualTo(step);
                    assertThat(event.learningRate()).isEqualTo(1e-4);
                    assertThat(event.layer()).contains("dense");
                    assertThat(event.gradient()).isNotFinite();
                    assertThat(event.isFromTheStart()).isEqualTo(step == 1);
                });
        assertThat(course.finished().bestEpoch()).isZero();
        assertThat(course.best).hasSize(1);
        assertThat(course.best.getFirst().weights().areFinite()).isTrue();
    }

    @Test
    void aNetworkWhoseFirstAnswersAreNoNumbersIsNotBlamedOnTheLearningRate() {
        var course = new Course();
        CheckedGraph network = new Drawing().block("x", "Input", "shape", "2").block("dense", "Dense", "units", "1")
                .block("log", "Lambda", "expression", "log(0 * x - 1)").block("y", "Output")
                .chain("x", "dense", "log", "y").checked();
        train(prepared(network, line()), plan(3, 8, 0.01), course, NEVER);
        assertThat(course.finished().reason()).isEqualTo(TrainEvent.Reason.DIVERGED);
        assertThat(course.events.get(course.events.size() - 2)).isInstanceOfSatisfying(TrainEvent.Diverged.class,
                event -> assertThat(event.isFromTheStart()).isTrue());
    }

    @Test
    void aValidationLossThatIsNotFiniteEndsTraining() {
        var course = new Course();
        Examples data = Examples.ofNumbers().add(Part.TRAIN, 64, i -> new float[] {i % 3, i % 5}, i -> (float) (i % 2))
                .add(Part.VALIDATION, 16, i -> new float[] {1e30f, 1e30f}, i -> 0f);
        Prepared prepared = unscaled(prepared(perceptron(2, 1), data));
        TrainingPlan plan = plan(3, 8, 1e-3);
        TrainedModel model = train(prepared, plan, course, NEVER);
        assertThat(course.epochs()).isEmpty();
        assertThat(course.finished().reason()).isEqualTo(TrainEvent.Reason.DIVERGED);
        assertThat(course.events.get(course.events.size() - 2)).isInstanceOfSatisfying(TrainEvent.Diverged.class,
                event -> {
                    assertThat(event.step()).isEqualTo(new Steps(prepared, plan).perEpoch());
                    assertThat(event.layer()).isPresent();
                    assertThat(event.gradient()).isFinite();
                });
        assertThat(model.weights().areFinite()).isTrue();
    }

    @Test
    void theTrialBeforeTrainingIsForgotten() {
        var course = new Course();
        Prepared prepared = prepared(perceptron(2, 2), blobs());
        var plan = plan(1, 40, 0.01);
        train(prepared, plan, course, NEVER);
        assertThat(course.events.get(1)).isInstanceOfSatisfying(TrainEvent.Estimated.class, estimated -> {
            assertThat(estimated.secondsPerEpoch()).isBetween(1e-6, 5.0);
            assertThat(estimated.bytes()).isBetween(50_000_000L, 4_000_000_000L);
        });
        Program program = Compiler.training(prepared.objective(),
                Weights.initial(prepared.objective().network(), plan.seed()), plan.learning());
        var steps = new Steps(prepared, plan);
        try (Session session = Session.open(program, CPU); BatchStream stream = steps.stream(steps.order(1), 1)) {
            session.useOneThread(steps.effort().isForOneThread());
            steps.learn(session, stream.next().orElseThrow(), Standing.BEGINNING);
            assertThat(course.last.getFirst().weights()).isEqualTo(program.weights(session.state()));
        }
    }

    @Test
    void aBatchThatDoesNotFitIntoMemoryIsRefusedWithTheLargestThatDoes() {
        Examples data = Examples.ofNumbers().add(Part.TRAIN, 300_000, i -> new float[] {1, 2}, i -> 0f);
        CheckedGraph wide = new Drawing().block("x", "Input", "shape", "2").block("wide", "Dense", "units", "200000")
                .block("relu", "ReLU").block("head", "Dense", "units", "1").block("y", "Output")
                .chain("x", "wide", "relu", "head", "y").checked();
        var course = new Course();
        Prepared prepared = prepared(wide, data);
        assertThatThrownBy(() -> train(prepared, plan(1, 300_000, 0.01), course, NEVER)).isInstanceOf(BadInput.class)
                .hasMessageContainingAll("not enough memory", "batches of 210,000", "GB", "Choose batches of at most");
        assertThat(course.events).isEmpty();
    }

    @Test
    void aNetworkThatDoesNotFitWhateverTheBatchIsRefused() {
        CheckedGraph huge = new Drawing().block("x", "Input", "shape", "2").block("a", "Dense", "units", "20000")
                .block("b", "Dense", "units", "20000").block("head", "Dense", "units", "2").block("y", "Output")
                .chain("x", "a", "b", "head", "y").checked();
        assertThatThrownBy(() -> train(prepared(huge, blobs()), plan(1, 8, 0.01), new Course(), NEVER))
                .isInstanceOf(BadInput.class).hasMessageContainingAll("not enough memory", "Make the network smaller");
    }

    @Test
    void aLinearFunctionIsLearntAndJudgedInItsOwnUnit() {
        var course = new Course();
        Examples data = line();
        Prepared prepared = prepared(perceptron(2, 1), data);
        TrainedModel model = train(prepared, plan(60, 16, 0.02), course, NEVER);
        Metrics test = course.finished().test().orElseThrow();
        double absolute = 0;
        double squared = 0;
        double mean = 0;
        double spread = 0;
        int[] examples = prepared.split().test();
        for (int example : examples) {
            mean += data.numbersOf(example, 0)[0] / examples.length;
        }
        List<List<Float>> answers = answers(model, data);
        for (int example : examples) {
            double error = answers.get(example).getFirst() - data.numbersOf(example, 0)[0];
            absolute += Math.abs(error) / examples.length;
            squared += error * error / examples.length;
            spread += Math.pow(data.numbersOf(example, 0)[0] - mean, 2) / examples.length;
        }
        assertThat(absolute).isLessThan(20);
        assertThat(test.values().get("mae")).isCloseTo(absolute, within(1e-3 * absolute));
        assertThat(test.values().get("rmse")).isCloseTo(Math.sqrt(squared), within(1e-3 * Math.sqrt(squared)));
        assertThat(test.values().get("r2")).isCloseTo(1 - squared / spread, within(1e-4)).isGreaterThan(0.99);
    }

    @Test
    void aTableOfTwoInputsAndTwoTargetsTrainsWhateverTheOrderOfTheBlocks() throws IOException {
        var random = new Random(3);
        var text = new StringBuilder("a,b,c,sum,sign\n");
        for (int i = 0; i < 200; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%.4f,%s%n", a, b, c, 500 + 30 * c,
                    a > 0 ? "plus" : "minus"));
        }
        Path file = Files.writeString(folder.resolve("two.csv"), text);
        var inputs = new LinkedHashMap<String, List<String>>();
        inputs.put("left", List.of("a", "b"));
        inputs.put("right", List.of("c", "b"));
        var targets = new LinkedHashMap<String, TargetColumn>();
        targets.put("sum", new TargetColumn("sum", TargetColumn.Kind.NUMBER));
        targets.put("sign", new TargetColumn("sign", TargetColumn.Kind.CLASS));
        var table = new Table(file, inputs, targets);
        CheckedGraph network = new Drawing().block("right", "Input", "shape", "2").block("left", "Input", "shape", "2")
                .block("kind", "Dense", "units", "2").block("sign", "Output")
                .block("number", "Dense", "units", "1").block("sum", "Output")
                .chain("left", "kind", "sign").chain("right", "number", "sum").checked();
        var course = new Course();
        try (Dataset data = table.open()) {
            Prepared prepared = prepared(network, data);
            TrainedModel model = train(prepared, plan(40, 16, 0.05), course, NEVER);
            Metrics test = course.finished().test().orElseThrow();
            assertThat(test.values()).containsOnlyKeys("loss", "sign.loss", "sign.accuracy", "sign.precision",
                    "sign.recall", "sign.f1", "sign.auc", "sum.loss", "sum.mae", "sum.rmse", "sum.r2");
            assertThat(test.values().get("sign.accuracy")).isGreaterThan(0.9);
            assertThat(test.values().get("sum.r2")).isGreaterThan(0.99);
            assertThat(model.objective().heads()).extracting(Head::output).containsExactly("sign", "sum");
            assertThat(model.tasks().keySet()).containsExactly("sum", "sign");
            try (Dataset known = table.open(new Labels.Known(model.tasks()))) {
                assertThat(Evaluation.of(model, known, prepared.split().test(), CPU)).isEqualTo(test);
            }
        }
    }

    @Test
    void aSingleExampleLeftOverDoesNoHarmToBatchNorm() {
        var course = new Course();
        Examples data = Examples.ofClasses(2)
                .add(Part.TRAIN, 17, i -> point(i, i % 2), i -> (float) (i % 2))
                .add(Part.VALIDATION, 6, i -> point(100 + i, i % 2), i -> (float) (i % 2));
        CheckedGraph network = new Drawing().block("x", "Input", "shape", "2").block("dense", "Dense", "units", "8")
                .block("norm", "BatchNorm").block("head", "Dense", "units", "2").block("y", "Output")
                .chain("x", "dense", "norm", "head", "y").checked();
        TrainedModel model = train(prepared(network, data), plan(4, 8, 0.01), course, NEVER);
        assertThat(((TrainEvent.Started) course.events.getFirst()).stepsPerEpoch()).isEqualTo(2);
        assertThat(course.epochs()).hasSize(4)
                .allSatisfy(epoch -> assertThat(epoch.validation().orElseThrow().loss()).isFinite());
        model.weights().tensors().forEach((name, tensor) -> assertThat(numbers(tensor)).as(name)
                .allSatisfy(number -> assertThat(number).isFinite()));
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherOneOthers() {
        List<Weights> weights = IntStream.of(7, 7, 8).mapToObj(seed -> train(prepared(perceptron(2, 2), blobs()),
                plan(2, 8, 0.01).withSeed(seed), new Course(), NEVER).weights()).toList();
        assertThat(weights.get(1)).isEqualTo(weights.get(0)).isNotEqualTo(weights.get(2));
    }

    @Test
    void keptModelsAreReadBackAsTheyWere() throws IOException {
        var course = new Course();
        CheckedGraph network = perceptron(2, 2);
        TrainedModel model = train(prepared(network, blobs()), plan(2, 8, 0.01), course, NEVER);
        Path file = folder.resolve("best.pt");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(course.best.getLast().archive(Collections.emptySortedMap()));
        }
        assertThat(Weights.read(file, network)).isEqualTo(model.weights());
        assertThatThrownBy(() -> Weights.read(file, perceptron(3, 2))).isInstanceOf(BadInput.class)
                .hasMessageContaining("best.pt cannot be read as the weights of this network");
    }

    @Test
    void filesThatAreNoWeightsAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pt"), "no archive");
        Path empty = Files.write(folder.resolve("empty.pt"), new byte[0]);
        for (Path file : List.of(text, empty, folder.resolve("gone.pt"), folder)) {
            assertThatThrownBy(() -> Weights.read(file, perceptron(2, 2))).isInstanceOf(BadInput.class)
                    .message().startsWith(file + " cannot be read as the weights of this network")
                    .endsWith("Train it again, or take another run.").doesNotContain("Exception");
        }
    }

    private static TrainingPlan plan(int epochs, int batchSize, double learningRate) {
        return TrainingPlan.usual().withEpochs(epochs).withBatchSize(batchSize).withLearningRate(learningRate);
    }

    private static Prepared prepared(CheckedGraph network, Dataset data) {
        return Prepared.of(network, data, TrainingPlan.usual());
    }

    private static TrainedModel train(Prepared prepared, TrainingPlan plan, Course course, BooleanSupplier stop) {
        return Trainer.train(prepared, plan, CPU, course, course::accept, Gate.until(stop));
    }

    /// The same without scaling, which would bring wild numbers into bounds.
    private static Prepared unscaled(Prepared prepared) {
        var objective = prepared.objective();
        List<Feed> feeds = objective.feeds().stream().map(feed -> new Feed(feed.input(), feed.raw(),
                new Scaling(new float[] {0, 0}, new float[] {1, 1}))).toList();
        List<Head> heads = objective.heads().stream().map(head -> new Head(head.output(), new Task.Regression(0, 1),
                head.loss())).toList();
        return new Prepared(Objective.of(objective.network(), feeds, heads), prepared.data(), prepared.split(),
                prepared.fitted(), prepared.goals());
    }

    private static CheckedGraph perceptron(int inputs, int outputs) {
        return new Drawing().block("x", "Input", "shape", Integer.toString(inputs))
                .block("dense", "Dense", "units", "8")
                .block("relu", "ReLU").block("head", "Dense", "units", Integer.toString(outputs)).block("y", "Output")
                .chain("x", "dense", "relu", "head", "y").checked();
    }

    /// Two heaps of points: 40 to learn from, 10 for validation, 10 for the test.
    private static Examples blobs() {
        return Examples.ofClasses(2)
                .add(Part.TRAIN, 40, i -> point(i, i % 2), i -> (float) (i % 2))
                .add(Part.VALIDATION, 10, i -> point(100 + i, i % 2), i -> (float) (i % 2))
                .add(Part.TEST, 10, i -> point(200 + i, i % 2), i -> (float) (i % 2));
    }

    private static float[] point(int seed, int heap) {
        var random = new Random(seed);
        return new float[] {(float) random.nextGaussian() + 2 * heap, (float) random.nextGaussian() - 2 * heap};
    }

    /// 1000 + 300 x₀ − 200 x₁.
    private static Examples line() {
        Examples data = Examples.ofNumbers();
        for (Part part : Part.values()) {
            data.add(part, part == Part.TRAIN ? 128 : 32, i -> place(part, i),
                    i -> 1000 + 300 * place(part, i)[0] - 200 * place(part, i)[1]);
        }
        return data;
    }

    private static float[] place(Part part, int i) {
        var random = new Random(1000L * part.ordinal() + i);
        return new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()};
    }

    private static List<List<Float>> answers(TrainedModel model, Dataset data) {
        var answers = new ArrayList<List<Float>>();
        Prediction.of(model, data, CPU, (_, heads) -> {
            var numbers = new ArrayList<Float>();
            for (float number : heads.getFirst()) {
                numbers.add(number);
            }
            answers.add(numbers);
        });
        return answers;
    }

    private static List<Float> numbers(TensorData tensor) {
        FloatBuffer floats = tensor.floats();
        var numbers = new ArrayList<Float>();
        while (floats.hasRemaining()) {
            numbers.add(floats.get());
        }
        return numbers;
    }
}
