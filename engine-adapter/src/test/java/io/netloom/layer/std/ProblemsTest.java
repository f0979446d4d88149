package io.netloom.layer.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.Drawing;
import io.netloom.check.Check;
import io.netloom.graph.Graph;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.shape.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What layers say of shapes and settings that do not fit, and that what they propose helps.
class ProblemsTest {
    private static final int MOST_FIXES = 3;

    @Test
    void aConvolutionOfAnImageAlongOneAxisLaysItOut() {
        assertSays("needs a sequence, channels × length but receives 3×4×4. Put a Reshape (shape 3×16) before it.",
                "3×4×4", "Conv1d");
    }

    @Test
    void aConvolutionOfAVolumeTakesAnImageAsOneChannel() {
        assertSays("needs a volume, channels × depth × height × width but receives 3×4×5. Put a Reshape (shape 1×3×4×5)"
                + " before it.", "3×4×5", "Conv3d");
    }

    @Test
    void paddingIsOneNumberOrOneAnAxis() {
        assertSays("needs padding of one number, or of 3, one an axis but padding is 1×1. Set padding to same.",
                "1×3×4×5", "Conv3d", "padding", "1×1");
        assertSays("needs padding of one number but padding is 1×1. Set padding to same.", "2×5", "Conv1d", "padding",
                "1×1");
    }

    @Test
    void aMirrorShowsNoMoreThanThereIs() {
        assertSays("needs padding that is less than the size of each axis but receives 1×2×9 to pad by 2×2. Set"
                + " paddingMode to zeros.", "1×2×9", "Conv2d", "kernelSize", "5", "paddingMode", "reflect");
        assertSound("1×2×9", "Conv2d", "kernelSize", "3", "paddingMode", "reflect");
        assertSound("1×2×9", "Conv2d", "kernelSize", "5", "paddingMode", "circular");
        assertSays("needs padding that is at most the size of each axis but receives 1×2×9 to pad by 3×3. Set"
                + " paddingMode to zeros.", "1×2×9", "Conv2d", "kernelSize", "7", "paddingMode", "circular");
        assertSound("1×2×9", "Conv2d", "kernelSize", "7", "paddingMode", "replicate");
    }

    @Test
    void aDrawingFromBeforeThereWerePaddingModesPadsWithZeros() {
        Layer layer = Catalogue.standard().make("Conv2d", "filters", "8", "kernelSize", "5×5", "stride", "2×2",
                "padding", "2×2", "dilation", "1×1", "groups", "1", "bias", "true", "initialiser", "he_uniform");
        assertThat(Schema.of(layer).settings(layer)).containsEntry("paddingMode", "zeros").containsEntry("padding",
                "2×2");
    }

    @Test
    void aTransposedConvolutionAddsLessThanAStride() {
        assertSays(
                "needs outputPadding less than its stride or its dilation but outputPadding is 2×0. Set outputPadding"
                        + " to 0×0.",
                "1×4×4", "ConvTranspose2d", "outputPadding", "2×0");
        assertSound("1×4×4", "ConvTranspose2d", "outputPadding", "2×0", "dilation", "3");
    }

    @Test
    void aTransposedConvolutionLeavesSomething() {
        assertSays("needs padding that leaves something of its output but padding 4 leaves nothing. Set padding to 0.",
                "1×4", "ConvTranspose1d", "padding", "4");
    }

    @Test
    void aWindowFitsIntoTheSequence() {
        assertSays("needs a sequence of at least 4 but receives 2×3. Remove it.", "2×3", "MaxPool1d", "kernelSize",
                "4");
        assertSays("needs padding of at most half its 2×2×2 kernel but padding is 2×2×2. Set padding to 1×1×1.",
                "2×4×4×4", "AvgPool3d", "padding", "2");
    }

    @Test
    void aMeanOverAllPlacesNeedsPlaces() {
        assertSays("needs channels × places (a length, height × width, or depth × height × width) but receives 6. Put a"
                + " Reshape (shape 1×6) before it.", "6", "GlobalAvgPool");
    }

    @Test
    void whatIsNormalisedAloneIsAlwaysZero() {
        assertSays("needs at least two numbers to normalise together but receives 3×1. Remove it.", "3×1", "LayerNorm");
        assertSound("3×1", "LayerNorm", "over", "all");
        assertSays("needs two numbers or more in each group but each of its 4 has one. Set groups to 1.", "4",
                "GroupNorm", "groups", "4");
        assertSays("needs at least two places in each channel but receives 4×1×1. Remove it.", "4×1×1", "InstanceNorm");
    }

    @Test
    void groupsAreAsManyAsDivideTheChannels() {
        assertSays("needs groups to divide its 12 channels but groups is 8. Set groups to 4.", "12×3×3", "GroupNorm");
    }

