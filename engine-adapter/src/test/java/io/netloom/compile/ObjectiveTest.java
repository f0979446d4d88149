package io.netloom.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.Drawing;
import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.check.Finding;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.shape.BadInput;
import io.netloom.shape.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {
    private static final Task.Classification KINDS = new Task.Classification(List.of("cat", "dog", "cow"));
    private static final Task.Regression PRICE = new Task.Regression(0, 1);

    @Test
    void aNetworkThatFitsItsDataHasNoFindings() {
        CheckedGraph network = perceptron("4", "3");
        assertThat(Objective.findings(network, List.of(feed("in", 4)), List.of(kind("out")))).isEmpty();
    }

    @Test
    void anInputOfAnotherShapeThanTheDataTakesItsShape() {
        CheckedGraph network = perceptron("5", "3");
        Finding finding = onlyFinding(network, List.of(feed("in", 4)), List.of(kind("out")));
        assertThat(finding.message())
                .isEqualTo("Input 'in' needs the shape of the data, 4 but its shape is 5. Set shape to 4.");
        assertMends(finding, network.graph(), List.of(feed("in", 4)), List.of(kind("out")));
    }

    @Test
    void theLastDenseTakesAsManyUnitsAsThereAreClasses() {
        CheckedGraph network = perceptron("4", "10");
        Finding finding = onlyFinding(network, List.of(feed("in", 4)), List.of(kind("out")));
        assertThat(finding.message()).isEqualTo(
                "Output 'out' needs 3 logits, one a class but receives 10. Set units of 'head' to 3.");
        assertMends(finding, network.graph(), List.of(feed("in", 4)), List.of(kind("out")));
    }

    @Test
    void anActivationAtTheEndGetsADenseBehindIt() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4").block("dense", "Dense")
                .block("relu", "ReLU").block("out", "Output").chain("in", "dense", "relu", "out").checked();
        List<Head> heads = List.of(new Head("out", PRICE, Loss.MSE));
        Finding finding = onlyFinding(network, List.of(feed("in", 4)), heads);
        assertThat(finding.message())
                .isEqualTo("Output 'out' needs one number but receives 128. Insert Dense 'dense2' before 'out'.");
        assertMends(finding, network.graph(), List.of(feed("in", 4)), heads);
    }

    @Test
    void aSoftmaxBeforeCrossEntropyIsTakenOut() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4").block("head", "Dense", "units", "3")
                .block("softmax", "Softmax").block("out", "Output").chain("in", "head", "softmax", "out").checked();
        Finding finding = onlyFinding(network, List.of(feed("in", 4)), List.of(kind("out")));
        assertThat(finding.message()).contains("logits, because cross entropy takes the softmax itself",
                "Softmax 'softmax'");
        assertMends(finding, network.graph(), List.of(feed("in", 4)), List.of(kind("out")));
    }

    @Test
    void aBlockThatTheDataDoesNotKnowTakesANameOfTheData() {
        CheckedGraph network = perceptron("4", "3");
        List<Finding> findings = Objective.findings(network, List.of(feed("table", 4)), List.of(kind("species")));
        assertThat(findings).extracting(Finding::message).containsExactly(
                "Input 'in' needs data of its name but the data has 'table'. Rename 'in' to 'table'.",
                "Output 'out' needs a target of its name but the data has 'species'. Rename 'out' to 'species'.");
        Graph mended = network.graph();
        for (Finding finding : findings) {
            mended = finding.fixes().getFirst().apply(mended);
        }
        assertThat(Objective.findings(Check.of(mended).checked().orElseThrow(), List.of(feed("table", 4)),
                List.of(kind("species")))).isEmpty();
    }

    @Test
    void aSecondInputIsNotOfferedTheNameOfTheFirst() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4").block("more", "Input", "shape", "4")
                .block("add", "Add").block("head", "Dense", "units", "3").block("out", "Output")
                .chain("in", "add", "head", "out").wire("more", "add", 1).checked();
        Finding finding = onlyFinding(network, List.of(feed("in", 4)), List.of(kind("out")));
        assertThat(finding.fixes()).containsExactly(new GraphEdit.Remove("more"));
        assertThat(finding.fixes().getFirst().apply(network.graph()).contains("more")).isFalse();
    }

    @Test
    void aNetworkWithoutWeightsGetsADense() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "3").block("relu", "ReLU")
                .block("out", "Output").chain("in", "relu", "out").checked();
        Finding finding = onlyFinding(network, List.of(feed("in", 3)), List.of(kind("out")));
        assertThat(finding.message()).isEqualTo("The network needs at least one block with weights, such as Dense but"
                + " has nothing to learn. Insert Dense 'dense' before 'out'.");
        Graph mended = finding.fixes().getFirst().apply(network.graph());
        assertThat(Check.of(mended).checked().orElseThrow().parameters()).isPositive();
    }

    @Test
    void whatDoesNotFitIsRefusedWithEveryMessage() {
        CheckedGraph network = perceptron("5", "10");
        assertThatThrownBy(() -> Objective.of(network, List.of(feed("in", 4)), List.of(kind("out"))))
                .isInstanceOf(BadInput.class).hasMessageContaining("Input 'in'").hasMessageContaining("Output 'out'");
    }

    @Test
    void eachTaskNeedsAsManyNumbersAsItHasNames() {
        var three = List.of("a", "b", "c");
        assertHeadBecomes("3 logits, one a tag", new Task.Tags(three));
        assertHeadBecomes("3 logits, one a class", new Task.Shares(three));
        assertHeadBecomes("3 numbers", Task.Regression.unscaled(three));
    }

    private static void assertHeadBecomes(String needed, Task task) {
        CheckedGraph network = perceptron("4", "10");
        List<Head> heads = List.of(new Head("out", task, Loss.usualFor(task)));
        Finding finding = onlyFinding(network, List.of(feed("in", 4)), heads);
        assertThat(finding.message())
                .isEqualTo("Output 'out' needs " + needed + " but receives 10. Set units of 'head' to 3.");
        assertMends(finding, network.graph(), List.of(feed("in", 4)), heads);
    }

    @Test
    void aSigmoidBeforeALossThatTakesItItselfIsTakenOut() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4").block("head", "Dense", "units", "3")
                .block("sigmoid", "Sigmoid").block("out", "Output").chain("in", "head", "sigmoid", "out").checked();
        for (Task task : List.of(new Task.Tags(List.of("a", "b", "c")), new Task.Shares(List.of("a", "b", "c")))) {
            List<Head> heads = List.of(new Head("out", task, Loss.usualFor(task)));
            Finding finding = onlyFinding(network, List.of(feed("in", 4)), heads);
            assertThat(finding.message()).contains("logits, because", "receives probabilities from Sigmoid 'sigmoid'");
            assertMends(finding, network.graph(), List.of(feed("in", 4)), heads);
        }
        assertThat(Objective.findings(network, List.of(feed("in", 4)),
                List.of(new Head("out", Task.Regression.unscaled(List.of("a", "b", "c")), Loss.MSE)))).isEmpty();
    }

    @Test
    void whatIsGivenBackIsNotSqueezed() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "4").block("head", "Dense", "units", "4")
                .block("sigmoid", "Sigmoid").block("out", "Output").chain("in", "head", "sigmoid", "out").checked();
        List<Head> heads = List.of(new Head("out", new Task.Reconstruction("in"), Loss.MSE));
        Finding finding = onlyFinding(network, List.of(feed("in", 4)), heads);
        assertThat(finding.message()).contains("numbers below 0 and above 1 too", "scaled to a mean of 0");
        assertMends(finding, network.graph(), List.of(feed("in", 4)), heads);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "MaxPool2d | kernelSize | 2 | Insert Upsample 'upsample', Conv2d 'conv2d' before 'out'.",
            "Conv2d    | filters    | 5 | Set filters of 'last' to 1.",
            "Conv2d    | padding    | 3 | Insert Crop 'crop', Conv2d 'conv2d' before 'out'.",
            "Conv2d    | kernelSize | 2 | Set filters of 'last' to 1.",
            "AvgPool2d | kernelSize | 3 | Insert Flatten 'flatten', Dense 'dense', Reshape 'reshape' before 'out'.",
            "ReLU      |            |   | Insert Conv2d 'conv2d' before 'out'."})
    void aPictureOfAnotherSizeIsBroughtToThatOfTheInput(String type, String setting, String value, String mend) {
        String[] settings = setting == null ? new String[0] : new String[] {setting, value};
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "1×8×8")
                .block("first", "Conv2d", "filters", "4").block("last", type, settings).block("out", "Output")
                .chain("in", "first", "last", "out").checked();
        List<Feed> feeds = List
                .of(new Feed("in", Shape.of(1, 8, 8), new Scaling(new float[] {0}, new float[] {1})));
        List<Head> heads = List.of(new Head("out", new Task.Reconstruction("in"), Loss.MSE));
        Finding finding = onlyFinding(network, feeds, heads);
        assertThat(finding.message())
                .startsWith("Output 'out' needs the shape of 'in', which it is to give back, 1×8×8 but receives ")
                .endsWith(mend);
        assertMends(finding, network.graph(), feeds, heads);
    }

    @Test
    void pixelsNeedALogitForEachClass() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "1×8×8")
                .block("flatten", "Flatten").block("head", "Dense", "units", "3").block("out", "Output")
                .chain("in", "flatten", "head", "out").checked();
        List<Feed> feeds = List
                .of(new Feed("in", Shape.of(1, 8, 8), new Scaling(new float[] {0}, new float[] {1})));
        var task = new Task.Segmentation(List.of("a", "b"), 8, 8);
        List<Head> heads = List.of(new Head("out", task, Loss.CROSS_ENTROPY));
        Finding finding = onlyFinding(network, feeds, heads);
        assertThat(finding.message()).isEqualTo("Output 'out' needs 2×8×8 logits, one a class for each pixel, but"
                + " receives 3. Insert Dense 'dense', Reshape 'reshape' before 'out'.");
        assertMends(finding, network.graph(), feeds, heads);
    }

    @Test
    void anInputThatIsToBeGivenBackMustBeThere() {
        CheckedGraph network = perceptron("4", "4");
        Finding finding = onlyFinding(network, List.of(feed("in", 4)),
                List.of(new Head("out", new Task.Reconstruction("picture"), Loss.MSE)));
        assertThat(finding.message()).startsWith(
                "Output 'out' needs an Input 'picture', which it is to give back but the network has 'in'.");
    }

    private static void assertMends(Finding finding, Graph graph, List<Feed> feeds, List<Head> heads) {
        CheckedGraph mended = Check.of(finding.fixes().getFirst().apply(graph)).checked().orElseThrow();
        assertThat(Objective.findings(mended, feeds, heads)).isEmpty();
    }

    private static Finding onlyFinding(CheckedGraph network, List<Feed> feeds, List<Head> heads) {
        List<Finding> findings = Objective.findings(network, feeds, heads);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static CheckedGraph perceptron(String inputs, String units) {
        return new Drawing().block("in", "Input", "shape", inputs).block("head", "Dense", "units", units)
                .block("out", "Output").chain("in", "head", "out").checked();
    }

    private static Feed feed(String input, int columns) {
        return new Feed(input, Shape.of(columns), new Scaling(new float[columns], new float[columns]));
    }

    private static Head kind(String output) {
        return new Head(output, KINDS, Loss.CROSS_ENTROPY);
    }
}
