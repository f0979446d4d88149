package io.netloom.layer.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.EngineFailure;
import io.netloom.engine.Session;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Size2;
import io.netloom.layer.Weight;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What layers over sequences need, beyond the contract of all layers.
class SequenceLayersTest {

    @ParameterizedTest
    @CsvSource({"6, 6×1", "2×3×4, 6×4", "2×3×4×5, 24×5"})
    void whatIsNoSequenceCanBecomeOneByAReshape(String shape, String sequence) {
        for (String type : List.of("LSTM", "GRU", "RNN", "SelfAttention", "TransformerEncoder", "PositionwiseDense",
                "SinusoidalPosition", "LearnedPosition", "ClassToken")) {
            Problem problem = (Problem) Catalogue.standard().make(type).infer(List.of(Shape.parse(shape)));
            assertThat(problem.about(type)).startsWith(type + " needs a sequence, positions × features but receives ");
            assertThat(problem.remedies()).as(type)
                    .contains(new Remedy.InsertBefore(0, "Reshape", Map.of("shape", sequence)));
        }
    }

    @Test
    void anImageCanBecomeASequenceOfPatches() {
        Problem problem = (Problem) new SelfAttention().infer(List.of(Shape.of(3, 8, 8)));
        assertThat(problem.remedies()).contains(new Remedy.InsertBefore(0, "PatchEmbedding", Map.of()));
    }

    @Test
    void theSecondInputCanBeMendedWhereItIsTheOneThatDoesNotFit() {
        Problem problem = (Problem) new CrossAttention().infer(List.of(Shape.of(4, 8), Shape.of(6)));
        assertThat(problem.found()).isEqualTo("receives 6 at input 2");
        assertThat(problem.remedies()).containsExactly(
                new Remedy.InsertBefore(1, "Reshape", Map.of("shape", "6×1")));
    }

    @Test
    void headsBecomeAsManyAsDivideTheFeatures() {
        Problem problem = (Problem) new SelfAttention(4, 0, false).infer(List.of(Shape.of(5, 9)));
        assertThat(problem.about("SelfAttention")).isEqualTo(
                "SelfAttention needs heads to divide its 9 features but heads is 4. Set heads to 3.");
        assertThat(((Problem) new SelfAttention(1024, 0, false).infer(List.of(Shape.of(5, 7)))).remedies())
                .containsExactly(new Remedy.Change("heads", "7"));
    }

    @Test
    void aMaskHasOneNumberForEachPosition() {
        Shape sequence = Shape.of(6, 8);
        assertThat(new SelfAttention().infer(List.of(sequence, Shape.of(6)))).isEqualTo(Shapes.of(sequence));
        Problem problem = (Problem) new SelfAttention().infer(List.of(sequence, Shape.of(2, 3)));
        assertThat(problem.remedies()).containsExactly(new Remedy.InsertBefore(1, "Reshape", Map.of("shape", "6")));
        assertThat(((Problem) new TransformerDecoder().infer(List.of(sequence, Shape.of(5, 8), Shape.of(6)))).needed())
                .startsWith("at input 3 one number for each of 5 positions");
    }

    @Test
    void aDecodersTwoSequencesHaveTheSameFeatures() {
        Problem problem = (Problem) new TransformerDecoder().infer(List.of(Shape.of(4, 8), Shape.of(5, 6)));
        assertThat(problem.remedies()).containsExactly(
                new Remedy.InsertBefore(1, "PositionwiseDense", Map.of("units", "8")));
    }

    @Test
    void aPatchDividesTheImage() {
        Problem problem = (Problem) new PatchEmbedding(Size2.of(4), 8).infer(List.of(Shape.of(3, 6, 7)));
        assertThat(problem.needed()).isEqualTo("a patchSize that divides its image of 6×7");
        assertThat(problem.remedies()).containsExactly(new Remedy.Change("patchSize", "3×1"));
    }