    @Test
    void eachAxisStandsOnceInAnOrder() {
        assertSays("needs each axis from 1 to 3 once in its order but order is 2, 1. Set order to 3, 2, 1.", "2×3×4",
                "Permute");
        assertSays("needs each axis from 1 to 2 once in its order but order is 1, 1. Set order to 2, 1.", "2×3",
                "Permute", "order", "1 1");
    }

    @Test
    void anOrderIsWholeNumbers() {
        assertThatThrownBy(() -> Catalogue.standard().make("Permute", "order", "2, x")).isInstanceOf(BadInput.class)
                .hasMessage("The setting 'order' of Permute is wrong: axes are whole numbers, like 2, 3, 1, not 2, x.");
    }

    @Test
    void aSizeOfAVolumeIsOneNumberOrThree() {
        assertThatThrownBy(() -> Catalogue.standard().make("Conv3d", "stride", "2×2")).isInstanceOf(BadInput.class)
                .hasMessageContaining("a size is depth × height × width, like 3×3×3, not 2×2");
    }

    @Test
    void aSliceKeepsSomething() {
        assertSays(
                "needs entries between start and end but none of the 4 of its axis lies from 6 to 0. Set start to 0.",
                "4", "Slice", "start", "6");
        assertSays("needs entries between start and end but none of the 4 of its axis lies from 2 to -3. Set end to 0.",
                "4", "Slice", "start", "2", "end", "-3");
    }

    @Test
    void partsAreEqual() {
        assertSays("needs parts to divide the 9 entries of its axis but parts is 4. Set parts to 3.", "9", "Split",
                "parts", "4");
    }

    @Test
    void aSplitHasAnOutputForEachPart() {
        assertThat(Catalogue.standard().make("Split", "parts", "3").outputs()).containsExactly("part 1", "part 2",
                "part 3");
        assertThat(Catalogue.standard().make("Split", "parts", "2147483647").outputs()).hasSize(Split.MOST_PARTS);
        assertThat(Catalogue.standard().make("Split", "parts", "-1").outputs()).hasSize(1);
    }

    @Test
    void aSequenceHasNoTop() {
        assertSays("needs top and bottom to be 0 for a sequence but top is 1 and bottom is 1. Set top to 0.", "2×5",
                "Pad");
        assertSays("needs top and bottom to be 0 for a sequence but top is 1 and bottom is 1. Set top to 0.", "2×5",
                "Crop");
    }

    @Test
    void aMarginThatCannotBeMirroredIsRepeated() {
        assertSays("needs padding that is less than the size of each axis but receives 1×3×3 to pad by 1×3. Set mode to"
                + " replicate.", "1×3×3", "Pad", "left", "3", "mode", "reflect");
    }

    @Test
    void croppingLeavesSomething() {
        assertSays("needs an image larger than what is taken away but receives 1×2×5. Set top to 0.", "1×2×5", "Crop");
    }

    @Test
    void channelsBecomePlacesBySquares() {
        assertSays(
                "needs a number of channels that 9 divides but receives 10×2×2. Put a Conv2d (filters 18) before it.",
                "10×2×2", "PixelShuffle", "factor", "3");
    }

    @Test
    void aMergeOfTwoTakesNoThird() {
        Graph graph = new Drawing().block("in", "Input", "shape", "4").block("layer", "Subtract")
                .block("out", "Output").chain("in", "layer", "out").wire("in", "layer", 1).wire("in", "layer", 2)
                .graph();
        assertThat(Check.of(graph).findings().getFirst().message())
                .startsWith("Subtract 'layer' needs 2 inputs joined but has 3 joined.");
    }

    @Test
    void theWorkOfASeparableConvolutionIsThatOfItsParts() {
        var network = drawing("3×8×8", "SeparableConv2d", "filters", "16").checked();
        assertThat(network.node("layer").multiplyAdds()).isEqualTo(8 * 8 * 3 * 9 + 8 * 8 * 3 * 16);
        assertThat(network.node("layer").parameters()).isEqualTo(3 * 9 + 3 * 16 + 16);
    }

    private static void assertSays(String text, String shape, String type, String... settings) {
        Graph graph = drawing(shape, type, settings).graph();
        assertThat(messages(graph)).containsExactly(type + " 'layer' " + text);
        for (int i = 0; i < MOST_FIXES && !messages(graph).isEmpty(); i++) {
            graph = Check.of(graph).findings().getFirst().fixes().getFirst().apply(graph);
        }
        assertThat(messages(graph)).isEmpty();
    }

    private static void assertSound(String shape, String type, String... settings) {
        assertThat(messages(drawing(shape, type, settings).graph())).isEmpty();
    }

    private static Drawing drawing(String shape, String type, String... settings) {
        return new Drawing().block("in", "Input", "shape", shape).block("layer", type, settings)
                .block("out", "Output").chain("in", "layer", "out");
    }

    private static List<String> messages(Graph graph) {
        return Check.of(graph).findings().stream().map(f -> f.message()).toList();
    }
}
