package io.netloom.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.netloom.Drawing;
import io.netloom.Golden;
import io.netloom.Golden.LayerCase;
import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
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
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// What every layer of the catalogue owes. A new layer needs a case in `src/test/golden/layers.py` and nothing here.
class LayerContractTest {
    private static final SortedMap<String, LayerCase> CASES = Golden.layers();
    private static final Task.Regression PLAIN = new Task.Regression(0, 1);

    @TestFactory
    Stream<DynamicTest> hasAGoldenCase() {
        return forEachType(type -> {
            if (type.defaults().role() == Role.HIDDEN) {
                assertThat(CASES.values()).as("cases in src/test/golden/layers.py for " + type.name())
                        .anyMatch(c -> c.type().equals(type.name()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> saysWhatItDoes() {
        return forEachType(type -> {
            assertThat(type.card().help()).endsWith(".");
            assertThat(type.card().icon()).startsWith("mdi2");
            assertThat(type.schema().fields()).allSatisfy(field -> {
                assertThat(field.help()).endsWith(".");
                assertThat(field.label()).isNotBlank();
                assertThat(field.range()).isNotBlank();
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> hasDefaultsWithinTheirRange() {
        return forEachType(type -> assertThat(type.schema().problems(type.defaults())).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> hasSettingsWithATextForm() {
        return Stream.concat(
                forEachType(type -> assertThat(throughText(type, type.defaults())).isEqualTo(type.defaults())),
                forEachCase(c -> assertThat(throughText(type(c), layer(c))).isEqualTo(layer(c))));
    }

    @TestFactory
    Stream<DynamicTest> isWrittenInPythonAsPyTorchEvaluatedIt() {
        return forEachCase(c -> {
            PythonCode code = layer(c).module(c.inputs());
            assertThat(code.line()).isEqualTo(c.line());
            assertThat(call(code, c.x().size())).isEqualTo(c.call());
        });
    }

    @TestFactory
    Stream<DynamicTest> infersTheShapeThatComesOut() {
        return forEachCase(c -> assertThat(layer(c).infer(c.inputs()))
                .isEqualTo(new Shapes(c.outputs().stream().map(Golden.Tensor::example).toList())));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheWeightsOfThePyTorchModule() {
        return forEachCase(c -> assertThat(layer(c).weights(c.inputs()))
                .extracting(w -> "layer." + w.name(), Weight::shape)
                .containsExactlyInAnyOrderElementsOf(c.weights().entrySet().stream()
                        .map(e -> tuple(e.getKey(), e.getValue().shape())).toList()));
    }

    @TestFactory
    Stream<DynamicTest> countsTheParametersThatAreMade() {
        return forEachCase(c -> {
            CheckedGraph network = trained(c);
            CheckedNode node = network.node("layer");
            Weights made = Weights.initial(network, 1);
            long parameters = node.weights().stream().filter(w -> w.kind() == Weight.Kind.PARAMETER)
                    .mapToLong(w -> made.tensors().get("layer." + w.name()).elements()).sum();
            assertThat(node.parameters()).isEqualTo(parameters);
            assertThat(network.parameters())
                    .isEqualTo(network.order().stream().mapToLong(CheckedNode::parameters).sum());
        });
    }

    @Tag("engine")
    @TestFactory
    Stream<DynamicTest> givesTheNumbersOfPyTorch() {
        return forEachCase(c -> {
            CheckedGraph network = observed(c);
            var heads = new ArrayList<>(List.of(new Head("answer", PLAIN, Loss.MSE)));
            for (Golden.Tensor output : c.outputs()) {
                List<String> classes = LongStream.range(0, output.example().elements()).mapToObj(Long::toString)
                        .toList();
                heads.add(new Head("probe" + (heads.size() - 1), new Task.Classification(classes),
                        Loss.CROSS_ENTROPY));
            }
            Program program = Compiler.inference(Objective.of(network, feeds(c), heads),
                    weights(network, c.weights()));
            try (var session = Session.open(program, ComputeDevice.parse("cpu"))) {
                List<float[]> answers = session.forward(inputs(c));
                for (int i = 0; i < c.outputs().size(); i++) {
                    c.outputs().get(i).assertEqualTo("output " + i, answers.get(1 + i));
                }
            }
        });
    }

    @Tag("engine")
    @TestFactory
    Stream<DynamicTest> learnsAsInPyTorch() {
        return forEachCase(c -> {
            if (c.training() == null) {
                assertThat(layer(c).random()).as("only what draws random numbers cannot be compared").isTrue();
                return;
            }
            CheckedGraph network = trained(c);
            Objective objective = Objective.of(network, feeds(c), List.of(new Head("answer", PLAIN, Loss.MSE)));
            var before = new LinkedHashMap<>(c.training().weights());
            before.putAll(c.weights());
            Program program = Compiler.training(objective, weights(network, before), new Optimiser.Sgd(0, 0));
            try (var session = Session.open(program, ComputeDevice.parse("cpu"))) {
                // With a rate of 1 and no momentum, what a weight loses is its gradient.
                float loss = session.step(inputs(c), List.of(c.training().y().floats()), 1, 0);
                Map<String, TensorData> after = program.weights(session.state()).tensors();
                Golden.assertClose("loss", loss, c.training().loss());
                c.training().gradients().forEach((name, gradient) -> gradient.assertEqualTo("gradient of " + name,
                        difference(before.get(name).floats(), after.get(name))));
                c.training().statistics().forEach((name, value) -> value.assertEqualTo(name, after.get(name)));
                c.weights().forEach((name, old) -> assertThat(after.get(name)).as("step of " + name)
                        .isNotEqualTo(old.floats()));
            }
        });
    }

    @Tag("engine")
    @TestFactory
    Stream<DynamicTest> learnsInFewerDigitsNearlyAsInAll() {
        return forEachCase(c -> {
            if (c.training() != null) {
                CheckedGraph network = trained(c);
                Objective objective = Objective.of(network, feeds(c), List.of(new Head("answer", PLAIN, Loss.MSE)));
                var before = new LinkedHashMap<>(c.training().weights());
                before.putAll(c.weights());
                Program program = Compiler.training(objective, weights(network, before),
                        Learning.by(new Optimiser.Sgd(0, 0)).in(Optional.of(Precision.BFLOAT16)));
                try (var session = Session.open(program, ComputeDevice.parse("cpu"))) {
                    float loss = session.step(inputs(c), List.of(c.training().y().floats()), 1, 0);
                    assertThat((double) loss).isCloseTo(c.training().loss(), withinPercentage(5))
                            .isNotEqualTo(c.training().loss());
                }
            }
        });
    }

    /// The layer alone, its outputs laid out for `probe0`, `probe1` …; `answer` only gives the network something to
    /// learn.
    private static CheckedGraph observed(LayerCase c) {
        Drawing drawing = new Drawing();
        for (int i = 0; i < c.x().size(); i++) {
            drawing.block("x" + i, "Input", "shape", c.inputs().get(i).toString()).wire("x" + i, "layer", i);
        }
        learnFrom(drawing, c);
        for (int i = 0; i < c.outputs().size(); i++) {
            drawing.block("probe" + i, "Output").chain("row" + i, "probe" + i);
        }
        return drawing.checked();
    }

    /// The layer between norms and a head, as `layers.py` describes it.
    private static CheckedGraph trained(LayerCase c) {
        Drawing drawing = new Drawing();
        for (int i = 0; i < c.x().size(); i++) {
            drawing.block("x" + i, "Input", "shape", c.inputs().get(i).toString());
            if (c.whole().contains(i)) {
                drawing.wire("x" + i, "layer", i);
            } else {
                drawing.block("pre" + i, "BatchNorm").chain("x" + i, "pre" + i).wire("pre" + i, "layer", i);
            }
        }
        return learnFrom(drawing, c).checked();
    }

    /// The layer, its outputs in rows, the rows in one row, and a head.
    private static Drawing learnFrom(Drawing drawing, LayerCase c) {
        drawing.block("layer", layer(c)).block("head", "Dense", "units", "1").block("answer", "Output")
                .chain("head", "answer");
        for (int i = 0; i < c.outputs().size(); i++) {
            drawing.block("row" + i, "Flatten").wire("layer", i, "row" + i, 0);
        }
        if (c.outputs().size() == 1) {
            return drawing.chain("row0", "head");
        }
        drawing.block("all", "Concat").chain("all", "head");
        for (int i = 0; i < c.outputs().size(); i++) {
            drawing.wire("row" + i, "all", i);
        }
        return drawing;
    }

    private static List<Feed> feeds(LayerCase c) {
        var feeds = new ArrayList<Feed>();
        for (Shape shape : c.inputs()) {
            float[] zeros = new float[(int) shape.size(0)];
            float[] ones = zeros.clone();
            Arrays.fill(ones, 1);
            feeds.add(new Feed("x" + feeds.size(), shape, new Scaling(zeros, ones)));
        }
        return feeds;
    }

    private static Weights weights(CheckedGraph network, Map<String, Golden.Tensor> given) {
        var tensors = new LinkedHashMap<>(Weights.initial(network, 1).tensors());
        given.forEach((name, tensor) -> assertThat(tensors.put(name, tensor.floats())).as(name).isNotNull());
        return new Weights(tensors);
    }

    private static float[] difference(TensorData before, TensorData after) {
        float[] difference = new float[(int) before.elements()];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = before.floats().get(i) - after.floats().get(i);
        }
        return difference;
    }

    private static List<TensorData> inputs(LayerCase c) {
        return c.x().stream().map(Golden.Tensor::floats).toList();
    }

    private static String call(PythonCode code, int inputs) {
        return code.applied("self", IntStream.range(0, inputs).mapToObj(i -> "x" + i).toList());
    }

    private static Layer throughText(LayerType type, Layer layer) {
        return type.with(type.schema().settings(layer));
    }

    private static LayerType type(LayerCase c) {
        return Catalogue.standard().find(c.type());
    }

    private static Layer layer(LayerCase c) {
        return type(c).with(c.settings());
    }

    private static Stream<DynamicTest> forEachType(Consumer<LayerType> test) {
        return Catalogue.standard().types().stream().map(type -> dynamicTest(type.name(), () -> test.accept(type)));
    }

    private static Stream<DynamicTest> forEachCase(Consumer<LayerCase> test) {
        return CASES.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> test.accept(e.getValue())));
    }
}
