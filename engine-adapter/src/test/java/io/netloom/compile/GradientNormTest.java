package io.netloom.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Precision;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The norm of the gradients, compared with how far plain gradient descent moves the weights: by rate times norm.
@Tag("engine")
class GradientNormTest {
    private static final double RATE = 0.5;
    private static final Learning.Clipping NONE = new Learning.Clipping.None();
    private static final TensorData X = numbers(4, 1, 2, 3, 4, -1, 0.5f, 2, -2);
    private static final TensorData Y = numbers(4, 1, -1, 2, 0.5f);

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT16"})
    void itIsHowFarTheWeightsMovePerRate(Precision precision) {
        try (Session session = open(NONE, 1, precision)) {
            double norm = Double.NaN;
            double moved = 0;
            // In 16 bits the first steps may find their losses scaled too far, and move nothing.
            for (int step = 0; step < 10 && Double.isNaN(norm); step++) {
                moved = movedBy(session, () -> session.step(List.of(X), List.of(Y), RATE, 0));
                norm = session.takeGradientNorm();
            }
            assertThat(norm).isCloseTo(moved / RATE, within(1e-3)).isGreaterThan(0.1);
        }
    }

    @Test
    void itIsTakenBeforeGradientsAreBounded() {
        double unbounded = norm(NONE);
        assertThat(norm(new Learning.Clipping.ByNorm(0.01))).isCloseTo(unbounded, within(1e-5));
        assertThat(norm(new Learning.Clipping.ByValue(0.01))).isCloseTo(unbounded, within(1e-5));
        try (Session session = open(new Learning.Clipping.ByNorm(0.01), 1, Precision.FLOAT32)) {
            double moved = movedBy(session, () -> session.step(List.of(X), List.of(Y), RATE, 0));
            assertThat(moved / RATE).isCloseTo(0.01, within(1e-5));
        }
    }

    @Test
    void ofSeveralStepsItIsThatOfTheFirstSinceItWasTaken() {
        try (Session oneByOne = open(NONE, 1, Precision.FLOAT32); Session atOnce = open(NONE, 1, Precision.FLOAT32)) {
            oneByOne.step(List.of(X.rows(0, 2)), List.of(Y.rows(0, 2)), RATE, 0);
            double first = oneByOne.takeGradientNorm();
            oneByOne.step(List.of(X.rows(2, 4)), List.of(Y.rows(2, 4)), RATE, 1);
            double second = oneByOne.takeGradientNorm();
            atOnce.steps(List.of(X), List.of(Y), new double[] {RATE, RATE}, 0);
            assertThat(atOnce.takeGradientNorm()).isCloseTo(first, within(1e-5)).isNotCloseTo(second, within(1e-3));
        }
    }

    @Test
    void ofGatheredGradientsItIsThatOfTheirMeanOnceItMovesTheWeights() {
        double whole = norm(NONE);
        try (Session session = open(NONE, 2, Precision.FLOAT32)) {
            session.step(List.of(X.rows(0, 2)), List.of(Y.rows(0, 2)), 0, 0);
            assertThat(session.takeGradientNorm()).isNaN();
            session.step(List.of(X.rows(2, 4)), List.of(Y.rows(2, 4)), RATE, 0);
            assertThat(session.takeGradientNorm()).isCloseTo(whole, within(1e-5));
        }
    }

    @Test
    void whatWasTakenIsNotGivenAgain() {
        try (Session session = open(NONE, 1, Precision.FLOAT32)) {
            assertThat(session.takeGradientNorm()).isNaN();
            session.step(List.of(X), List.of(Y), RATE, 0);
            assertThat(session.takeGradientNorm()).isPositive();
            assertThat(session.takeGradientNorm()).isNaN();
        }
    }

    private static double norm(Learning.Clipping clipping) {
        try (Session session = open(clipping, 1, Precision.FLOAT32)) {
            session.step(List.of(X), List.of(Y), RATE, 0);
            return session.takeGradientNorm();
        }
    }

    private static double movedBy(Session session, Runnable step) {
        List<TensorData> before = session.state();
        step.run();
        List<TensorData> after = session.state();
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            FloatBuffer then = before.get(i).floats();
            FloatBuffer now = after.get(i).floats();
            for (int k = 0; k < now.limit(); k++) {
                squares += Math.pow(now.get(k) - then.get(k), 2);
            }
        }
        return Math.sqrt(squares);
    }

    private static Session open(Learning.Clipping clipping, int accumulation, Precision precision) {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "2").block("hidden", "Dense", "units", "3")
                .block("tanh", "Tanh").block("head", "Dense", "units", "1").block("out", "Output")
                .chain("in", "hidden", "tanh", "head", "out").checked();
        Objective objective = Objective.of(network,
                List.of(new Feed("in", Shape.of(2), new Scaling(new float[2], new float[] {1, 1}))),
                List.of(new Head("out", new Task.Regression(0, 1), Loss.usualFor(new Task.Regression(0, 1)))));
        var learning = new Learning(new Optimiser.Sgd(0, 0), 0, clipping, accumulation, 0, Map.of(),
                Optional.of(precision));
        return Session.open(Compiler.training(objective, Weights.initial(network, 1), learning),
                ComputeDevice.parse("cpu"));
    }

    private static TensorData numbers(long rows, float... values) {
        return new TensorData(ElementType.FLOAT32, List.of(rows, values.length / rows), TensorData.of(values).data());
    }
}
