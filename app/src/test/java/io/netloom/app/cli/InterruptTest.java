package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl+C, on the program as it really runs.
@Tag("engine")
class InterruptTest {
    private static final long INTERRUPT = 1 << 1;

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(120)
    void anInterruptStopsTrainingAndKeepsWhatWasLearnt() throws IOException, InterruptedException {
        Path project = folder.resolve("p.netloom");
        Terminal.run("new", "--data", Examples.classes(folder.resolve("data.csv"), 200), "--out", project).done();
        Process process = Child.start("train", project.toString(), "--epochs", "1000000", "--json");
        try (BufferedReader out = process.inputReader()) {
            var lines = new ArrayList<JsonNode>();
            while (lines.stream().filter(line -> line.has("epoch")).count() < 2) {
                lines.add(Terminal.json(out.readLine()));
            }
            interrupt(process);
            out.lines().map(Terminal::json).forEach(lines::add);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            JsonNode last = lines.getLast();
            assertThat(last.get("event").asText()).isEqualTo("finished");
            assertThat(last.get("reason").asText()).isEqualTo("stopped");
            assertThat(last.at("/metrics/test/accuracy").isNumber()).isTrue();
            Path run = Path.of(last.get("run").asText());
            assertThat(run.resolve("best.pt")).isNotEmptyFile();
            assertThat(run.resolve("last.pt")).isNotEmptyFile();
            assertThat(Examples.read(run.resolve("metrics.jsonl")).lines().toList().getLast())
                    .isEqualTo(last.toString());
            JsonNode judged = Terminal.run("evaluate", run, "--json").done().lines().getFirst();
            assertThat(judged.at("/metrics/loss").asDouble()).isCloseTo(last.at("/metrics/test/loss").asDouble(),
                    within(1e-6));
        } finally {
            process.destroyForcibly();
        }
    }

    /// What Ctrl+C does; where this process was started with interrupts ignored, which children inherit, what asks a
    /// program to end.
    private static void interrupt(Process process) throws IOException, InterruptedException {
        String signal = interruptsAreIgnored() ? "-TERM" : "-INT";
        assertThat(new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INTERRUPT) != 0);
    }
}
