package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a plain text to how it goes on.
@Tag("engine")
class ContinueTest {
    @TempDir
    private Path folder;

    @Test
    void aTextThatRepeatsIsContinuedAsItRepeats() {
        Path book = Examples.write(folder.resolve("book.txt"), "the cat sat on the mat. ".repeat(400));
        Path project = folder.resolve("p.netloom");
        assertThat(Terminal.run("new", "--data", book, "--out", project).done().out()).contains("LSTM",
                "which comes next");
        assertThat(Terminal.run("train", project, "--epochs", 1, "--device", "cpu").done().out())
                .contains("netloom continue ").doesNotContain("netloom predict");
        List<JsonNode> events = Terminal
                .run("train", project, "--epochs", 15, "--batch", 8, "--device", "cpu", "--json").done()
                .lines();
        JsonNode test = events.getLast().at("/metrics/test");
        assertThat(test.at("/accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(test.at("/perplexity").asDouble()).isCloseTo(Math.exp(test.at("/loss").asDouble()), within(1e-9));
        JsonNode judged = Terminal.run("evaluate", project, "--json").done().lines().getLast();
        assertThat(judged.at("/metrics/loss").asDouble()).isCloseTo(test.at("/loss").asDouble(), within(1e-6));

        String likeliest = Terminal.run("continue", project, "--prompt", "the cat sat on the mat. the c", "--tokens",
                30, "--temperature", 0).done().out();
        assertThat(likeliest).startsWith("the cat sat on the mat. the cat sat on the mat. the cat");
        String drawn = Terminal.run("continue", project, "--prompt", "the ", "--tokens", 40, "--temperature", 5,
                "--seed", 3).done().out();
        assertThat(Terminal.run("continue", project, "--prompt", "the ", "--tokens", 40, "--temperature", 5, "--seed",
                3).done().out()).isEqualTo(drawn);
        assertThat(Terminal.run("continue", project, "--prompt", "the ", "--tokens", 40, "--temperature", 5, "--seed",
                4).done().out()).isNotEqualTo(drawn);

        Terminal.run("continue", project, "--prompt", "").refused("Give some text with --prompt");
        Terminal.run("continue", project, "--prompt", "a", "--tokens", 0).refused("not 0");
        Terminal.run("continue", project, "--prompt", "a", "--temperature", -1).refused("0 to 100, not -1");
        Terminal.run("predict", project, "--data", book, "--out", folder.resolve("out.csv"))
                .refused("netloom continue");
    }
}
