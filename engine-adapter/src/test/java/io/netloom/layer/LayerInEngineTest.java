package io.netloom.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.RandomDrawings;
import io.netloom.check.Check;
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
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/// What the check lets pass, the engine can compute, with as many numbers as were inferred, and can learn.
@Tag("engine")
class LayerInEngineTest {
    private static final int ROWS = 2;
    private static final long MOST_NUMBERS = 20_000;

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatTheCheckLetsPassRunsAndLearns(@ForAll("layers") Layer layer, @ForAll("shapes") Shape shape) {
        pass(layer, shape, Precision.FLOAT32);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatTheCheckLetsPassLearnsFromRoundedNumbersToo(@ForAll("layers") Layer layer, @ForAll("shapes") Shape shape) {
        pass(layer, shape, Precision.BFLOAT16);
    }

    @Example
    void aConvolutionWhoseStridesLeaveOneColumnReadsNoStrayMemoryWhenItRounds() {
        Layer layer = Catalogue.standard().make("Conv2d", "kernelSize", "3×3", "stride", "1×4", "padding", "valid");
        for (int i = 0; i < 20; i++) {
            pass(layer, Shape.of(8, 9, 4), Precision.BFLOAT16);
        }
    }

    private static void pass(Layer layer, Shape shape, Precision precision) {
        int wires = layer.inputs().min();
        Drawing drawing = new Drawing().block("layer", layer).block("row", "Flatten").block("probe", "Output")
                .block("all", "Concat").block("head", "Dense", "units", "1").block("answer", "Output")
                .chain("layer", "row", "all", "head", "answer")
                .chain("row", "probe");
        for (int i = 0; i < wires; i++) {
            drawing.block("x" + i, "Input", "shape", shape.toString()).block("heavy" + i, heavy(shape))
                    .chain("x" + i, "heavy" + i).wire("heavy" + i, "layer", i)
                    .block("aside" + i, "Flatten").chain("heavy" + i, "aside" + i).wire("aside" + i, "all", i + 1);
        }
        Optional<CheckedGraph> checked = Check.of(drawing.graph()).checked();
        boolean passes = checked.isPresent() && checked.get().parameters() <= MOST_NUMBERS;
        Statistics.label("passes").collect(passes)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
        if (passes) {
            runAndLearn(checked.get(), shape, wires, precision);
        }
    }

    @Provide
    Arbitrary<Layer> layers() {
        return RandomDrawings.layers().filter(layer -> layer.role() == Role.HIDDEN);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        Arbitrary<Long> sizes = Arbitraries.longs().between(1, 12);
        return Arbitraries.oneOf(sizes.list().ofSize(3), sizes.list().ofMinSize(1).ofMaxSize(4))
                .map(list -> Shape.of(list.stream().mapToLong(Long::longValue).toArray()));
    }

    private static void runAndLearn(CheckedGraph network, Shape shape, int wires, Precision precision) {
        long numbers = network.node("layer").outputs().getFirst().elements();
        List<String> classes = LongStream.range(0, numbers).mapToObj(Long::toString).toList();
        var feeds = new ArrayList<Feed>();
        var inputs = new ArrayList<TensorData>();
        for (int i = 0; i < wires; i++) {
            feeds.add(new Feed("x" + i, shape, plain(shape)));
            inputs.add(random(shape));
        }
        Objective objective = Objective.of(network, feeds,
                List.of(new Head("probe", new Task.Classification(classes), Loss.CROSS_ENTROPY),
                        new Head("answer", new Task.Regression(0, 1), Loss.MSE)));
        Program program = Compiler.training(objective, Weights.initial(network, 1), Learning.by(new Optimiser.Adam())
                .in(Optional.of(precision)));
        try (var session = Session.open(program, ComputeDevice.parse("cpu"))) {
            assertThat(session.forward(inputs).getFirst()).hasSize((int) numbers * ROWS);
            float loss = session.step(inputs, List.of(TensorData.zeros(ElementType.INT64, List.of((long) ROWS)),
                    TensorData.zeros(ElementType.FLOAT32, List.of((long) ROWS))), 0.01, 1);
            assertThat(loss).isFinite();
        }
    }

    /// A layer that rounds, and leaves the shape. It goes to the head besides, because some layers pass no gradient on.
    private static Layer heavy(Shape shape) {
        Catalogue all = Catalogue.standard();
        return switch (shape.rank()) {
            case 1 -> all.make("Dense", "units", "" + shape.size(0));
            case 2 -> all.make("PositionwiseDense", "units", "" + shape.size(1));
            case 3 -> all.make("Conv2d", "filters", "" + shape.size(0));
            default -> all.make("Conv3d", "filters", "" + shape.size(0));
        };
    }

    private static Scaling plain(Shape shape) {
        float[] zeros = new float[(int) shape.size(0)];
        float[] ones = zeros.clone();
        Arrays.fill(ones, 1);
        return new Scaling(zeros, ones);
    }

    private static TensorData random(Shape shape) {
        var axes = new ArrayList<>(List.of((long) ROWS));
        Arrays.stream(shape.features()).forEach(axes::add);
        TensorData data = TensorData.zeros(ElementType.FLOAT32, axes);
        Initialiser.NORMAL.fill(data.floats(), 1, 1, new SplittableRandom(1));
        return data;
    }
}
