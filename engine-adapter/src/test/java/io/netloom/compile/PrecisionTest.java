package io.netloom.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Heavy operators may compute in fewer digits.
class PrecisionTest {
    private static final String ROUNDED = ", 15, False, False, None)";
    private static final String EXACT = ", 6, False, False, None)";
    private static final long ROWS = 16;
    private static final int STEPS = 20;

    @Test
    void onlyHeavyOperatorsAreGivenFewerDigits() {
        List<String> step = method(program(Precision.BFLOAT16).source(), "step");
        assertThat(step).filteredOn(line -> line.contains(ROUNDED)).isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsAnyOf("torch.conv2d(", "torch.linear(", "torch.lstm(",
                        " = torch.to("));
        assertThat(step).filteredOn(line -> line.contains("torch.conv2d(") || line.contains("torch.linear("))
                .hasSize(2 + 4 + 1)
                .allSatisfy(line -> assertThat(line).contains(ROUNDED));
        assertThat(step).filteredOn(line -> line.contains("torch.layer_norm("))
                .hasSize(2).allSatisfy(line -> assertThat(line).contains(EXACT));
        assertThat(step).filteredOn(line -> line.contains("torch.cross_entropy_loss(")).hasSize(1)
                .noneMatch(line -> line.contains(ROUNDED));
    }

    @Test
    void whatIsJudgedAndKeptComputesInAllDigits() {
        String source = program(Precision.BFLOAT16).source();
        for (String name : List.of("forward", "predict", "evaluate")) {
            assertThat(method(source, name)).isNotEmpty().noneMatch(line -> line.contains(ROUNDED));
        }
    }

    @Test
    void allDigitsAreTheUsualWay() {
        assertThat(program(Precision.FLOAT32).source()).doesNotContain(ROUNDED);
    }

    @Tag("engine")
    @ParameterizedTest
    @EnumSource(names = "FLOAT32", mode = EnumSource.Mode.EXCLUDE)
    void fewerDigitsLeadNearlyTheSameWay(Precision precision) {
        List<Float> exact = losses(Precision.FLOAT32);
        List<Float> rounded = losses(precision);

        assertThat(rounded).doesNotContainAnyElementsOf(exact);
        for (int i = 0; i < STEPS; i++) {
            assertThat(rounded.get(i)).as("loss of step " + i).isCloseTo(exact.get(i), withinPercentage(10));
        }
        assertThat(rounded.getLast()).isLessThan(rounded.getFirst() / 2);
    }

    @Test
    void aPrecisionIsReadAsItIsWritten() {
        for (Precision precision : Precision.values()) {
            assertThat(Precision.parse(precision.toString())).contains(precision);
        }
        assertThat(Precision.parse("auto")).isEmpty();
        assertThatThrownBy(() -> Precision.parse("half")).isInstanceOf(BadInput.class)
                .hasMessage(
                        "There is no precision 'half'. Choose float32, bfloat16, float16, or auto for the fastest of them.");
    }

    private static List<Float> losses(Precision precision) {
        var random = new SplittableRandom(3);
        TensorData x = TensorData.zeros(ElementType.FLOAT32, List.of(ROWS, 2L, 8L, 8L));
        Initialiser.XAVIER_NORMAL.fill(x.floats(), 1, 1, random);
        TensorData y = TensorData.zeros(ElementType.INT64, List.of(ROWS));
        for (int row = 0; row < ROWS; row++) {
            y.data().asLongBuffer().put(row, random.nextInt(3));
        }
        var losses = new ArrayList<Float>();
        try (Session session = Session.open(program(precision), ComputeDevice.parse("cpu"))) {
            for (int i = 0; i < STEPS; i++) {
                losses.add(session.step(List.of(x), List.of(y), 0.003, i));
            }
        }
        return losses;
    }

    private static Program program(Precision precision) {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "2×8×8")
                .block("conv", "Conv2d", "filters", "8").block("norm", "BatchNorm").block("relu", "ReLU")
                .block("narrow", "Conv2d", "filters", "4").block("rows", "Reshape", "shape", "16×16")
                .block("encoder", "TransformerEncoder", "heads", "2", "dropout", "0").block("lstm", "LSTM")
                .block("head", "Dense", "units", "3").block("out", "Output")
                .chain("in", "conv", "norm", "relu", "narrow", "rows", "encoder", "lstm", "head", "out").checked();
        Objective objective = Objective.of(network,
                List.of(new Feed("in", Shape.of(2, 8, 8), new Scaling(new float[2], new float[] {1, 1}))),
                List.of(new Head("out", new Task.Classification(List.of("a", "b", "c")), Loss.CROSS_ENTROPY)));
        return Compiler.training(objective, Weights.initial(network, 1),
                Learning.by(new Optimiser.Adam()).in(Optional.of(precision)));
    }

    private static List<String> method(String source, String name) {
        String from = source.substring(source.indexOf("  def " + name + "("));
        int end = from.indexOf("\n  def ", 1);
        return (end < 0 ? from : from.substring(0, end)).lines().toList();
    }
}
