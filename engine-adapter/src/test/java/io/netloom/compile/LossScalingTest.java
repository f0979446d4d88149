package io.netloom.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Precision;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Losses are scaled where gradients might vanish in 16 bits.
@Tag("engine")
class LossScalingTest {
    private static final TensorData X = new TensorData(ElementType.FLOAT32, List.of(2L, 2L),
            TensorData.of(1, 2, 3, 4).data());
    private static final TensorData Y = TensorData.zeros(ElementType.INT64, List.of(2L));

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void gradientsThatAreTooLargeMoveNothingAndHalveTheFactor(int accumulation) {
        Program program = program(accumulation);
        try (Session session = Session.open(program, ComputeDevice.parse("cpu"))) {
            List<TensorData> before = with(program, program.initialState(), "loss_scale", 1e38f);
            before = with(program, before, "good_steps", 7);
            session.restore(before);
            learn(session, accumulation);

            List<TensorData> after = session.state();
            assertThat(number(program, after, "loss_scale")).isEqualTo(5e37f);
            assertThat(number(program, after, "good_steps")).isZero();
            assertThat(program.weights(after).tensors()).isEqualTo(program.weights(before).tensors());
            learn(session, accumulation);
            assertThat(number(program, session.state(), "loss_scale")).as("nothing is left of it").isEqualTo(2.5e37f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void afterManyGoodStepsTheFactorIsDoubled(int accumulation) {
        Program program = program(accumulation);
        try (Session session = Session.open(program, ComputeDevice.parse("cpu"))) {
            session.restore(
                    with(program, with(program, program.initialState(), "loss_scale", 1024), "good_steps", 1998));
            learn(session, accumulation);
            assertThat(number(program, session.state(), "loss_scale")).isEqualTo(1024);
            assertThat(number(program, session.state(), "good_steps")).isEqualTo(1999);
            learn(session, accumulation);
            assertThat(number(program, session.state(), "loss_scale")).isEqualTo(2048);
            assertThat(number(program, session.state(), "good_steps")).isZero();
        }
    }

    private static void learn(Session session, int accumulation) {
        for (int batch = 1; batch <= accumulation; batch++) {
            float loss = session.step(List.of(X), List.of(Y), batch == accumulation ? 0.1 : 0, 0);
            assertThat(loss).isFinite();
        }
    }

    private static Program program(int accumulation) {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "2").block("head", "Dense", "units", "2")
                .block("out", "Output").chain("in", "head", "out").checked();
        Objective objective = Objective.of(network,
                List.of(new Feed("in", Shape.of(2), new Scaling(new float[2], new float[] {1, 1}))),
                List.of(new Head("out", new Task.Classification(List.of("a", "b")), Loss.CROSS_ENTROPY)));
        Learning learning = Learning.by(new Optimiser.Sgd(0, 0)).in(Optional.of(Precision.FLOAT16));
        return Compiler.training(objective, Weights.initial(network, 1), new Learning(learning.optimiser(), 0,
                learning.clipping(), accumulation, 0, learning.rates(), learning.precision()));
    }

    private static List<TensorData> with(Program program, List<TensorData> state, String member, float value) {
        var changed = new ArrayList<>(state);
        changed.set(place(program, member), TensorData.scalar(value));
        return changed;
    }

    private static float number(Program program, List<TensorData> state, String member) {
        return state.get(place(program, member)).floats().get(0);
    }

    private static int place(Program program, String member) {
        return program.stateNames().indexOf(member);
    }
}
