package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.cli.Child;
import io.netloom.app.cli.CommandLineInterface;
import io.netloom.app.crash.CrashReports;
import io.netloom.app.ui.UiTest;
import io.netloom.project.RunEvents;
import io.netloom.project.RunFolder;
import io.netloom.project.Runs;
import io.netloom.train.TrainEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The whole program is killed (SIGKILL, of which it hears nothing) while its window trains. Only Linux says by variables where a
/// user's files lie, so that elsewhere the program would find those of whoever runs the tests.
@UiTest
@Tag("engine")
@EnabledOnOs(OS.LINUX)
class KilledWindowTest {
    private static final int EPOCHS = 4;
    private static final int ROWS = 12_000;
    private static final int MOST_KILLS = 5;
    private static final String PROJECT = """
            {"netloom": 1,
             "data": {"table": "rows.csv", "inputs": {"in": ["a", "b"]},
                      "targets": {"out": {"column": "c", "kind": "class"}}},
             "plan": {"epochs": 4, "batchSize": 2, "learningRate": 0.001,
                      "optimiser": {"type": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weightDecay": 0},
                      "validation": 0.1, "test": 0.1, "seed": 7},
             "graph": {"nodes": [
                {"name": "in", "type": "Input", "x": 0, "y": 0, "settings": {"shape": "2"}},
                {"name": "dense", "type": "Dense", "x": 0, "y": 0, "settings": {"units": 16}},
                {"name": "relu", "type": "ReLU", "x": 0, "y": 0},
                {"name": "drop", "type": "Dropout", "x": 0, "y": 0},
                {"name": "head", "type": "Dense", "x": 0, "y": 0, "settings": {"units": 2}},
                {"name": "out", "type": "Output", "x": 0, "y": 0}],
              "edges": [{"from": "in", "to": "dense"}, {"from": "dense", "to": "relu"}, {"from": "relu", "to": "drop"},
                {"from": "drop", "to": "head"}, {"from": "head", "to": "out"}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void aKilledProgramOffersToResumeAndEndsWithTheWeightsOfARunThatWasNotKilled() throws Exception {
        Path whole = project("whole");
        Path killed = project("killed");
        assertThat(CommandLineInterface.run(new String[] {"train", whole.toString(), "--device", "cpu"}, System.out,
                System.err, new CrashReports(folder, folder))).isZero();

        boolean inTheMiddle = killedInTheMiddle(killed, start("train", killed.toString()));
        for (int kills = 1; kills < MOST_KILLS && !inTheMiddle; kills++) {
            inTheMiddle = killedInTheMiddle(killed, start("resume"));
        }
        assertThat(inTheMiddle).as("killed in the middle of an epoch").isTrue();
        Process last = start("resume");
        try (BufferedReader out = last.inputReader()) {
            assertThat(out.lines().toList()).last().isEqualTo("1.0");
            assertThat(last.waitFor()).isZero();
        } finally {
            last.destroyForcibly();
        }

        assertThat(epochs(killed)).containsExactly(1, 2, 3, 4);
        assertThat(Runs.isUnfinished(run(killed))).isFalse();
        for (String weights : List.of("last.pt", "best.pt")) {
            assertThat(run(killed).resolve(weights)).hasSameBinaryContentAs(run(whole).resolve(weights));
        }
    }

    /// Kills the program once its progress bar is well within the epoch behind the first that ended, and says whether no other ended
    /// until it was dead.
    private static boolean killedInTheMiddle(Path project, Process program) throws IOException, InterruptedException {
        double reached = 0;
        try (BufferedReader out = program.inputReader()) {
            int before = Files.isDirectory(project.resolveSibling("runs")) ? epochs(project).size() : 0;
            for (String line = out.readLine(); line != null && reached < before + 1.2; line = out.readLine()) {
                reached = Double.parseDouble(line) * EPOCHS;
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        int ended = epochs(project).size();
        return ended > 0 && ended < EPOCHS && reached > ended + 0.1
                && RunFolder.checkpoint(run(project)).standing().epoch() == ended + 1;
    }

    private Process start(String... arguments) throws IOException {
        return Child.java(List.of("-Duser.language=en", "-Dnetloom.home=.."),
                Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString(), "XDG_STATE_HOME",
                        folder.resolve("state").toString()),
                UserAtTheWindow.class, arguments);
    }

    private Path project(String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("p.netloom");
        var random = new Random(1);
        var rows = new StringBuilder("a,b,c\n");
        for (int i = 0; i < ROWS; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            rows.append(String.format(Locale.ROOT, "%.3f,%.3f,%s%n", a, b, a * b > 0 ? "same" : "other"));
        }
        Files.writeString(file.resolveSibling("rows.csv"), rows);
        return Files.writeString(file, PROJECT);
    }

    private static Path run(Path project) {
        return Runs.of(project).getFirst();
    }

    private static List<Integer> epochs(Path project) {
        return RunEvents.read(run(project)).stream().filter(TrainEvent.EpochEnded.class::isInstance)
                .map(event -> ((TrainEvent.EpochEnded) event).epoch()).toList();
    }
}
