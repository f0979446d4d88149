package io.netloom.layer.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Catalogue;
import io.netloom.shape.ElementType;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What fills a text up changes nothing, where a network is told what does.
class PaddingTest {
    private static final float[] TEXT = {3, 5, 2, 6, 4};

    @Tag("engine")
    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "LSTM bidirectional=true layers=2", "GRU bidirectional=true", "RNN layers=2",
            "GlobalMaxPool", "GlobalAvgPool", "TransformerEncoder heads=2", "SelfAttention heads=2"})
    void theSameTextGivesTheSameAnswerHoweverFarItIsFilledUp(String layer) {
        float[] exact = answer(layer, 5, TEXT);
        assertThat(answer(layer, 9, TEXT)).containsExactly(exact, within(1e-5f));
        assertThat(answer(layer, 40, TEXT)).containsExactly(exact, within(1e-5f));
        assertThat(answer(layer, 9, 3, 5, 2, 6, 1)).as("another text").doesNotContain(exact, within(1e-5f));
    }

    @Test
    void aMaskMustSayOneNumberAPlace() {
        Problem problem = (Problem) new GlobalMaxPool().infer(List.of(Shape.of(4, 6), Shape.of(4)));
        assertThat(problem.about("GlobalMaxPool")).startsWith(
                "GlobalMaxPool needs at input 2 one number for each of 6 positions");
        assertThat(new GlobalAvgPool().infer(List.of(Shape.of(4, 6, 6), Shape.of(6)))).isInstanceOf(Problem.class);
        assertThat(new LSTM().infer(List.of(Shape.of(6, 4), Shape.of(4)))).isInstanceOf(Problem.class);
    }

    @Test
    void aMaskIsMadeOfOneRowOfTokens() {
        Problem problem = (Problem) new PaddingMask().infer(List.of(Shape.of(2, 3)));
        assertThat(problem.remedies()).containsExactly(new Remedy.InsertBefore(0, "Flatten", Map.of()));
    }

    /// The logits for a text that is filled up to a length.
    private static float[] answer(String layer, int length, float... text) {
        CheckedGraph network = network(layer, length);
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        Objective objective = Objective.of(network,
                List.of(new Feed("tokens", Shape.of(length), new Scaling(new float[length], ones))),
                List.of(new Head("answer", new Task.Classification(List.of("a", "b", "c")), Loss.CROSS_ENTROPY)));
        float[] filled = Arrays.copyOf(text, length);
        try (var session = Session.open(Compiler.inference(objective, Weights.initial(network, 7)),
                ComputeDevice.parse("cpu"))) {
            var row = new TensorData(ElementType.FLOAT32, List.of(1L, (long) length), TensorData.of(filled).data());
            return session.forward(List.of(row)).getFirst();
        }
    }

    private static CheckedGraph network(String layer, int length) {
        String[] words = layer.split(" ");
        String[] settings = Arrays.stream(words).skip(1).flatMap(word -> Arrays.stream(word.split("=")))
                .toArray(String[]::new);
        Drawing drawing = new Drawing().block("tokens", "Input", "shape", Integer.toString(length))
                .block("mask", "PaddingMask").block("embed", "Embedding", "vocabularySize", "7", "size", "4",
                        "paddingIndex", "0")
                .block("layer", Catalogue.standard().make(words[0], settings))
                .block("head", "Dense", "units", "3").block("answer", "Output")
                .chain("tokens", "embed").chain("tokens", "mask").wire("mask", "layer", 1).chain("head", "answer");
        if (words[0].startsWith("Global")) {
            drawing.block("turn", "Permute").chain("embed", "turn", "layer", "head");
        } else if (words[0].endsWith("Encoder") || words[0].endsWith("Attention")) {
            drawing.block("turn", "Permute").block("mean", "GlobalAvgPool").wire("mask", "mean", 1)
                    .chain("embed", "layer", "turn", "mean", "head");
        } else {
            drawing.chain("embed", "layer", "head");
        }
        return drawing.checked();
    }
}
