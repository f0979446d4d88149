package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a table whose rows follow each other in time to forecasts.
class SeriesRunTest {
    private static final int DAYS = 300;

    @TempDir
    private Path folder;
    private Path data;
    private Path project;

    /// A wave of nine days, so that tomorrow follows from some days before it, but not from today alone.
    @BeforeEach
    void data() {
        data = Examples.write(folder.resolve("a wave 波.csv"), "day,level,other,sky\n" + rows(0, DAYS));
        project = folder.resolve("p.netloom");
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.format(Locale.ROOT, "%s,%.3f,%s,%s",
                        LocalDate.of(2024, 1, 1).plusDays(i),
                        50 + 10 * Math.sin(2 * Math.PI * i / 9), i % 13 == 5 ? "" : Integer.toString(i * 7 % 11),
                        i % 3 == 0 ? "grey" : "blue"))
                .collect(Collectors.joining("\n")) + "\n";
    }

    private Terminal proposed(Object... more) {
        var arguments = new ArrayList<Object>(List.of("new", "--data", data, "--out", project));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray());
    }

    @Test
    void evenTimesAndANumberMakeAForecast() throws IOException {
        assertThat(proposed("--target", "level").done().out()).contains("\"day\" tells the time", "forecast",
                "14 rows", "GRU", "added to the last value", "--no-forecast");
        assertThat(Terminal.run("check", project, "--data").done().out()).contains("The data fits");
        assertThat(Files.readString(project)).contains("\"window\" : 14", "\"missing\" : \"last\"");
    }

    @Test
    void aTableWithDatesMayStayATable() throws IOException {
        assertThat(proposed("--target", "level", "--no-forecast").done().out()).contains("hidden layers");
        assertThat(Files.readString(project)).doesNotContain("\"series\"");
    }

    @Test
    void aClassIsNotForecast() throws IOException {
        assertThat(proposed("--target", "sky").done().out()).contains("classes of 'sky'");
        assertThat(Files.readString(project)).doesNotContain("\"series\"");
    }

    @Test
    void whatCannotBeForecastIsRefused() {
        proposed("--target", "sky", "--forecast").refused("\"sky\"", "\"blue\"", "forecast is of numbers");
        proposed("--target", "level", "--time", "hour").refused("no column \"hour\"", "day");
        proposed("--target", "level", "--time", "sky").refused("is to tell the time", "\"blue\"");
        proposed("--target", "level", "--horizon", 0).refused("horizon", "not 0");
        proposed("--target", "level", "--window", 300).refused("has 300 rows", "needs 301");
        proposed("--target", "level", "--window", 5, "--no-forecast").refused("--no-forecast");
        proposed("--reconstruct", "--horizon", 2).refused("--reconstruct");
        assertThat(project).doesNotExist();
    }

    @Test
    @Tag("engine")
    void forecastsComeInTheTargetsUnitWithTheirTimes() throws IOException {
        proposed("--target", "level", "--target", "other", "--horizon", 2, "--window", 9).done();
        List<JsonNode> events = Terminal.run("train", project, "--epochs", 12, "--device", "cpu", "--json").done()
                .lines();
        JsonNode repetition = events.getFirst();
        assertThat(repetition.get("event").asText()).isEqualTo("repetition");
        JsonNode finished = events.getLast();
        assertThat(finished.at("/metrics/test/mae").asDouble())
                .isLessThan(repetition.at("/metrics/last value/mae").asDouble());

        Path judged = folder.resolve("judged.csv");
        JsonNode evaluated = Terminal.run("evaluate", project, "--out", judged, "--json").done().lines().getLast();
        assertThat(evaluated.at("/metrics/mae").asDouble())
                .isCloseTo(finished.at("/metrics/test/mae").asDouble(), within(1e-5));
        assertThat(evaluated.at("/repetition/last value")).isEqualTo(repetition.at("/metrics/last value"));
        List<String> lines = Files.readAllLines(judged);
        assertThat(lines.getFirst()).isEqualTo("day,ahead,level,level forecast,other,other forecast");
        double absolute = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            absolute += Math.abs(Double.parseDouble(fields[2]) - Double.parseDouble(fields[3]))
                    + Math.abs(Double.parseDouble(fields[4]) - Double.parseDouble(fields[5]));
        }
        assertThat(absolute / 2 / (lines.size() - 1)).isCloseTo(evaluated.at("/metrics/mae").asDouble(), within(1e-4));
        assertThat(Terminal.run("evaluate", project).done().out()).contains("last value", "the network's mae is");

        // New rows: no more than a window of them, in another order.
        List<String> some = rows(DAYS, DAYS + 9).lines().collect(Collectors.toList()).reversed();
        Path news = Examples.write(folder.resolve("news.csv"),
                "day,level,other,sky\n" + String.join("\n", some) + "\n");
        Path out = folder.resolve("forecasts.csv");
        assertThat(Terminal.run("predict", project, "--data", news, "--out", out).done().err()).contains("sorted");
        List<String> forecasts = Files.readAllLines(out);
        assertThat(forecasts).hasSize(3);
        assertThat(forecasts.get(0)).isEqualTo("day,ahead,level,other");
        assertThat(forecasts.get(1)).startsWith(LocalDate.of(2024, 1, 1).plusDays(DAYS + 9) + ",1,");
        assertThat(forecasts.get(2)).startsWith(LocalDate.of(2024, 1, 1).plusDays(DAYS + 10) + ",2,");
        assertThat(Double.parseDouble(forecasts.get(1).split(",")[2]))
                .isCloseTo(50 + 10 * Math.sin(2 * Math.PI * (DAYS + 9) / 9), within(8.0));
        Path few = Examples.write(folder.resolve("few.csv"), "day,level,other,sky\n" + rows(DAYS, DAYS + 8));
        Terminal.run("predict", project, "--data", few, "--out", out).refused("has 8 rows", "a window of 9");
    }

    @Test
    @Tag("engine")
    void foldsRollForwardInTime() {
        proposed("--target", "level").done();
        List<JsonNode> lines = Terminal.run("train", project, "--epochs", 1, "--folds", 3, "--device", "cpu", "--json")
                .done().lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2).get("train").asInt()).isGreaterThan(lines.get(0).get("train").asInt());
    }
}
