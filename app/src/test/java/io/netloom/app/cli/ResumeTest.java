package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.netloom.project.RunFolder;
import io.netloom.project.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A run that is killed goes on as if nothing had happened, with the pictures, changed at random, that it would have seen.
@Tag("engine")
class ResumeTest {
    private static final int MOST_KILLS = 8;
    private static final String PROJECT = """
            {"netloom": 1,
             "data": {"images": "images", "channels": 1, "height": 8, "width": 8},
             "plan": {"epochs": 6, "batchSize": 4, "learningRate": 0.003, "averaging": 0.9,
                      "optimiser": {"type": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weightDecay": 0},
                      "schedule": {"type": "cosine", "floor": 0.1},
                      "augmentation": {"flip": "vertical", "rotation": 20, "crop": 0.3, "zoom": 0.1, "shift": 0.1,
                          "brightness": 0.1, "contrast": 0.2, "noise": 0.05, "erasing": 0.3, "mixup": 0.4},
                      "validation": 0.2, "test": 0.1, "seed": 7},
             "graph": {"nodes": [
                {"name": "in", "type": "Input", "x": 0, "y": 0, "settings": {"shape": "1x8x8"}},
                {"name": "conv", "type": "Conv2d", "x": 0, "y": 0, "settings": {"filters": 4}},
                {"name": "norm", "type": "BatchNorm", "x": 0, "y": 0},
                {"name": "relu", "type": "ReLU", "x": 0, "y": 0},
                {"name": "drop", "type": "Dropout", "x": 0, "y": 0},
                {"name": "flat", "type": "Flatten", "x": 0, "y": 0},
                {"name": "head", "type": "Dense", "x": 0, "y": 0, "settings": {"units": 2}},
                {"name": "out", "type": "Output", "x": 0, "y": 0}],
              "edges": [{"from": "in", "to": "conv"}, {"from": "conv", "to": "norm"}, {"from": "norm", "to": "relu"},
                {"from": "relu", "to": "drop"}, {"from": "drop", "to": "flat"}, {"from": "flat", "to": "head"},
                {"from": "head", "to": "out"}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void aRunThatIsKilledInTheMiddleOfAnEpochEndsWithTheWeightsOfOneThatWasNot()
            throws IOException, InterruptedException {
        Path whole = project("whole");
        Path killed = project("killed");
        Terminal.run("train", whole, "--device", "cpu").done();

        boolean inTheMiddle = false;
        for (int kills = 0; kills < MOST_KILLS && !inTheMiddle; kills++) {
            killAfterAnEpoch(killed, kills > 0);
            inTheMiddle = RunFolder.checkpoint(run(killed)).standing().step() > 0;
        }
        assertThat(inTheMiddle).as("killed in the middle of an epoch").isTrue();
        List<JsonNode> lines = Terminal.run("train", killed, "--resume", "--device", "cpu", "--json").done().lines();

        assertThat(lines.getLast().get("reason").asText()).isEqualTo("completed");
        for (String weights : List.of("last.pt", "best.pt")) {
            assertThat(run(killed).resolve(weights)).hasSameBinaryContentAs(run(whole).resolve(weights));
        }
        assertThat(Runs.isUnfinished(run(killed))).isFalse();
        assertThat(epochs(run(killed))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aProjectWithoutAnUnfinishedRunCannotGoOn() {
        Terminal.run("train", project("new"), "--resume").refused("no run that was stopped or cut off");
    }

    @Test
    void aRunGoesOnWithItsOwnPlanOnly() {
        Terminal.run("train", project("new"), "--resume", "--epochs", "3").refused("--epochs");
    }

    private static void killAfterAnEpoch(Path project, boolean resume) throws IOException, InterruptedException {
        Process process = resume
                ? Child.start("train", project.toString(), "--device", "cpu", "--json", "--checkpoint-seconds", "0",
                        "--resume")
                : Child.start("train", project.toString(), "--device", "cpu", "--json", "--checkpoint-seconds", "0");
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (!line.contains("\"epoch\":")) {
                line = out.readLine();
            }
            // The next epoch is under way as soon as its first step has left a checkpoint.
            while (process.isAlive() && RunFolder.checkpoint(run(project)).standing().step() < 3) {
                Thread.onSpinWait();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Path project(String name) {
        Path place = folder.resolve(name);
        Examples.pictures(place.resolve("images"), 60, "left", "right");
        return Examples.write(place.resolve("p.netloom"), PROJECT);
    }

    private static Path run(Path project) {
        return Runs.of(project).getFirst();
    }

    private static List<Integer> epochs(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream().map(Terminal::json)
                .filter(line -> line.get("event").asText().equals("epoch")).map(line -> line.get("epoch").asInt())
                .toList();
    }
}
