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
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a table of texts, gaps and dates to predictions and back.
@Tag("engine")
class TabularRunTest {
    @TempDir
    private Path folder;
    private Path project;

    /// The class follows from the texts alone; the other columns have gaps.
    @BeforeEach
    void project() {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> "w" + i % 30 + "," + (i % 11 == 0 ? "" : i % 4 == 0 ? "low" : "high") + ","
                        + (i % 7 == 0 ? "NA" : Integer.toString(i % 13)) + ",2024-01-%02d,".formatted(i % 28 + 1)
                        + "site" + i % 10 + "," + (i % 30 < 15 ? "left" : "right"))
                .collect(Collectors.joining("\n"));
        Path data = Examples.write(folder.resolve("数据 t.csv"), "word,level,count,day,site,side\n" + rows + "\n");
        project = folder.resolve("p.netloom");
        assertThat(Terminal.run("new", "--data", data, "--target", "side", "--out", project).done().out())
                .contains("word", "Embedding", "Missing values are filled");
    }

    private JsonNode trained(Object... more) {
        Object[] arguments = Stream.concat(
                Stream.of("train", project, "--epochs", 15, "--lr", 0.01, "--device", "cpu", "--json"),
                Stream.of(more)).toArray();
        return Terminal.run(arguments).done().lines().getLast();
    }

    @Test
    void whatWasLearntBeforeTrainingIsUsedAlikeAfterwards() throws IOException {
        JsonNode finished = trained();
        assertThat(finished.at("/metrics/test/accuracy").asDouble()).isGreaterThan(0.9);
        JsonNode judged = Terminal.run("evaluate", project, "--json").done().lines().getLast();
        for (String metric : List.of("loss", "accuracy")) {
            assertThat(judged.at("/metrics/" + metric).asDouble())
                    .isCloseTo(finished.at("/metrics/test/" + metric).asDouble(), within(1e-6));
        }
        // In another order, with a word that nobody saw, and with gaps where there were none.
        Path others = Examples.write(folder.resolve("others.csv"),
                "day,count,level,word,site\n2024-01-02,,,w3,site1\n2025-06-02,5,middle,w20,site2\n2024-01-02,1,low,unseen,\n");
        Path out = folder.resolve("answers.csv");
        Terminal.run("predict", project, "--data", others, "--out", out).done();
        assertThat(Files.readAllLines(out)).hasSize(4);
        assertThat(Files.readAllLines(out).get(1)).contains("left");
        assertThat(Files.readAllLines(out).get(2)).contains("right");
    }

    @Test
    void whatWasLearntBeforeTrainingTravelsInsideTheModel() throws IOException {
        Path run = Path.of(trained().get("run").asText());
        for (String model : List.of("best.pt", "last.pt")) {
            try (var archive = new ZipFile(run.resolve(model).toFile())) {
                assertThat(archive.getInputStream(archive.getEntry("netloom/extra/fitted.json")).readAllBytes())
                        .isEqualTo(Files.readAllBytes(run.resolve("fitted.json")));
            }
        }
    }

    @Test
    void anEmbeddingThatIsTooSmallForItsColumnIsRefusedBeforeTraining() throws IOException {
        String text = Files.readString(project);
        assertThat(text).contains("\"slots\" : 30");
        Files.writeString(project, text.replace("\"slots\" : 30", "\"slots\" : 40"));
        for (String command : List.of("check", "train")) {
            assertThat(Terminal.run(command, project).err()).contains("room for 32 different tokens",
                    "\"word\" needs 42", "vocabularySize to 42", "slots to 30");
        }
    }

    @Test
    void dataThatChangedSinceTrainingIsSaidSo() throws IOException {
        Path run = Path.of(Terminal.run("train", project, "--epochs", 1, "--device", "cpu", "--json").done().lines()
                .getLast().get("run").asText());
        assertThat(Terminal.run("evaluate", run, "--json").done().lines().getLast().has("warning")).isFalse();
        Path data = folder.resolve("数据 t.csv");
        Files.writeString(data, Files.readString(data) + "w1,low,1,2024-01-01,site1,left\n");
        assertThat(Terminal.run("evaluate", run, "--json").done().lines().getLast().get("warning").asText())
                .contains("data has changed", "train again");
        Examples.write(run.resolve("checkpoint.bin"), "of a run that was stopped");
        Terminal.run("train", project, "--resume").refused("data has changed", "--changed-data");
        Terminal.run("train", project, "--resume", "--changed-data").refused("checkpoint.bin cannot be read");
    }

    @Test
    void foldsGiveMeanAndDeviationOfEveryMetric() {
        Terminal answer = Terminal.run("train", project, "--epochs", 2, "--folds", 3, "--device", "cpu", "--json")
                .done();
        List<JsonNode> lines = answer.lines();
        assertThat(lines).hasSize(4);
        double mean = lines.subList(0, 3).stream().mapToDouble(line -> line.at("/metrics/accuracy").asDouble())
                .average().orElseThrow();
        assertThat(lines.getLast().at("/metrics/accuracy/mean").asDouble()).isCloseTo(mean, within(1e-9));
        assertThat(lines.getLast().at("/metrics/accuracy/std").isNumber()).isTrue();
        assertThat(lines.stream().limit(3).mapToInt(line -> line.get("test").asInt()).sum()).isEqualTo(300);
        assertThat(Terminal.run("train", project, "--epochs", 1, "--folds", 2, "--device", "cpu").done().out())
                .contains("fold   1", "Mean ± standard deviation over 2 folds", "accuracy");
        Terminal.run("train", project, "--folds", 1).refused("1 folds are not possible", "Choose 2 or more");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aPlanMayDivideByAColumn() throws IOException {
        String text = Files.readString(project);
        Files.writeString(project, text.replace("\"validation\" :",
                "\"split\" : {\"type\": \"group\", \"column\": \"site\"},\n    \"validation\" :"));
        assertThat(trained().at("/metrics/test/loss").isNumber()).isTrue();
        Files.writeString(project, text.replace("\"validation\" :",
                "\"split\" : {\"type\": \"time\", \"column\": \"word\"},\n    \"validation\" :"));
        Terminal.run("train", project).refused("\"word\"", "tell the time");
        Files.writeString(project, text.replace("\"validation\" :",
                "\"split\" : {\"type\": \"moon\"},\n    \"validation\" :"));
        Terminal.run("train", project).refused("no splitting 'moon'", "stratified, random, group, time, column");
    }
}
