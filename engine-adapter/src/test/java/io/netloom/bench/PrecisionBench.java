package io.netloom.bench;

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
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
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

    public static void main(String[] arguments) {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        boolean busy = wanted.remove("--busy");
        System.out.println("network                 float32 ms   bfloat16 ms   float32 ÷ bfloat16, pair by pair");
        Courses.all().stream().filter(c -> wanted.isEmpty() || wanted.stream().anyMatch(c.name()::startsWith))
                .forEach(course -> compare(course, busy));
    }

    private static void compare(Course course, boolean busy) {
        try (Session plain = open(course, Precision.FLOAT32); Session mixed = open(course, Precision.BFLOAT16)) {
            plain.useOneThread(busy);
            var data = new Noise(course, 1);
            LongSupplier clock = busy ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
            millis(plain, data, clock, 2);
            int steps = (int) Math.max(2, RUN_MILLIS / millis(plain, data, clock, 2));
            millis(mixed, data, clock, steps);
            var pairs = new ArrayList<double[]>();
            for (int i = 0; i < PAIRS; i++) {
                pairs.add(new double[] {millis(plain, data, clock, steps), millis(mixed, data, clock, steps)});
            }
            double[] ratios = pairs.stream().mapToDouble(p -> p[0] / p[1]).sorted().toArray();
            System.out.printf(Locale.ROOT, "%-22s  %10.2f   %11.2f   %.2f (%.2f to %.2f)%n", course.name(),
                    median(pairs, 0),
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

    private static Session open(Course course, Precision precision) {
        float[] mean = new float[(int) course.input().size(0)];
        float[] deviation = mean.clone();
        Arrays.fill(deviation, 1);
        var task = new Task.Classification(IntStream.range(0, course.classes()).mapToObj(i -> "c" + i).toList());
        Objective objective = Objective.of(course.network(),
                List.of(new Feed("in", course.input(), new Scaling(mean, deviation))),
                List.of(new Head("out", task, Loss.CROSS_ENTROPY)));
        return Session.open(Compiler.training(objective, Weights.initial(course.network(), 1),
                new Learning(Optimiser.Adam.usual(), 0, new Learning.Clipping.None(), 1, 0, Map.of(), precision)),
                ComputeDevice.parse("cpu"));
    }
}
