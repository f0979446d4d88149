package io.netloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.check.Check;
import io.netloom.check.Finding;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.project.Template;
import io.netloom.project.Templates;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Composites compute what their blocks compute.
@Tag("engine")
class CompositesInEngineTest {
    private static final int ROWS = 6;
    private static final Task.Classification KINDS = new Task.Classification(List.of("cat", "dog", "cow"));
    private static final Optimiser ADAM = new Optimiser.Adam();

    @TempDir
    private Path folder;

    @Test
    void twoResidualCompositesLearnAsTheSameBlocksDrawnFlat() throws IOException {
        Objective composed = objective(network());
        Objective flat = objective(drawnFlat());
        Weights initial = Weights.initial(composed.network(), 7);
        assertThat(initial.tensors().keySet()).contains("first/conv1.weight", "second/conv1.weight",
                "second/norm2.running_mean");
        assertThat(initial.tensors().get("first/conv1.weight").data())
                .isNotEqualTo(initial.tensors().get("second/conv1.weight").data());
        var renamed = new LinkedHashMap<String, TensorData>();
        initial.tensors().forEach((name, data) -> renamed.put(flatName(name), data));

        Program one = Compiler.training(composed, initial, ADAM);
        Program other = Compiler.training(flat, new Weights(renamed), ADAM);
        try (var a = Session.open(one, ComputeDevice.parse("cpu"));
                var b = Session.open(other, ComputeDevice.parse("cpu"))) {
            float first = a.step(images(), classes(), 0.01, 1);
            assertThat(b.step(images(), classes(), 0.01, 1)).isEqualTo(first);
            for (int i = 2; i < 6; i++) {
                assertThat(a.step(images(), classes(), 0.01, i)).isEqualTo(b.step(images(), classes(), 0.01, i));
            }
            a.evaluate(images(), classes());
            b.evaluate(images(), classes());
            assertThat(a.takeSums()).usingRecursiveComparison().isEqualTo(b.takeSums());
            Weights trained = one.weights(a.state());
            Path archive = folder.resolve("net.pt");
            write(Compiler.inference(composed, trained).archive(), archive);
            Weights read = Weights.read(archive, composed.network());
            assertThat(read).isEqualTo(trained);
            assertThat(read.tensors().get("first/conv1.weight"))
                    .isNotEqualTo(initial.tensors().get("first/conv1.weight"));
            Weights same = other.weights(b.state());
            read.tensors().forEach((name, data) -> assertThat(same.tensors().get(flatName(name))).isEqualTo(data));
        }
    }

    @Test
    void whatANetworkLacksForItsDataIsMendedInside() {
        Graph softmax = new Drawing().block("in", "Input").block("head", "Dense", "units", "5")
                .block("softmax", "Softmax").block("out", "Output").chain("in", "head", "softmax", "out").graph();
        Graph graph = new Drawing().block("in", "Input", "shape", "4").composite("top", softmax).block("out", "Output")
                .chain("in", "top", "out").graph();
        var feeds = List.of(new Feed("in", Shape.of(4), new Scaling(new float[4], new float[] {1, 1, 1, 1})));
        var heads = List.of(new Head("out", KINDS, Loss.CROSS_ENTROPY));
        for (int i = 0; i < 3; i++) {
            List<Finding> findings = Objective.findings(Check.of(graph).checked().orElseThrow(), feeds, heads);
            graph = findings.isEmpty() ? graph : findings.getFirst().fixes().getFirst().apply(graph);
        }
        assertThat(Objective.findings(Check.of(graph).checked().orElseThrow(), feeds, heads)).isEmpty();
    }

    private static String flatName(String name) {
        return name.replaceFirst("/", "_");
    }

    private static Graph network() {
        return new Drawing().block("in", "Input", "shape", "1×6×6").block("stem", "Conv2d", "filters", "4")
                .node(new Node("first", template("Residual block").composite(), 0, 0))
                .node(new Node("second", template("Residual block").composite(), 0, 0)).block("mean", "GlobalAvgPool")
                .block("head", "Dense", "units", "3").block("out", "Output")
                .chain("in", "stem", "first", "second", "mean", "head", "out").graph();
    }

    private static Template template(String name) {
        var filters = Map.of("filters", "4");
        return Templates.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow()
                .with("conv1", filters).with("conv2", filters);
    }

    private static Graph drawnFlat() {
        var drawing = new Drawing().block("in", "Input", "shape", "1×6×6").block("stem", "Conv2d", "filters", "4")
                .chain("in", "stem");
        String last = "stem";
        for (String name : List.of("first", "second")) {
            drawing.block(name + "_conv1", "Conv2d", "filters", "4", "bias", "false")
                    .block(name + "_norm1", "BatchNorm")
                    .block(name + "_relu1", "ReLU").block(name + "_conv2", "Conv2d", "filters", "4", "bias", "false")
                    .block(name + "_norm2", "BatchNorm").block(name + "_add", "Add").block(name + "_relu2", "ReLU")
                    .chain(last, name + "_conv1", name + "_norm1", name + "_relu1", name + "_conv2", name + "_norm2",
                            name + "_add", name + "_relu2")
                    .wire(last, name + "_add", 1);
            last = name + "_relu2";
        }
        return drawing.block("mean", "GlobalAvgPool").block("head", "Dense", "units", "3").block("out", "Output")
                .chain(last, "mean", "head", "out").graph();
    }

    private static Objective objective(Graph graph) {
        return Objective.of(Check.of(graph).checked().orElseThrow(),
                List.of(new Feed("in", Shape.of(1, 6, 6), new Scaling(new float[] {0}, new float[] {1}))),
                List.of(new Head("out", KINDS, Loss.CROSS_ENTROPY)));
    }

    private static List<TensorData> images() {
        var random = new Random(1);
        TensorData data = TensorData.zeros(ElementType.FLOAT32, List.of((long) ROWS, 1L, 6L, 6L));
        for (int i = 0; i < data.elements(); i++) {
            data.floats().put(i, (float) random.nextGaussian());
        }
        return List.of(data);
    }

    private static List<TensorData> classes() {
        TensorData data = TensorData.zeros(ElementType.INT64, List.of((long) ROWS));
        for (int i = 0; i < ROWS; i++) {
            data.data().putLong(i * Long.BYTES, i % 3);
        }
        return List.of(data);
    }

    private static void write(ByteBuffer bytes, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(bytes);
        }
    }
}
