package io.netloom.app.shell;

import io.netloom.app.Main;
import io.netloom.app.cli.Child;
import io.netloom.project.ProjectFile;
import io.netloom.project.RunEvents;
import io.netloom.project.Runs;
import io.netloom.train.TrainEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window costs a training, and what a training costs the window. Both programs run as processes of their own, with the launcher's
/// settings: the command line, and the window with its charts in view. What the window's thread does meanwhile, [WatchedWindow] tells. Then
/// the two take turns of some seconds, the other one stopped by signal, for a machine whose speed drifts is the same to both for so long.
/// How fast each learns, the runs' own folders tell. Not for Windows. Its name keeps it out of the ordinary tests; on a quiet machine:
///
///     mvn -q test -pl app -am -Dtest=TrainingBench#speed* -Dsurefire.failIfNoSpecifiedTests=false
///     mvn -q test -pl app -am -Dtest=TrainingBench#memory -Dminutes=30 -Dsurefire.failIfNoSpecifiedTests=false
class TrainingBench {
    private static final int TURNS = Integer.getInteger("turns", 24);
    private static final int TURN_SECONDS = 4;
    private static final int WARM_SECONDS = 30;
    private static final int MANY_EPOCHS = 1_000_000;
    private static final int ROWS = 20_000;
    private static final int COLUMNS = 16;
    /// Nobody learns anything here: what has learnt all computes with ever smaller numbers, and below 1e-38 these take the processor
    /// several times as long, so that whoever has trained longer is slower.
    private static final double LEARNING_RATE = 1e-9;

    @TempDir
    private Path home;

    @Test
    void speedWithATable() throws IOException, InterruptedException {
        compare("perceptron, 625 short steps an epoch", perceptron("window"), perceptron("terminal"));
    }

    @Test
    void speedWithPictures() throws IOException, InterruptedException {
        compare("LeNet, pictures of clothes", pictures("window"), pictures("terminal"));
    }

    @Test
    void memory() throws IOException, InterruptedException {
        window(perceptron("window"), Integer.getInteger("minutes", 5)).destroy();
    }

    private void compare(String what, Path windows, Path terminals) throws IOException, InterruptedException {
        System.out.println(what);
        Process window = window(windows, 2);
        signal(window, "STOP");
        Process terminal = start(Main.class, "train", terminals.toString(), "--device", "cpu");
        try {
            Thread.sleep(Duration.ofSeconds(WARM_SECONDS));
            signal(terminal, "STOP");
            long[] began = ticks();
            var inTerminal = new ArrayList<Double>();
            var inWindow = new ArrayList<Double>();
            for (int turn = 0; turn < TURNS; turn++) {
                if (turn % 2 == 0) {
                    inTerminal.add(turn(terminal, terminals));
                }
                inWindow.add(turn(window, windows));
                if (turn % 2 == 1) {
                    inTerminal.add(turn(terminal, terminals));
                }
            }
            List<Double> shares = IntStream.range(0, TURNS)
                    .mapToObj(turn -> 100 * inTerminal.get(turn) / inWindow.get(turn)).sorted().toList();
            System.out.println(String.format(Locale.ROOT,
                    "  an epoch: command line %.1f ms, window %.1f ms (medians); in turn the window reaches %.1f %% (half of the turns: %.1f to %.1f)",
                    1000 * middle(inTerminal), 1000 * middle(inWindow), shares.get(TURNS / 2), shares.get(TURNS / 4),
                    shares.get(TURNS * 3 / 4)));
            long[] ended = ticks();
            System.out
                    .println(String.format(Locale.ROOT, "  of what this machine worked its host gave %.1f %% to others",
                            100.0 * (ended[1] - began[1]) / Math.max(1, ended[0] - began[0])));
        } finally {
            for (Process process : List.of(terminal, window)) {
                process.destroy();
                signal(process, "CONT");
                process.waitFor();
            }
        }
    }

    /// How long this machine has worked, and how long it waited meanwhile for the host that it is a guest of: where that is much, the
    /// figures say little. Only Linux tells.
    private static long[] ticks() throws IOException {
        Path told = Path.of("/proc/stat");
        if (!Files.exists(told)) {
            return new long[2];
        }
        String[] words = Files.readAllLines(told).getFirst().trim().split("\\s+");
        long stolen = Long.parseLong(words[8]);
        return new long[] {
                Long.parseLong(words[1]) + Long.parseLong(words[2]) + Long.parseLong(words[3]) + stolen, stolen};
    }

