package io.netloom.bench;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Precision;
import io.netloom.shape.Shape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// How much faster a step is whose heavy operators compute in `BFLOAT16`: pairs of runs in turn. From the root of the
/// project:
///
///     mvn -q -P bench -pl engine-adapter test-compile exec:exec -Dbench=PrecisionBench -Dbench.args="lenet resnet"
///
/// The arguments name those networks that are wanted (all). With `--busy` it runs on one thread and counts that thread's time,
/// which other programs disturb less.
final class PrecisionBench {
    private static final int PAIRS = 7;
    private static final double RUN_MILLIS = 600;

    private PrecisionBench() {}

    /// @param batch examples a step
    private record Network(CheckedGraph graph, int batch, long... input) {}

    public static void main(String[] arguments) {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        boolean busy = wanted.remove("--busy");
        System.out.println("network       float32 ms   bfloat16 ms   float32 ÷ bfloat16, pair by pair");
        networks().forEach((name, network) -> {
            if (wanted.isEmpty() || wanted.contains(name)) {
                compare(name, network, busy);
            }
        });
    }

    private static void compare(String name, Network network, boolean busy) {
        try (Session plain = open(network, Precision.FLOAT32); Session mixed = open(network, Precision.BFLOAT16)) {
            plain.useOneThread(busy);
            var data = new Noise(new Course("", network.batch(), network.graph()), 1);
            LongSupplier clock = busy ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
            millis(plain, data, clock, 2);
            int steps = (int) Math.max(2, RUN_MILLIS / millis(plain, data, clock, 2));
            millis(mixed, data, clock, steps);
            var pairs = new ArrayList<double[]>();
            for (int i = 0; i < PAIRS; i++) {
                pairs.add(new double[] {millis(plain, data, clock, steps), millis(mixed, data, clock, steps)});
            }
            double[] ratios = pairs.stream().mapToDouble(p -> p[0] / p[1]).sorted().toArray();
            System.out.printf(Locale.ROOT, "%-12s  %10.2f   %11.2f   %.2f (%.2f to %.2f)%n", name, median(pairs, 0),
                    median(pairs, 1), ratios[PAIRS / 2], ratios[0], ratios[PAIRS - 1]);
        }
    }

    private static double median(List<double[]> pairs, int place) {
        return pairs.stream().mapToDouble(p -> p[place]).sorted().toArray()[PAIRS / 2];
    }

    private static double millis(Session session, Noise data, LongSupplier clock, int steps) {
        List<TensorData> inputs = data.inputBatches();
        List<TensorData> targets = data.targetBatches();
        long began = clock.getAsLong();
        for (int i = 0; i < steps; i++) {
            int batch = i % inputs.size();
            session.step(List.of(inputs.get(batch)), List.of(targets.get(batch)), 1e-3, i);
        }
        return (clock.getAsLong() - began) / 1e6 / steps;
    }

    private static Session open(Network network, Precision precision) {
        int channels = (int) network.input()[0];
        float[] deviation = new float[channels];
        Arrays.fill(deviation, 1);
        var task = new Task.Classification(IntStream.range(0, 10).mapToObj(i -> "c" + i).toList());
        Objective objective = Objective.of(network.graph(),
                List.of(new Feed("in", Shape.of(network.input()), new Scaling(new float[channels], deviation))),
                List.of(new Head("out", task, Loss.CROSS_ENTROPY)));
        return Session.open(Compiler.training(objective, Weights.initial(network.graph(), 1),
                new Learning(Optimiser.Adam.usual(), 0, new Learning.Clipping.None(), 1, 0, Map.of(), precision)),
                ComputeDevice.parse("cpu"));
    }

    private static Map<String, Network> networks() {
        var networks = new LinkedHashMap<String, Network>();
        networks.put("lenet", new Network(Courses.leNet().network(), 64, 1, 28, 28));
        networks.put("resnet", new Network(resNet(), 64, 3, 32, 32));
        networks.put("lstm", new Network(lstm(), 64, 28, 28));
        networks.put("transformer", new Network(transformer(64, 128), 32, 64, 64));
        networks.put("transformer-wide", new Network(transformer(256, 1024), 32, 64, 256));
        networks.put("dense", new Network(dense(), 128, 784));
        return networks;
    }

    private static CheckedGraph resNet() {
        var drawing = new Drawing().block("in", "Input", "shape", "3×32×32");
        String last = convolution(drawing, "in", "stem", 16, 1);
        for (int stage = 0; stage < 3; stage++) {
            for (int block = 0; block < 2; block++) {
                String name = "r" + stage + block;
                int filters = 16 << stage;
                boolean narrows = stage > 0 && block == 0;
                String inner = convolution(drawing, last, name + "a", filters, narrows ? 2 : 1);
                drawing.block(name + "b", "Conv2d", "filters", "" + filters, "bias", "false")
                        .block(name + "n", "BatchNorm").chain(inner, name + "b", name + "n");
                String aside = last;
                if (narrows) {
                    aside = name + "s";
                    drawing.block(aside, "Conv2d", "filters", "" + filters, "kernelSize", "1", "stride", "2")
                            .chain(last, aside);
                }
                drawing.block(name + "+", "Add").block(name, "ReLU").chain(name + "n", name + "+", name)
                        .wire(aside, name + "+", 1);
                last = name;
            }
        }
        return drawing.block("pool", "GlobalAvgPool").block("head", "Dense", "units", "10").block("out", "Output")
                .chain(last, "pool", "head", "out").checked();
    }

    private static String convolution(Drawing drawing, String from, String name, int filters, int stride) {
        drawing.block(name, "Conv2d", "filters", "" + filters, "stride", "" + stride, "bias", "false")
                .block(name + "n", "BatchNorm").block(name + "r", "ReLU").chain(from, name, name + "n", name + "r");
        return name + "r";
    }

    private static CheckedGraph lstm() {
        return new Drawing().block("in", "Input", "shape", "28×28").block("lstm", "LSTM", "units", "128")
                .block("head", "Dense", "units", "10").block("out", "Output").chain("in", "lstm", "head", "out")
                .checked();
    }

    private static CheckedGraph transformer(int width, int inner) {
        return new Drawing().block("in", "Input", "shape", "64×" + width)
                .block("one", "TransformerEncoder", "feedForward", "" + inner)
                .block("two", "TransformerEncoder", "feedForward", "" + inner).block("row", "Flatten")
                .block("head", "Dense", "units", "10").block("out", "Output")
                .chain("in", "one", "two", "row", "head", "out").checked();
    }

    private static CheckedGraph dense() {
        return new Drawing().block("in", "Input", "shape", "784").block("a", "Dense", "units", "1024")
                .block("ra", "ReLU").block("b", "Dense", "units", "1024").block("rb", "ReLU")
                .block("head", "Dense", "units", "10").block("out", "Output")
                .chain("in", "a", "ra", "b", "rb", "head", "out").checked();
    }
}