    @Test
    void whatForgetsInAnLstmBeginsOpenAndAllElseWithNothing() {
        List<Weight> weights = new LSTM().weights(List.of(Shape.of(5, 3)));
        float[] bias = first(weights, "bias_ih_l0");
        for (int i = 0; i < bias.length; i++) {
            assertThat(bias[i]).isEqualTo(i / 64 == 1 ? 1 : 0);
        }
        assertThat(first(weights, "bias_hh_l0")).containsOnly(0);
    }

    @Test
    void dropoutIsBetweenLayersOnly() {
        Catalogue catalogue = Catalogue.standard();
        assertThat(catalogue.make("GRU", "dropout", "0.5").random()).isFalse();
        assertThat(catalogue.make("GRU", "dropout", "0.5", "layers", "2").random()).isTrue();
    }

    @Test
    void theRowThatOnlyFillsUpBeginsWithZeros() {
        float[] rows = first(new Embedding(4, 3, 2).weights(List.of(Shape.of(5))), "weight");
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i] == 0).as("entry " + i).isEqualTo(i / 3 == 2);
        }
    }

    @Test
    void theTokenThatOnlyFillsUpIsInTheVocabulary() {
        Problem problem = (Problem) new Embedding(4, 3, 4).infer(List.of(Shape.of(5)));
        assertThat(problem.about("Embedding")).isEqualTo(
                "Embedding needs a paddingIndex below its vocabularySize of 4 but it is 4. Set paddingIndex to -1.");
    }

    @Test
    @Tag("engine")
    void aTokenBeyondTheVocabularyIsAnErrorAfterWhichTheSessionWorksOn() {
        try (var session = open(new Drawing().block("x", "Input", "shape", "2").block("layer", new Embedding(4, 3, -1))
                .chain("x", "layer"))) {
            for (float wrong : new float[] {4, -1, 1e9f}) {
                assertThatThrownBy(() -> session.forward(List.of(row(0, wrong)))).isInstanceOf(EngineFailure.class)
                        .hasStackTraceContaining("index out of range");
            }
            assertThat(session.forward(List.of(row(0, 3))).getFirst()).hasSize(1);
        }
    }

    @Test
    @Tag("engine")
    void whereAllPositionsOnlyFillUpNumbersStayNumbers() {
        try (var session = open(new Drawing().block("x", "Input", "shape", "2").block("mask", "Input", "shape", "2")
                .block("sequence", "Reshape", "shape", "2×1").block("layer", new SelfAttention(1, 0, true))
                .chain("x", "sequence", "layer").wire("mask", "layer", 1))) {
            assertThat(session.forward(List.of(row(1, 2), row(0, 0))).getFirst()[0]).isFinite();
        }
    }

    /// The block `layer` and a head, ready to run.
    private static Session open(Drawing drawing) {
        CheckedGraph network = drawing.block("row", "Flatten").block("head", "Dense", "units", "1")
                .block("answer", "Output").chain("layer", "row", "head", "answer").checked();
        var plain = new Scaling(new float[2], new float[] {1, 1});
        List<Feed> feeds = network.inputs().stream()
                .map(input -> new Feed(input.node().name(), input.outputs().getFirst(), plain)).toList();
        Objective objective = Objective.of(network, feeds,
                List.of(new Head("answer", new Task.Regression(0, 1), Loss.MSE)));
        Program program = Compiler.inference(objective, Weights.initial(network, 1));
        return Session.open(program, ComputeDevice.parse("cpu"));
    }

    private static TensorData row(float... values) {
        TensorData flat = TensorData.of(values);
        return new TensorData(flat.type(), List.of(1L, (long) values.length), flat.data());
    }

    private static float[] first(List<Weight> weights, String name) {
        Weight weight = weights.stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
        float[] values = new float[(int) weight.elements()];
        weight.initialiser().fill(FloatBuffer.wrap(values), weight.fanIn(), weight.fanOut(),
                new SplittableRandom(1));
        return values;
    }
}