    /// Seconds an epoch.
    private static double turn(Process process, Path project) throws IOException, InterruptedException {
        int before = epochs(project).size();
        signal(process, "CONT");
        Thread.sleep(Duration.ofSeconds(TURN_SECONDS));
        signal(process, "STOP");
        List<Double> all = epochs(project);
        // The first one was cut in two.
        return all.subList(before + 1, all.size()).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /// How long each epoch of the run took.
    private static List<Double> epochs(Path project) {
        return RunEvents.read(Runs.of(project).getFirst()).stream()
                .filter(TrainEvent.EpochEnded.class::isInstance).map(TrainEvent.EpochEnded.class::cast)
                .map(TrainEvent.EpochEnded::seconds).toList();
    }

    /// A window that trains, when it has told what it saw.
    private Process window(Path project, int minutes) throws IOException {
        Process child = start(WatchedWindow.class, project.toString(), String.valueOf(minutes));
        BufferedReader out = child.inputReader();
        for (String line = out.readLine(); !WatchedWindow.TOLD.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the window ended before its time");
            }
            System.out.println(line);
        }
        return child;
    }

    private Process start(Class<?> main, String... arguments) throws IOException {
        String malloc = "glibc.malloc.";
        return Child.java(List.of("-XX:+UseSerialGC", "-Dnetloom.home=..", "-Dprism.order=sw"),
                Map.of("XDG_CONFIG_HOME", home.resolve("config").toString(), "XDG_STATE_HOME",
                        home.resolve("state").toString(), "OMP_WAIT_POLICY", "passive", "GOMP_SPINCOUNT", "1000",
                        "GLIBC_TUNABLES", malloc + "hugetlb=1:" + malloc + "arena_max=1:" + malloc
                                + "mmap_threshold=1073741824:" + malloc + "trim_threshold=1073741824:" + malloc
                                + "top_pad=67108864"),
                main, arguments);
    }

    private Path perceptron(String whose) throws IOException {
        Path folder = Files.createDirectories(home.resolve(whose + "-table"));
        var random = new Random(1);
        var rows = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            rows.append('x').append(column).append(',');
        }
        rows.append("kind\n");
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int column = 0; column < COLUMNS; column++) {
                double x = random.nextGaussian();
                sum += column % 2 == 0 ? x : -x * x;
                rows.append(String.format(Locale.ROOT, "%.3f,", x));
            }
            rows.append(sum > -COLUMNS / 2.0 ? "high\n" : "low\n");
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        return Files.writeString(folder.resolve("rows.netloom"),
                """
                        {"netloom": 1,
                         "data": {"table": "rows.csv",
                                  "inputs": {"in": ["x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12",
                                                    "x13", "x14", "x15"]},
                                  "targets": {"out": {"column": "kind", "kind": "class"}}},
                         "plan": {"epochs": 1000000, "batchSize": 32, "learningRate": %s,
                                  "optimiser": {"type": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8,
                                                "weightDecay": 0},
                                  "validation": 0.1, "test": 0.1, "seed": 7},
                         "graph": {"nodes": [
                            {"name": "in", "type": "Input", "x": 0, "y": 0, "settings": {"shape": "16"}},
                            {"name": "dense1", "type": "Dense", "x": 200, "y": 0, "settings": {"units": 64}},
                            {"name": "relu1", "type": "ReLU", "x": 400, "y": 0},
                            {"name": "dense2", "type": "Dense", "x": 600, "y": 0, "settings": {"units": 64}},
                            {"name": "relu2", "type": "ReLU", "x": 800, "y": 0},
                            {"name": "head", "type": "Dense", "x": 1000, "y": 0, "settings": {"units": 2}},
                            {"name": "out", "type": "Output", "x": 1200, "y": 0}],
                          "edges": [{"from": "in", "to": "dense1"}, {"from": "dense1", "to": "relu1"},
                            {"from": "relu1", "to": "dense2"}, {"from": "dense2", "to": "relu2"}, {"from": "relu2", "to": "head"},
                            {"from": "head", "to": "out"}]}}
                        """
                        .formatted(LEARNING_RATE));
    }

    /// The sample, where its runs may lie.
    private Path pictures(String whose) throws IOException {
        Path sample = Path.of("../samples/fashion").toAbsolutePath().normalize();
        Path copy = Files.createDirectories(home.resolve(whose + "-pictures")).resolve("fashion.netloom");
        var read = ProjectFile.read(sample.resolve("fashion.netloom"));
        ProjectFile.write(read.withPlan(read.plan().withEpochs(MANY_EPOCHS).withLearningRate(LEARNING_RATE)), copy);
        return copy;
    }
}
