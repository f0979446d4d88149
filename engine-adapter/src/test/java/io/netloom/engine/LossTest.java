package io.netloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.Golden;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Loss.ClassWeights;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Each loss is what PyTorch's is, and so is its gradient: behind a step of plain SGD with a learning rate of 1, a weight has
/// moved by it.
@Tag("engine")
class LossTest {
    private static final Optimiser PLAIN = new Optimiser.Sgd(0, 0);
    private static final Task TAGS = new Task.Tags(List.of("a", "b", "c"));
    private static final Loss EVEN_BCE = new Loss.Bce(new ClassWeights.Even());
    private static final Loss WEIGHTED_BCE = new Loss.Bce(new ClassWeights.Given(Map.of("a", 2.5, "c", 0.5)));
    private static final Feed ROW = feed(Shape.of(4), new float[4], new float[] {1, 1, 1, 1});
    private static final Feed PIXELS = feed(Shape.of(ElementType.UINT8, 2, 4, 4), new float[] {120, 90},
            new float[] {60, 75});

    @Test
    void tagsLearnByBinaryCrossEntropy() {
        follow("bce", dense(3), ROW, PLAIN, new Head("out", TAGS, EVEN_BCE));
    }

    @Test
    void tagsThatHoldCountByTheirWeights() {
        follow("bce_weights", dense(3), ROW, PLAIN, new Head("out", TAGS, WEIGHTED_BCE));
    }

    @Test
    void sharesLearnByTheirDivergence() {
        follow("kl", dense(3), ROW, PLAIN,
                new Head("out", new Task.Shares(List.of("a", "b", "c")), new Loss.KlDivergence()));
    }

    @Test
    void aDirectionLearnsByItsCosine() {
        follow("cosine", dense(3), ROW, PLAIN,
                new Head("out", Task.Regression.unscaled(List.of("x", "y", "z")), new Loss.Cosine()));
    }

    @Test
    void severalNumbersAreScaledEachByItself() {
        var numbers = new Task.Regression(List.of(new Task.Spread("a", 10, 4), new Task.Spread("b", -3, 0.5f),
                new Task.Spread("c", 0.5f, 2)));
        follow("numbers", dense(3), ROW, PLAIN, new Head("out", numbers, new Loss.Huber(0.7)));
    }

    @Test
    void pixelsLearnTheirClassesByCrossEntropyWithWeights() {
        Feed picture = feed(Shape.of(2, 4, 5), new float[2], new float[] {1, 1});
        follow("segmentation", convolution("2×4×5", 3), picture, PLAIN,
                new Head("out", new Task.Segmentation(List.of("a", "b", "c"), 4, 5),
                        new Loss.CrossEntropy(0.1, new ClassWeights.Given(Map.of("a", 0.5, "b", 2.0)))));
    }

    @Test
    void eachPositionLearnsItsNextTokenByCrossEntropy() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "5×4")
                .block("head", "PositionwiseDense", "units", "7").block("out", "Output").chain("in", "head", "out")
                .checked();
        follow("tokens", network, feed(Shape.of(5, 4), new float[5], new float[] {1, 1, 1, 1, 1}), PLAIN,
                new Head("out", new Task.Tokens(7, 5), Loss.CROSS_ENTROPY));
    }

    @Test
    void aPictureIsGivenBackAsItWasScaled() {
        follow("reconstruction", convolution("2×4×4", 2), PIXELS, PLAIN,
                new Head("out", new Task.Reconstruction("in"), Loss.MSE));
    }

    @Test
    void aPictureIsGivenBackByItsCosine() {
        follow("reconstruction_cosine", convolution("2×4×4", 2), PIXELS, PLAIN,
                new Head("out", new Task.Reconstruction("in"), new Loss.Cosine()));
    }

    @Test
    void severalWeightedHeadsLearnTogether() {
        var drawing = new Drawing().block("in", "Input", "shape", "4").block("trunk", "Dense", "units", "6")
                .block("tanh", "Tanh").chain("in", "trunk", "tanh");
        Map.of("kind", "3", "size", "2", "tags", "3", "copy", "4")
                .forEach((name, units) -> drawing.block(name, "Dense", "units", units).block(name + "_out", "Output")
                        .chain("tanh", name, name + "_out"));
        var sizes = new Task.Regression(List.of(new Task.Spread("a", 10, 4), new Task.Spread("b", -3, 0.5f)));
        follow("heads", drawing.checked(), ROW, new Optimiser.Adam(),
                new Head("kind_out", new Task.Classification(List.of("x", "y", "z")), Loss.CROSS_ENTROPY),
                new Head("size_out", sizes, Loss.MSE, 0.3),
                new Head("tags_out", TAGS, WEIGHTED_BCE, 2),
                new Head("copy_out", new Task.Reconstruction("in"), new Loss.Mae(), 0.05));
    }

    /// @param heads in the order of the golden targets, those that the data does not give last
    private static void follow(String name, CheckedGraph network, Feed feed, Optimiser optimiser, Head... heads) {
        Golden.LossCase golden = Golden.loss(name);
        Objective objective = Objective.of(network, List.of(feed), List.of(heads));
        var initial = new LinkedHashMap<>(Weights.initial(network, 1).tensors());
        assertThat(initial).containsOnlyKeys(golden.weights().keySet());
        initial.replaceAll((weight, _) -> golden.weights().get(weight).floats());
        var targets = new LinkedHashMap<String, TensorData>();
        for (int i = 0; i < golden.y().size(); i++) {
            targets.put(heads[i].output(), target(heads[i].task(), golden.y().get(i)));
        }
        var ordered = new ArrayList<TensorData>();
        objective.heads().stream().filter(head -> targets.containsKey(head.output()))
                .forEach(head -> ordered.add(targets.get(head.output())));
        TensorData x = feed.raw().type() == ElementType.UINT8 ? golden.x().bytes() : golden.x().floats();
        Program program = Compiler.training(objective, new Weights(initial), optimiser);
        try (var session = Session.open(program, ComputeDevice.parse("cpu"))) {
            for (int i = 0; i < golden.losses().length; i++) {
                Golden.assertClose("loss of step " + i,
                        session.step(List.of(x), ordered, golden.rate(), i), golden.losses()[i]);
            }
            Map<String, TensorData> after = program.weights(session.state()).tensors();
            golden.after().forEach((weight, value) -> value.assertEqualTo(weight, after.get(weight)));
        }
    }

    private static TensorData target(Task task, Golden.Tensor y) {
        return switch (task) {
            case Task.Classification _,Task.Tokens _ -> y.indices();
            case Task.Segmentation _ -> y.bytes();
            case Task.Regression _,Task.Tags _,Task.Shares _,Task.Reconstruction _ -> y.floats();
        };
    }

    private static CheckedGraph dense(int units) {
        return new Drawing().block("in", "Input", "shape", "4").block("head", "Dense", "units", Integer.toString(units))
                .block("out", "Output").chain("in", "head", "out").checked();
    }

    private static CheckedGraph convolution(String shape, int filters) {
        return new Drawing().block("in", "Input", "shape", shape)
                .block("head", "Conv2d", "filters", Integer.toString(filters)).block("out", "Output")
                .chain("in", "head", "out").checked();
    }

    private static Feed feed(Shape raw, float[] mean, float[] std) {
        return new Feed("in", raw, new Scaling(mean, std));
    }
}
