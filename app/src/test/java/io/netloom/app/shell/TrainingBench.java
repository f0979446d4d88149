package io.netloom.app.shell;

import io.netloom.app.Main;
import io.netloom.app.cli.Child;
import io.netloom.project.ProjectFile;
import io.netloom.project.RunEvents;
import io.netloom.project.Runs;
import io.netloom.train.TrainEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window costs a training, and what a training costs the window. Both programs run as processes of their own, with the
/// launcher's settings, and in turn: the command line, and the window with its charts in view. How fast each learns, the runs' own folders
/// tell; what the window's thread did meanwhile, [WatchedWindow]. Its name keeps it out of the ordinary tests; on a quiet machine:
///
///     mvn -q test -pl app -am -Dtest=TrainingBench#speed -Dsurefire.failIfNoSpecifiedTests=false
///     mvn -q test -pl app -am -Dtest=TrainingBench#memory -Dminutes=30 -Dsurefire.failIfNoSpecifiedTests=false
class TrainingBench {
    private static final int LAPS = Integer.getInteger("laps", 3);
    /// The first half of a lap runs while Java still compiles the window, which takes half a minute.
    private static final int HALF = 2;
    private static final int ROWS = 20_000;
    private static final int COLUMNS = 16;

    @TempDir
    private Path home;

    @Test
    void speed() throws IOException, InterruptedException {
        compare("perceptron, 625 short steps an epoch", perceptron(), 400);
        compare("LeNet, pictures of clothes", pictures(), 80);
    }

    @Test
    void memory() throws IOException, InterruptedException {
        int minutes = Integer.getInteger("minutes", 5);
        Path project = withEpochs(perceptron(), 1_000_000);
        run(WatchedWindow.class, project.toString(), String.valueOf(minutes));
    }

    private void compare(String what, Path project, int epochs) throws IOException, InterruptedException {
        withEpochs(project, epochs);
        var inTerminal = new ArrayList<Double>();
        var inWindow = new ArrayList<Double>();
        System.out.println(what);
        for (int lap = 0; lap < LAPS; lap++) {
            run(Main.class, "train", project.toString(), "--device", "cpu");
            inTerminal.addAll(seconds(project));
            run(WatchedWindow.class, project.toString());
            inWindow.addAll(seconds(project));
        }
        System.out.println(String.format(Locale.ROOT,
                "  epochs: command line %.3f s, window %.3f s (medians); the window reaches %.1f %%",
                median(inTerminal),
                median(inWindow), 100 * median(inTerminal) / median(inWindow)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /// How long the later epochs of the newest run took.
    private static List<Double> seconds(Path project) {
        List<Double> all = RunEvents.read(Runs.of(project).getFirst()).stream()
                .filter(TrainEvent.EpochEnded.class::isInstance).map(TrainEvent.EpochEnded.class::cast)
                .map(TrainEvent.EpochEnded::seconds).toList();
        return all.subList(all.size() / HALF, all.size());
    }

    /// What the child says besides the training's own words is shown.
    private void run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        String malloc = "glibc.malloc.";
        Process child = Child.java(List.of("-XX:+UseSerialGC", "-Dnetloom.home=..", "-Dprism.order=sw"),
                Map.of("XDG_CONFIG_HOME", home.resolve("config").toString(), "XDG_STATE_HOME",
                        home.resolve("state").toString(), "OMP_WAIT_POLICY", "passive", "GOMP_SPINCOUNT", "1000",
                        "GLIBC_TUNABLES", malloc + "hugetlb=1:" + malloc + "arena_max=1:" + malloc
                                + "mmap_threshold=1073741824:" + malloc + "trim_threshold=1073741824:" + malloc
                                + "top_pad=67108864"),
                main, arguments);
        try (var out = child.inputReader()) {
            out.lines().filter(line -> line.startsWith("  ") && main != Main.class).forEach(System.out::println);
        }
        if (child.waitFor() != 0) {
            throw new IllegalStateException(main + " failed");
        }
    }

    private static Path withEpochs(Path project, int epochs) {
        var read = ProjectFile.read(project);
        ProjectFile.write(read.withPlan(read.plan().withEpochs(epochs)), project);
        return project;
    }

    private Path perceptron() throws IOException {
        Path folder = Files.createDirectories(home.resolve("table"));
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
                         "plan": {"epochs": 1, "batchSize": 32, "learningRate": 0.0001,
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
                        """);
    }

    /// The sample, where its runs may lie.
    private Path pictures() throws IOException {
        Path sample = Path.of("../samples/fashion").toAbsolutePath().normalize();
        Path copy = Files.createDirectories(home.resolve("pictures")).resolve("fashion.netloom");
        var read = ProjectFile.read(sample.resolve("fashion.netloom"));
        ProjectFile.write(read, copy);
        return copy;
    }
}
