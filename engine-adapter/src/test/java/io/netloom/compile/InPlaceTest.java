package io.netloom.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which blocks overwrite what comes in.
class InPlaceTest {

    @Test
    void aReluOverwritesWhatADenseLayerGivesToItAlone() {
        assertThat(source(new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense", "units", "3")
                .block("relu", "ReLU").block("out", "Output").chain("in", "dense", "relu", "out").checked()))
                .contains("torch.relu_(").doesNotContain("torch.relu(");
    }

    @Test
    void whatAnotherBlockNeedsTooIsLeftAsItIs() {
        assertThat(source(new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense", "units", "3")
                .block("relu", "ReLU").block("add", "Add").block("out", "Output")
                .chain("in", "dense", "relu", "add", "out")
                .wire("dense", "add", 1).checked())).contains("torch.relu(").doesNotContain("torch.relu_(");
    }

    @Test
    void theDataIsLeftAsItIs() {
        assertThat(source(new Drawing().block("in", "Input", "shape", "3").block("relu", "ReLU")
                .block("dense", "Dense", "units", "3").block("out", "Output").chain("in", "relu", "dense", "out")
                .checked())).contains("torch.relu(").doesNotContain("torch.relu_(");
    }

    @Test
    void whatALayerNeedsForItsGradientsIsLeftAsItIs() {
        assertThat(source(new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense", "units", "3")
                .block("sigmoid", "Sigmoid").block("relu", "ReLU").block("out", "Output")
                .chain("in", "dense", "sigmoid", "relu", "out").checked())).contains("torch.relu(")
                .doesNotContain("torch.relu_(");
    }

    private static String source(CheckedGraph network) {
        Shape input = network.inputs().getFirst().outputs().getFirst();
        float[] ones = new float[(int) input.size(0)];
        Arrays.fill(ones, 1);
        var objective = Objective.of(network, List.of(new Feed("in", input, new Scaling(new float[ones.length], ones))),
                List.of(new Head("out", new Task.Classification(List.of("a", "b", "c")), Loss.CROSS_ENTROPY)));
        return Compiler.training(objective, Weights.initial(network, 1), new Optimiser.Adam()).source();
    }
}
