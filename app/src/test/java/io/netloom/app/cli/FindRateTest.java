package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search for a learning rate on the command line.
@Tag("engine")
class FindRateTest {
    @TempDir
    private Path folder;
    private Path project;

    @BeforeEach
    void copy() throws IOException {
        for (String file : List.of("xor.netloom", "xor.csv")) {
            Files.copy(Path.of("../samples/xor", file), folder.resolve(file));
        }
        project = folder.resolve("xor.netloom");
    }

    @Test
    void itSuggestsARateAndLeavesEverythingAsItWas() throws IOException {
        byte[] before = Files.readAllBytes(project);
        JsonNode found = Terminal.run("find-lr", project, "--device", "cpu", "--json").done().lines().getFirst();
        double rate = found.get("suggestion").asDouble();
        assertThat(rate).isBetween(1e-4, 1.0);
        assertThat(found.get("trials").size()).isBetween(20, 100);
        assertThat(Terminal.run("find-lr", project, "--device", "cpu").done().out()).contains("Smoothed",
                "--lr " + found.get("suggestion").decimalValue().toPlainString());
        assertThat(project).hasBinaryContent(before);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aProjectWithoutDataIsRefused() throws IOException {
        Files.writeString(project, Files.readString(project).replaceFirst("(?s)\"data\".*?\"plan\"", "\"plan\""));
        Terminal.run("find-lr", project).refused("names no data");
    }
}
