package io.netloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.Golden;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.layer.Precision;
import io.netloom.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Twenty steps of each optimiser lead where PyTorch's lead, loss by loss.
@Tag("engine")
class TrajectoryTest {

    @TestFactory
    Stream<DynamicTest> aResidualClassifierLearnsAsInPyTorch() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "2×5×5")
                .block("conv", "Conv2d", "filters", "4", "bias", "false").block("norm", "BatchNorm")
                .block("relu", "ReLU").block("inner", "Conv2d", "filters", "4").block("add", "Add")
                .block("flatten", "Flatten").block("head", "Dense", "units", "3").block("out", "Output")
                .chain("in", "conv", "norm", "relu", "inner", "add", "flatten", "head", "out").wire("relu", "add", 1)
                .checked();
        var task = new Task.Classification(List.of("circle", "square", "star"));
        Objective objective = Objective.of(network,
                List.of(new Feed("in", Shape.of(2, 5, 5), new Scaling(new float[] {0, 0}, new float[] {1, 1}))),
                List.of(new Head("out", task, Loss.CROSS_ENTROPY)));
        return runs(Golden.trajectory("classification"), objective, Golden.Tensor::indices);
    }

    @TestFactory
    Stream<DynamicTest> aPerceptronLearnsARawTableAsInPyTorch() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4").block("hidden", "Dense", "units", "8")
                .block("tanh", "Tanh").block("head", "Dense", "units", "1").block("out", "Output")
                .chain("in", "hidden", "tanh", "head", "out").checked();
        Golden.Trajectory golden = Golden.trajectory("regression");
        Golden.Scales scales = golden.task();
        Objective objective = Objective.of(network,
                List.of(new Feed("in", Shape.of(4), new Scaling(scales.mean(), scales.std()))),
                List.of(new Head("out", new Task.Regression(scales.targetMean(), scales.targetStd()), Loss.MSE)));
        return runs(golden, objective, Golden.Tensor::floats);
    }

    private static Stream<DynamicTest> runs(Golden.Trajectory golden, Objective objective,
            Function<Golden.Tensor, TensorData> targets) {
        return golden.runs().stream().map(run -> DynamicTest.dynamicTest(run.name(),
                () -> follow(golden, run, objective, targets)));
    }

    private static void follow(Golden.Trajectory golden, Golden.Run run, Objective objective,
            Function<Golden.Tensor, TensorData> targets) {
        var initial = new LinkedHashMap<>(Weights.initial(objective.network(), 1).tensors());
        assertThat(initial).containsOnlyKeys(golden.weights().keySet());
        initial.replaceAll((name, _) -> golden.weights().get(name).floats());
        Program program = Compiler.training(objective, new Weights(initial), learning(run));
        try (var session = Session.open(program, ComputeDevice.parse("cpu"))) {
            for (int i = 0; i < run.losses().length; i++) {
                Golden.Batch batch = golden.batches().get(i % golden.batches().size());
                boolean moves = run.accumulation() < 2 || (i + 1) % run.accumulation() == 0;
                float loss = session.step(List.of(batch.x().floats()), List.of(targets.apply(batch.y())),
                        moves ? run.rate() : 0, i);
                Golden.assertClose("loss of step " + i, loss, run.losses()[i]);
            }
            Map<String, TensorData> after = program.weights(session.state()).tensors();
            run.after().forEach((name, value) -> value.assertEqualTo(name, after.get(name)));
        }
    }

    private static Learning learning(Golden.Run run) {
        Learning.Clipping clipping = run.clipNorm() > 0 ? new Learning.Clipping.ByNorm(run.clipNorm())
                : run.clipValue() > 0 ? new Learning.Clipping.ByValue(run.clipValue()) : new Learning.Clipping.None();
        return new Learning(optimiser(run), run.l1(), clipping, Math.max(1, run.accumulation()), run.averaging(),
                run.rates() == null ? Map.of() : run.rates(), Optional.of(Precision.FLOAT32));
    }

    private static Optimiser optimiser(Golden.Run run) {
        return switch (run.optimiser()) {
            case "SGD" -> new Optimiser.Sgd(run.momentum(), run.dampening(), run.nesterov(), run.weight_decay());
            case "Adam" -> new Optimiser.Adam(run.beta1(), run.beta2(), run.eps(), run.weight_decay(),
                    run.amsgrad());
            case "AdamW" -> new Optimiser.AdamW(run.beta1(), run.beta2(), run.eps(), run.weight_decay(),
                    run.amsgrad());
            case "NAdam" -> new Optimiser.NAdam(run.beta1(), run.beta2(), run.eps(), run.momentum_decay(),
                    run.weight_decay());
            case "RMSprop" -> new Optimiser.RmsProp(run.alpha(), run.eps(), run.momentum(), run.centered(),
                    run.weight_decay());
            case "Adagrad" -> new Optimiser.Adagrad(run.lr_decay(), run.initial_accumulator_value(), run.eps(),
                    run.weight_decay());
            default -> throw new IllegalArgumentException(run.optimiser());
        };
    }
}
