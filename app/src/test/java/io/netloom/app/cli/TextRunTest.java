package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a table with a column of texts to predictions.
@Tag("engine")
class TextRunTest {
    @TempDir
    private Path folder;
    private Path project;

    /// Whether a text is glad or sad follows from one of its words.
    @BeforeEach
    void project() {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> "\"On day %d of our journey the weather, as ever, was %s and we saw %d birds\",%s"
                        .formatted(i,
                                i % 2 == 0 ? "lovely" : "dreadful", i * 17 % 101, i % 2 == 0 ? "glad" : "sad"))
                .collect(Collectors.joining("\n"));
        Path data = Examples.write(folder.resolve("letters.csv"), "letter,mood\n" + rows + "\n");
        project = folder.resolve("p.netloom");
        assertThat(Terminal.run("new", "--data", data, "--target", "mood", "--out", project).done().out())
                .contains("a text each", "PaddingMask", "Embedding", "Texts are cut into tokens: letter.");
    }

    @Test
    void theVocabularyOfTheTrainingPartServesAllThatFollows() throws IOException {
        List<JsonNode> events = Terminal.run("train", project, "--epochs", 4, "--device", "cpu", "--json").done()
                .lines();
        assertThat(events.getLast().at("/metrics/test/accuracy").asDouble()).isGreaterThan(0.95);
        JsonNode judged = Terminal.run("evaluate", project, "--json").done().lines().getLast();
        assertThat(judged.at("/metrics/loss").asDouble())
                .isCloseTo(events.getLast().at("/metrics/test/loss").asDouble(), within(1e-6));
        Path others = Examples.write(folder.resolve("others.csv"),
                "letter\n\"LOVELY things, lovely people\"\nA dreadful book that nobody wants to read\n\n");
        Path out = folder.resolve("answers.csv");
        Terminal.run("predict", project, "--data", others, "--out", out).done();
        assertThat(Files.readAllLines(out).get(1)).contains("glad");
        assertThat(Files.readAllLines(out).get(2)).contains("sad");
    }

    @Test
    void aVocabularyThatTheEmbeddingDoesNotHoldIsSaidBeforeTraining() throws IOException {
        String text = Files.readString(project);
        Files.writeString(project, text.replaceFirst("\"tokens\" : \"words\"", "\"tokens\" : \"bpe\"")
                .replaceFirst("\"vocabulary\" : \\d+", "\"vocabulary\" : 400"));
        Terminal.run("train", project, "--epochs", 1).refused("the vocabulary of \"letter\" has 400 places",
                "Set its vocabularySize to 400");
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() throws IOException {
        String text = Files.readString(project);
        Files.writeString(project, text.replaceFirst("\"length\" : \\d+", "\"length\" : 0"));
        Terminal.run("check", project).refused("1 to 16,384 tokens, not 0");
        Files.writeString(project, text.replaceFirst("\"tokens\" : \"words\"", "\"tokens\" : \"verses\""));
        Terminal.run("check", project).refused("tokens must be characters or words or bpe, not 'verses'");
    }
}
