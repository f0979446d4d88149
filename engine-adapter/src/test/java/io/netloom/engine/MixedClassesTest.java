package io.netloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.ClassTargets;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Steps that are told shares of classes, as mixed examples have them.
@Tag("engine")
class MixedClassesTest {
    private static final Task.Classification KINDS = new Task.Classification(List.of("a", "b", "c"));
    private static final float[] X = {0.5f, -1, 2, 1, 0.25f, -0.5f, -2, 1, 1, 0, 1, 3};

    private static Objective objective(Loss loss) {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4").block("head", "Dense", "units", "3")
                .block("out", "Output").chain("in", "head", "out").checked();
        return Objective.of(network,
                List.of(new Feed("in", Shape.of(4), new Scaling(new float[4], new float[] {1, 1, 1, 1}))),
                List.of(new Head("out", KINDS, loss)));
    }

    private static TensorData x() {
        return new TensorData(ElementType.FLOAT32, List.of(3L, 4L), TensorData.of(X).data());
    }

    private static TensorData numbers(long... classes) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(classes.length * Long.BYTES).order(ByteOrder.nativeOrder());
        bytes.asLongBuffer().put(classes);
        return new TensorData(ElementType.INT64, List.of((long) classes.length), bytes);
    }

    private static TensorData shares(float... values) {
        return new TensorData(ElementType.FLOAT32, List.of(values.length / 3L, 3L), TensorData.of(values).data());
    }

    private static Session session(Loss loss, ClassTargets classes) {
        Objective objective = objective(loss);
        return Session.open(Compiler.training(objective, Weights.initial(objective.network(), 4),
                Learning.by(new Optimiser.Sgd(0, 0)), classes), ComputeDevice.parse("cpu"));
    }

    private static float loss(Loss loss, ClassTargets classes, TensorData targets) {
        try (Session session = session(loss, classes)) {
            return session.step(List.of(x()), List.of(targets), 0.1, 0);
        }
    }

    @Test
    void aWholeShareIsTheClassItself() {
        Loss smooth = new Loss.CrossEntropy(0.1, new Loss.ClassWeights.Even());
        for (Loss loss : List.of(Loss.CROSS_ENTROPY, smooth)) {
            assertThat(loss(loss, ClassTargets.SHARES, shares(1, 0, 0, 0, 0, 1, 0, 1, 0)))
                    .isCloseTo(loss(loss, ClassTargets.NUMBERS, numbers(0, 2, 1)), within(1e-6f));
        }
    }

    @Test
    void theLossOfMixedExamplesIsTheWeightedSumOfBothClasses() {
        float one = loss(Loss.CROSS_ENTROPY, ClassTargets.NUMBERS, numbers(0, 2, 1));
        float other = loss(Loss.CROSS_ENTROPY, ClassTargets.NUMBERS, numbers(1, 0, 2));
        float mixed = loss(Loss.CROSS_ENTROPY, ClassTargets.SHARES,
                shares(0.7f, 0.3f, 0, 0.3f, 0, 0.7f, 0, 0.7f, 0.3f));
        assertThat(mixed).isCloseTo(0.7f * one + 0.3f * other, within(1e-6f));
    }

    @Test
    void stepsLearnAndAreCountedByTheLargerShareAndJudgedByTheNumber() {
        try (Session session = session(Loss.CROSS_ENTROPY, ClassTargets.SHARES)) {
            TensorData mixed = shares(0.9f, 0.1f, 0, 0.1f, 0, 0.9f, 0, 0.9f, 0.1f);
            float first = session.step(List.of(x()), List.of(mixed), 0.2, 0);
            float last = session.steps(List.of(x()), List.of(mixed), new double[] {0.2}, 0);
            for (int i = 0; i < 200; i++) {
                last = session.step(List.of(x()), List.of(mixed), 0.2, i);
            }
            assertThat(last).isLessThan(first);
            session.takeSums();
            session.step(List.of(x()), List.of(mixed), 0, 0);
            assertThat(session.takeSums().getFirst()[1]).as("right answers").isEqualTo(3);
            session.evaluate(List.of(x()), List.of(numbers(0, 2, 1)));
            assertThat(session.takeSums().getFirst()[1]).as("right answers").isEqualTo(3);
        }
    }
}
