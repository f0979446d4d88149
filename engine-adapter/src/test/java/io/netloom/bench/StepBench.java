package io.netloom.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What a training step costs in Netloom, in plain DJL and in Python's PyTorch: the same network, data and optimiser,
/// run in turn. From the root of the project, on a quiet machine:
///
///     mvn -q -P bench -pl engine-adapter test-compile exec:exec -Dbench=StepBench -Dbench.args="--threads 2"
///
/// `--threads N` for all three (all cores), `--repeats N` (9), `--network NAME` for those whose name begins so,
/// `--json` for one object a line.
final class StepBench {
    private final int threads;
    private final int repeats;
    private final boolean json;
    private final String wanted;

    private StepBench(List<String> arguments) {
        threads = Integer.parseInt(
                option(arguments, "--threads").orElse("" + Runtime.getRuntime().availableProcessors()));
        repeats = Integer.parseInt(option(arguments, "--repeats").orElse("9"));
        wanted = option(arguments, "--network").orElse("");
        json = arguments.contains("--json");
    }

    public static void main(String[] arguments) {
        new StepBench(Arrays.asList(arguments)).run();
    }

    private void run() {
        System.setProperty("ai.djl.pytorch.num_threads", "" + threads);
        BenchNetwork.all().stream().filter(network -> network.name().startsWith(wanted))
                .forEach(network -> print(network, compare(network)));
    }

    /// For each contender, its runs; PyTorch's are absent where there is none.
    private List<List<Contender.Run>> compare(BenchNetwork network) {
        BenchData data = BenchData.of(network);
        var contenders = new ArrayList<Contender>();
        contenders.add(new NetloomContender(network, data));
        contenders.add(new DjlContender(network, data));
        PyTorchContender.start(network, threads).ifPresent(contenders::add);
        List<List<Contender.Run>> runs = contenders.stream().<List<Contender.Run>>map(_ -> new ArrayList<>()).toList();
        contenders.forEach(contender -> contender.run(network.steps()));
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (int i = 0; i < contenders.size(); i++) {
                runs.get(i).add(contenders.get(i).run(network.steps()));
            }
        }
        contenders.forEach(Contender::close);
        return runs;
    }

    private void print(BenchNetwork network, List<List<Contender.Run>> runs) {
        double netloom = median(millis(runs.getFirst()));
        double djl = median(millis(runs.get(1)));
        double pyTorch = runs.size() == 3 ? median(millis(runs.get(2))) : Double.NaN;
        if (json) {
            System.out.println("{\"network\":\"" + network.name() + "\",\"threads\":" + threads + ",\"netloomMs\":"
                    + number(netloom) + ",\"djlMs\":" + number(djl) + ",\"pytorchMs\":" + number(pyTorch)
                    + ",\"ratioToDjl\":" + number(djl / netloom) + ",\"ratioToPyTorch\":" + number(pyTorch / netloom)
                    + "}");
            return;
        }
        System.out.printf(Locale.ROOT, "%n%s, batch %d, Adam, %d threads, %d × %d steps%n", network.name(),
                network.batch(), threads, repeats, network.steps());
        System.out.println("            ms a step   ÷ Netloom   pair by pair             last loss");
        List<String> names = List.of("Netloom", "DJL", "PyTorch");
        for (int i = 0; i < runs.size(); i++) {
            double median = median(millis(runs.get(i)));
            System.out.printf(Locale.ROOT, "  %-8s  %9.4f   %9.2f   %-22s   %9.4f%n", names.get(i), median,
                    median / netloom, i == 0 ? "" : pairs(runs.get(i), runs.getFirst()),
                    runs.get(i).getLast().loss());
        }
        if (runs.size() < 3) {
            System.out.println(
                    "  PyTorch is missing: /usr/bin/python3 cannot import torch (apt-get install python3-torch)");
        }
    }

    private static String pairs(List<Contender.Run> theirs, List<Contender.Run> ours) {
        double[] ratios = IntStream.range(0, ours.size())
                .mapToDouble(i -> theirs.get(i).millis() / ours.get(i).millis()).sorted().toArray();
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static double[] millis(List<Contender.Run> runs) {
        return runs.stream().mapToDouble(Contender.Run::millis).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }
}
