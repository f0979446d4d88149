package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.data.Batch;
import io.netloom.data.Dataset;
import io.netloom.data.IdxFiles;
import io.netloom.data.Input;
import io.netloom.data.Part;
import io.netloom.data.Target;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import io.netloom.train.Prepared;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalTest {
    private static final Task TWO = classes(2);

    /// Examples that are all 0, of any shape and task.
    private record Zeros(int size, Shape shape, String name, Task task) implements Dataset {
        @Override
        public List<Input> inputs() {
            return List.of(new Input(shape.rank() == 3 ? "image" : "features", shape));
        }

        @Override
        public List<Target> targets() {
            return List.of(new Target(name, task));
        }

        @Override
        public Optional<Part> given(int example) {
            return Optional.empty();
        }

        @Override
        public void read(int example, Batch into, int row) {
            if (shape.type() == ElementType.UINT8) {
                into.putPixels(0, row, new byte[Math.toIntExact(shape.elements())], 0);
            } else {
                into.putNumbers(0, row, new float[Math.toIntExact(shape.elements())], 0);
            }
        }

        @Override
        public int classOf(int example, int target) {
            return example % ((Task.Classification) task).classes().size();
        }

        @Override
        public float[] numbersOf(int example, int target) {
            float[] numbers = new float[task.target().map(values -> (int) values.elements()).orElse(0)];
            Arrays.fill(numbers, example);
            return numbers;
        }

        @Override
        public boolean inMemory() {
            return true;
        }

        @Override
        public Sentence describe(int example) {
            return Sentence.plain("example " + example);
        }

        @Override
        public List<Sentence> warnings() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,4,4", "3,4,4", "1,1,64", "1,64,1", "3,1,2048", "1,2,3", "1,7,9", "1,8,8", "1,28,28",
            "3,32,32", "1,5,300", "3,64,64", "3,100,75", "3,224,224", "1,224,168", "3,2048,2048"})
    void picturesOfEverySizeGetANetworkThatFitsThem(int channels, int height, int width) {
        var data = new Zeros(20, Shape.of(ElementType.UINT8, channels, height, width), "class", TWO);
        CheckedGraph network = fits(data);
        assertThat(network.parameters()).isLessThan(5_000_000);
        assertThat(network.inputs().getFirst().outputs().getFirst().features()).containsExactly(channels, height,
                width);
        assertThat(network.order()).extracting(CheckedNode::node).extracting(node -> node.layer().getClass()
                .getSimpleName()).contains("Conv2d", "Dense");
    }

    @ParameterizedTest
    @CsvSource({"3,32,32", "1,32,300", "3,63,64", "3,64,64", "3,100,75", "3,224,224", "1,513,600"})
    void manyLargePicturesGetAResidualNetwork(int channels, int height, int width) {
        var data = new Zeros(300, Shape.of(ElementType.UINT8, channels, height, width), "class", TWO);
        CheckedGraph network = fits(data);
        assertThat(network.parameters()).isLessThan(500_000);
        assertThat(network.drawn()).extracting(node -> node.node().block().type())
                .filteredOn(t -> t.startsWith("Residual"))
                .hasSize(6);
        assertThat(network.order()).extracting(node -> node.node().name()).contains("res/conv1", "half2/shortcut");
        Shape maps = network.node("mean").inputs().getFirst();
        assertThat(Math.min(maps.size(1), maps.size(2))).isBetween(8L, 16L);
        assertThat(Proposal.of(source(), data).reason().toString())
                .contains("3 stages of residual blocks like ResNet's");
    }

    @ParameterizedTest
    @CsvSource({"300,31,64", "299,64,64", "70000,28,28"})
    void fewOrSmallPicturesGetANetworkLikeLeNet(int examples, int height, int width) {
        CheckedGraph network = fits(new Zeros(examples, Shape.of(ElementType.UINT8, 1, height, width), "class", TWO));
        assertThat(network.order()).isEqualTo(network.drawn());
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,4,4", "3,8,8", "1,7,9", "1,28,28", "3,64,48", "3,100,75", "1,5,300", "3,225,224"})
    void anAutoencoderGivesPicturesOfEverySizeBack(int channels, int height, int width) {
        Shape shape = Shape.of(ElementType.UINT8, channels, height, width);
        CheckedGraph network = fits(new Zeros(20, shape, "again", new Task.Reconstruction("image")));
        assertThat(network.outputs().getFirst().inputs().getFirst().features()).isEqualTo(shape.features());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 500})
    void anAutoencoderGivesTableRowsBackFromFewerNumbers(int columns) {
        CheckedGraph network = fits(new Zeros(20, Shape.of(columns), "again", new Task.Reconstruction("features")));
        assertThat(network.node("code").outputs().getFirst().size(0)).isBetween(1L, Math.max(1L, columns / 2));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,0", "3,8,8,1", "1,7,9,0", "1,20,36,2", "3,64,48,3", "1,256,256,3"})
    void pixelsWithClassesGetAUNet(int channels, int height, int width, int stages) {
        CheckedGraph network = fits(new Zeros(20, Shape.of(ElementType.UINT8, channels, height, width), "mask",
                new Task.Segmentation(List.of("sky", "sea", "boat"), height, width)));
        assertThat(network.order()).extracting(node -> node.node().layer().getClass().getSimpleName())
                .filteredOn("Concat"::equals).hasSize(stages);
    }

    @Test
    void tagsSharesAndSeveralNumbersGetAsManyOutputs() {
        for (Task task : List.of(new Task.Tags(List.of("a", "b", "c")), new Task.Shares(List.of("a", "b", "c")),
                Task.Regression.unscaled(List.of("a", "b", "c")))) {
            CheckedGraph network = fits(new Zeros(20, Shape.of(4), "y", task));
            assertThat(network.outputs().getFirst().inputs().getFirst()).isEqualTo(Shape.of(3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 100, 5000})
    void tablesOfEveryWidthGetANetworkThatFitsThem(int columns) {
        fits(new Zeros(20, Shape.of(columns), "kind", TWO));
        fits(new Zeros(20, Shape.of(columns), "price", new Task.Regression(0, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 1000})
    void theHeadHasALogitForEachClass(int count) {
        CheckedGraph network = fits(new Zeros(3 * count, Shape.of(3), "kind", classes(count)));
        assertThat(network.outputs().getFirst().inputs().getFirst()).isEqualTo(Shape.of(count));
    }

    @Test
    void theHeadOfANumberIsOneNumber() {
        CheckedGraph network = fits(new Zeros(20, Shape.of(3), "price", new Task.Regression(0, 1)));
        assertThat(network.outputs().getFirst().inputs().getFirst()).isEqualTo(Shape.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "dense", "head", "种类", "bill length (mm)", "class", "self", "a.b", "\"", "x'y"})
    void theTargetMayHaveAnyName(String name) {
        fits(new Zeros(20, Shape.of(3), name, TWO));
    }

    @Test
    void aTargetWithALongNameIsNoObstacle() {
        fits(new Zeros(20, Shape.of(3), "On a scale of one to five, how satisfied have you been with ".repeat(4), TWO));
    }

    @ParameterizedTest
    @CsvSource({"200, LSTM", "6000, TransformerEncoder"})
    void aTextGetsANetworkThatSaysWhatComesNext(int windows, String reader) {
        CheckedGraph network = fits(new Zeros(windows, Shape.of(12), "next", new Task.Tokens(40, 12)));
        assertThat(network.order()).extracting(node -> node.node().layer().getClass().getSimpleName())
                .contains("Embedding", reader, "PositionwiseDense");
    }

    @ParameterizedTest
    @CsvSource({"2,100", "1000,64", "64000,5", "10000000,5"})
    void smallDataIsSeenMoreOften(int size, int epochs) {
        var data = new Zeros(size, Shape.of(3), "price", new Task.Regression(0, 1));
        Proposal proposal = Proposal.of(source(), data);
        assertThat(proposal.project().plan().epochs()).isEqualTo(epochs);
        assertThat(proposal.project().data()).contains(source());
        assertThat(proposal.reason().toString()).startsWith(String.format("%,d examples", size))
                .contains(epochs + " epochs")
                .endsWith(".");
    }

    private static CheckedGraph fits(Dataset data) {
        Proposal proposal = Proposal.of(source(), data);
        Check check = Check.of(proposal.project().graph());
        assertThat(check.findings()).isEmpty();
        CheckedGraph network = check.checked().orElseThrow();
        Objective objective = Prepared.of(network, data, proposal.project().plan()).objective();
        assertThat(objective.heads()).singleElement()
                .satisfies(head -> assertThat(head.task()).hasSameClassAs(data.targets().getFirst().task()));
        return network;
    }

    private static IdxFiles source() {
        return new IdxFiles(Path.of("data").toAbsolutePath());
    }

    private static Task classes(int count) {
        return new Task.Classification(IntStream.range(0, count).mapToObj(i -> "c" + i).toList());
    }
}
