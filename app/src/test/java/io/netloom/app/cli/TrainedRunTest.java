package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From data to predictions and back, for every kind of data.
@Tag("engine")
class TrainedRunTest {
    private static final Offset<Double> SAME = within(1e-6);

    @TempDir
    private static Path home;
    private static Learnt pictures;
    private static Learnt classes;
    private static Learnt numbers;
    private static Learnt digits;

    @TempDir
    private Path folder;

    /// A project that was trained: what the command printed, and where the run lies.
    private record Learnt(Path project, List<JsonNode> events, Path run) {
        JsonNode finished() {
            return events.getLast();
        }

        Learnt again(Object... options) {
            return train(project, options);
        }
    }

    @BeforeAll
    static void trainAll() {
        pictures = learn(Examples.pictures(home.resolve("宠物 图片"), 30, "left side", "右"), "宠物 图片", 12, 0.005);
        classes = learn(Examples.classes(home.resolve("classes.csv"), 120), "classes", 4, 0.01);
        numbers = learn(Examples.numbers(home.resolve("numbers.csv"), 120), "numbers", 25, 0.01);
        digits = learn(Examples.idx(home.resolve("digits"), 6, 40, 12), "digits", 2, 0.001);
    }

    private static Learnt learn(Path data, String name, int epochs, double rate) {
        Path project = home.resolve(name + ".netloom");
        Terminal.run("new", "--data", data, "--out", project).done();
        return train(project, "--epochs", epochs, "--lr", rate);
    }

    private static Learnt train(Path project, Object... options) {
        var arguments = new ArrayList<Object>(List.of("train", project, "--json", "--device", "cpu"));
        arguments.addAll(Arrays.asList(options));
        List<JsonNode> events = Terminal.run(arguments.toArray()).done().lines();
        return new Learnt(project, events, Path.of(events.getLast().get("run").asText()));
    }

    private static Learnt learnt(String name) {
        return Map.of("pictures", pictures, "classes", classes, "numbers", numbers, "digits", digits).get(name);
    }

    @ParameterizedTest
    @CsvSource({"pictures,12", "classes,4", "numbers,25", "digits,2"})
    void everyLineIsAnEventAndTheLastOneTellsOfTheRun(String name, int epochs) {
        List<JsonNode> events = learnt(name).events();
        assertThat(events).allSatisfy(event -> assertThat(event.get("event").isTextual()).isTrue());
        assertThat(events.getFirst().get("event").asText()).isEqualTo("started");
        assertThat(events.get(1).get("event").asText()).isEqualTo("estimated");
        assertThat(events.get(1).get("secondsPerEpoch").asDouble()).isPositive();
        assertThat(events.get(1).get("bytes").asLong()).isPositive();
        assertThat(events.stream().filter(e -> e.has("epoch")).map(e -> e.get("epoch").asInt()).toList())
                .hasSize(epochs).isSorted().doesNotHaveDuplicates().startsWith(1).endsWith(epochs);
        assertThat(events.stream().filter(e -> e.has("epoch"))).allSatisfy(e -> {
            assertThat(e.get("event").asText()).isEqualTo("epoch");
            assertThat(e.at("/metrics/train/loss").isNumber()).isTrue();
            assertThat(e.at("/metrics/validation/loss").isNumber()).isTrue();
        });
        assertThat(events.getLast().get("event").asText()).isEqualTo("finished");
        assertThat(events.getLast().get("reason").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictures", "classes", "numbers", "digits"})
    void theRunsFolderHoldsProjectMetricsAndWeights(String name) {
        Learnt learnt = learnt(name);
        assertThat(learnt.run()).isAbsolute().hasParent(home.resolve("runs"));
        for (String file : List.of("project.netloom", "metrics.jsonl", "best.pt", "last.pt")) {
            assertThat(learnt.run().resolve(file)).isNotEmptyFile();
        }
        List<JsonNode> kept = Examples.read(learnt.run().resolve("metrics.jsonl")).lines().map(Terminal::json).toList();
        assertThat(kept).isEqualTo(learnt.events().stream()
                .filter(event -> !event.get("event").asText().equals("progress")).toList());
    }

    @ParameterizedTest
    @CsvSource({"pictures,accuracy loss", "classes,accuracy loss", "digits,accuracy loss", "numbers,loss mae rmse r2"})
    void theLastEventHasMetricsOfAllParts(String name, String metrics) {
        for (String part : List.of("train", "validation", "test")) {
            for (String metric : metrics.split(" ")) {
                assertThat(learnt(name).finished().at("/metrics/" + part + "/" + metric).isNumber())
                        .as(part + " " + metric).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictures", "classes", "numbers", "digits"})
    void evaluateFindsTheTestMetricsThatTrainingFound(String name) {
        JsonNode trained = learnt(name).finished().at("/metrics/test");
        JsonNode judged = Terminal.run("evaluate", learnt(name).run(), "--json").done().lines().getFirst();
        assertThat(judged.get("part").asText()).isEqualTo("test");
        assertThat(judged.get("metrics")).hasSameSizeAs(trained);
        trained.properties().forEach(metric -> assertThat(judged.at("/metrics/" + metric.getKey()).asDouble())
                .as(metric.getKey()).isCloseTo(metric.getValue().asDouble(), SAME));
    }

    @Test
    void evaluateShowsTheSameNumbersToPeople() {
        double loss = classes.finished().at("/metrics/test/loss").asDouble();
        assertThat(Terminal.run("evaluate", classes.run()).done().out())
                .contains("(test)", "accuracy", String.format(Locale.ROOT, "%.4f", loss));
    }

    @Test
    void whatIsEasyIsLearnt() {
        assertThat(pictures.finished().at("/metrics/test/accuracy").asDouble()).isEqualTo(1);
        assertThat(classes.finished().at("/metrics/test/accuracy").asDouble()).isGreaterThan(0.85);
        assertThat(numbers.finished().at("/metrics/test/r2").asDouble()).isGreaterThan(0.95);
    }

    @Test
    void theSameSeedGivesTheSameMetricsAndAnotherSeedGivesOthers() {
        Learnt first = pictures.again("--epochs", 2, "--seed", 7);
        Learnt second = pictures.again("--epochs", 2, "--seed", 7);
        assertThat(second.finished().get("metrics")).isEqualTo(first.finished().get("metrics"));
        assertThat(second.run()).isNotEqualTo(first.run());
        assertThat(pictures.again("--epochs", 2, "--seed", 8).finished().get("metrics"))
                .isNotEqualTo(first.finished().get("metrics"));
    }

    @Test
    void predictGivesEachPictureProbabilitiesThatSumToOne() {
        List<NamedCsvRecord> rows = predict(pictures, home.resolve("宠物 图片"));
        assertThat(rows).hasSize(60).allSatisfy(row -> {
            double left = Double.parseDouble(row.getField("probability of left side"));
            double right = Double.parseDouble(row.getField("probability of 右"));
            assertThat(left + right).isCloseTo(1, within(1e-5));
            assertThat(row.getField("class")).isEqualTo(left > right ? "left side" : "右");
        });
    }

    @Test
    void predictTakesPicturesThatLieLoose() {
        for (int i = 0; i < 6; i++) {
            Examples.picture(folder.resolve("loose " + i + ".png"), i % 2 == 0, 500 + i);
        }
        Examples.write(folder.resolve("notes.txt"), "no picture");
        List<NamedCsvRecord> rows = predict(pictures, folder);
        assertThat(rows).extracting(row -> row.getField("example")).containsExactly("loose 0.png", "loose 1.png",
                "loose 2.png", "loose 3.png", "loose 4.png", "loose 5.png");
        assertThat(rows).extracting(row -> row.getField("class")).containsExactly("left side", "右", "left side", "右",
                "left side", "右");
    }

    @Test
    void predictTakesOnePicture() {
        Path picture = Examples.picture(folder.resolve("一 张.png"), false, 77);
        assertThat(predict(pictures, picture)).singleElement().satisfies(row -> {
            assertThat(row.getField("example")).isEqualTo("一 张.png");
            assertThat(row.getField("class")).isEqualTo("右");
        });
    }

    @Test
    void predictTakesATableWithoutTheTargetAndWithOtherColumns() {
        Path table = Examples.write(folder.resolve("unknown.csv"), "b,note,a\n0,first,0\n1,second,1\n-1,third,0.5\n");
        List<NamedCsvRecord> rows = predict(numbers, table);
        double mae = numbers.finished().at("/metrics/test/rmse").asDouble();
        assertThat(rows).extracting(row -> row.getField("example")).containsExactly("row 1", "row 2", "row 3");
        assertThat(rows.stream().map(row -> Double.parseDouble(row.getField("price"))).toList())
                .usingElementComparator((found, wanted) -> Math.abs(found - wanted) < 5 * mae ? 0 : 1)
                .containsExactly(1000.0, 1100.0, 1350.0);
    }

    @Test
    void predictTakesASingleRow() {
        Path table = Examples.write(folder.resolve("one.csv"), "a,b\n3,3\n");
        assertThat(predict(classes, table)).singleElement()
                .satisfies(row -> assertThat(row.getField("kind")).isEqualTo("high"));
    }

    @Test
    void predictTakesMnistsPicturesWithoutLabels() throws IOException {
        Path data = Examples.idx(folder.resolve("digits"), 6, 5, 3);
        Files.delete(data.resolve("train-labels-idx1-ubyte.gz"));
        Files.delete(data.resolve("t10k-labels-idx1-ubyte.gz"));
        assertThat(predict(digits, data)).hasSize(8);
    }

    @Test
    void evaluateCountsRightlyWhereTheFoldersHaveOtherClassesInAnotherOrder() {
        Path other = folder.resolve("other");
        for (int i = 0; i < 6; i++) {
            Examples.picture(other.resolve("another").resolve(i + ".png"), true, 300 + i);
            Examples.picture(other.resolve("右").resolve(i + ".png"), i > 1, 400 + i);
        }
        Terminal answer = Terminal.run("evaluate", pictures.run(), "--data", other, "--json").done();
        assertThat(answer.err()).contains("6 examples", "another");
        JsonNode judged = answer.lines().getFirst();
        assertThat(judged.get("examples").asInt()).isEqualTo(6);
        long right = predict(pictures, other.resolve("右")).stream()
                .filter(row -> row.getField("class").equals("右")).count();
        assertThat(right).isEqualTo(2);
        assertThat(judged.at("/metrics/accuracy").asDouble()).isCloseTo(right / 6.0, SAME);
    }

    @Test
    void evaluateOnANewTableAgreesWithPredictions() {
        Path table = Examples.numbers(folder.resolve("new.csv"), 30);
        JsonNode metrics = Terminal.run("evaluate", numbers.run(), "--data", table, "--json").done().lines().getFirst()
                .get("metrics");
        List<NamedCsvRecord> answers = predict(numbers, table);
        List<NamedCsvRecord> truth = records(table);
        double sum = 0;
        for (int i = 0; i < truth.size(); i++) {
            sum += Math.abs(Double.parseDouble(answers.get(i).getField("price"))
                    - Double.parseDouble(truth.get(i).getField("price")));
        }
        double mae = metrics.get("mae").asDouble();
        assertThat(mae).isCloseTo(sum / truth.size(), within(1e-4 * mae));
    }

    @Test
    void trainAsTextTellsOfEachEpochAndOfTheRun() {
        Terminal answer = Terminal.run("train", classes.project(), "--epochs", 2).done();
        assertThat(answer.out()).contains("epoch   1", "epoch   2", "best so far", "Done.", "validation", "test",
                "netloom evaluate ");
        assertThat(answer.out()).doesNotContain("\r", "\u001b");
    }

    @Test
    void aBatchLargerThanTheDataIsTheWholeData() {
        assertThat(classes.again("--epochs", 1, "--batch", 1_000_000).events().getFirst().get("stepsPerEpoch").asInt())
                .isEqualTo(1);
    }

    @Test
    void aRunWhoseLossRunsAwaySaysWhereAndKeepsTheLastGoodWeights() {
        Path project = folder.resolve("wild.netloom");
        Path table = Examples.numbers(folder.resolve("wild.csv"), 60);
        Terminal.run("new", "--data", table, "--out", project).done();
        Examples.write(project, Examples.read(project).replaceFirst("(?s)\"optimiser\" : \\{.*?\\}",
                "\"optimiser\" : {\"type\" : \"sgd\", \"momentum\" : 0.9, \"weightDecay\" : 0}")
                .replaceFirst("(?s)\"schedule\" : \\{.*?\\},", ""));
        Terminal answer = Terminal.run("train", project, "--lr", 100, "--epochs", 3, "--json", "--device", "cpu");
        answer.refused("no longer a finite number", "learning rate of 100.0", "--lr 10.", "kept in");
        JsonNode diverged = answer.lines().get(answer.lines().size() - 2);
        assertThat(diverged.get("event").asText()).isEqualTo("diverged");
        assertThat(diverged.get("atEpoch").asInt()).isPositive();
        assertThat(diverged.get("step").asInt()).isPositive();
        assertThat(diverged.get("learningRate").asDouble()).isEqualTo(100);
        assertThat(Examples.read(project)).contains('"' + diverged.get("layer").asText() + '"');
        assertThat(answer.err()).contains("'" + diverged.get("layer").asText() + "'");
        assertThat(answer.lines().getLast().get("reason").asText()).isEqualTo("diverged");
        String run = answer.lines().getLast().get("run").asText();
        JsonNode judged = Terminal.run("evaluate", run, "--json").done().lines().getFirst();
        assertThat(judged.get("metrics").get("loss").isNumber()).isTrue();
    }

    @Test
    void aProjectOfMillionsOfWeightsThatDoNotFitIntoMemoryIsRefused() {
        Path project = folder.resolve("huge.netloom");
        Path table = Examples.classes(folder.resolve("huge.csv"), 40);
        Terminal.run("new", "--data", table, "--out", project).done();
        Examples.write(project, Examples.read(project).replace("\"units\" : 64", "\"units\" : 20000"));
        Terminal answer = Terminal.run("train", project, "--epochs", 1);
        answer.refused("not enough memory", "smaller");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--epochs 0          | epochs must be 1 to 1,000,000",
            "--epochs -3         | epochs must be",
            "--lr -1             | learning rate must be above 0",
            "--lr 0              | learning rate must be above 0",
            "--lr NaN            | learning rate must be above 0",
            "--batch 0           | batch size must be 1",
            "--device abacus     | There is no device 'abacus'",
            "--device gpu:99     | Choose --device cpu"})
    void trainRefusesOptionsOutsideTheirRangeAndMakesNoRun(String options, String why) {
        Map<String, String> before = Terminal.contents(home);
        var arguments = new ArrayList<Object>(List.of("train", classes.project()));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(Terminal.run(arguments.toArray()).refused(why).out()).isEmpty();
        assertThat(Terminal.contents(home)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "predict"})
    void aRunThatIsNoneIsRefused(String command) throws IOException {
        Path nowhere = folder.resolve("nowhere");
        refused(command, nowhere, classesTable(), "There is no run", "netloom train");
        refused(command, folder, classesTable(), "is not the folder of a run", "project.netloom");
        refused(command, classesTable(), classesTable(), "neither the folder of a run nor a project file");
        Path fresh = folder.resolve("fresh.netloom");
        Terminal.run("new", "--data", classesTable(), "--out", fresh).done();
        refused(command, fresh, classesTable(), "has no run yet", "netloom train " + fresh);
        Path weightless = Files.createDirectories(folder.resolve("weightless"));
        Files.copy(classes.run().resolve("project.netloom"), weightless.resolve("project.netloom"));
        refused(command, weightless, classesTable(), "holds no weights", "Train again");
    }

    @Test
    void aRunWhoseFilesWereDamagedIsRefused() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        for (String file : List.of("project.netloom", "fitted.json", "best.pt")) {
            Files.copy(classes.run().resolve(file), broken.resolve(file));
        }
        Files.copy(digits.run().resolve("best.pt"), broken.resolve("best.pt"),
                StandardCopyOption.REPLACE_EXISTING);
        refused("predict", broken, classesTable(), "best.pt", "weights of this network");
        Files.writeString(broken.resolve("best.pt"), "no archive");
        refused("predict", broken, classesTable(), "best.pt", "weights of this network");
        Files.delete(broken.resolve("fitted.json"));
        refused("predict", broken, classesTable(), "fitted.json");
    }

    @Test
    void aProjectStandsForItsOwnNewestRunAndNotForThatOfANeighbour() {
        Path first = folder.resolve("net.netloom");
        Path second = folder.resolve("net-2.netloom");
        Terminal.run("new", "--data", classesTable(), "--out", first).done();
        Terminal.run("new", "--data", home.resolve("numbers.csv"), "--out", second).done();
        Learnt own = train(first, "--epochs", 1);
        Learnt newest = train(first, "--epochs", 1);
        train(second, "--epochs", 1);
        assertThat(newest.run()).isNotEqualTo(own.run());
        assertThat(Terminal.run("evaluate", first, "--json").done().lines().getFirst().get("run").asText())
                .isEqualTo(newest.run().toString());
    }

    @Test
    void dataOfAnotherKindIsRefused() {
        Path table = classesTable();
        Path images = home.resolve("宠物 图片");
        refusedByBoth(pictures, table, "classes.csv");
        refusedByBoth(digits, table, "classes.csv", "folder is needed");
        refusedByBoth(digits, images, "idx3-ubyte");
        refusedByBoth(classes, images, "is a folder, but a file is needed");
        refusedByBoth(classes, folder.resolve("gone.csv"), "no file or folder");
        refusedByBoth(pictures, folder.resolve("gone"), "no file or folder");
        refusedByBoth(digits, folder.resolve("gone"), "no file or folder");
    }

    @Test
    void aTableWithoutANeededColumnIsRefused() {
        refusedByBoth(classes, Examples.write(folder.resolve("a.csv"), "a,kind\n1,low\n2,high\n"), "no column \"b\"");
        refusedByBoth(classes, Examples.write(folder.resolve("t.csv"), "a,b,kind\n1,two,low\n2,3,high\n"),
                "must hold numbers", "two");
        refusedByBoth(classes, Examples.write(folder.resolve("n.csv"), "a,b,kind\n"), "no rows");
        refused("evaluate", classes.run(), Examples.write(folder.resolve("k.csv"), "a,b\n1,2\n2,3\n"),
                "no column \"kind\"");
        refused("evaluate", numbers.run(), Examples.write(folder.resolve("p.csv"), "a,b,price\n1,2,cheap\n2,3,dear\n"),
                "must hold numbers", "cheap");
        refused("evaluate", classes.run(), Examples.write(folder.resolve("o.csv"), "a,b,kind\n1,2,red\n2,3,blue\n"),
                "none of the classes", "blue, red");
    }

    @Test
    void picturesOfAnotherSizeAreRefusedWhereTheyAreNotBroughtToSize() {
        Path larger = Examples.idx(folder.resolve("larger"), 9, 8, 4);
        refusedByBoth(digits, larger, "1×6×6", "1×9×9", "same size");
    }

    @Test
    void predictNeverLosesAFile() throws IOException {
        Path table = Files.copy(classesTable(), folder.resolve("mine.csv"));
        Path answers = Examples.write(folder.resolve("answers.csv"), "old answers");
        Map<String, String> before = Terminal.contents(folder);
        Terminal.run("predict", classes.run(), "--data", table, "--out", table).refused("is the data itself", "--out");
        Terminal.run("predict", classes.run(), "--data", table, "--out", folder).refused("is a folder", "--out");
        Terminal.run("predict", classes.run(), "--data", table, "--out", answers, "--device", "abacus")
                .refused("abacus");
        Terminal.run("predict", classes.run(), "--data", folder.resolve("gone.csv"), "--out", answers).refused("gone");
        Terminal.run("predict", classes.run(), "--data", table, "--out", folder.resolve("no/where.csv"))
                .refused("cannot be written", "its folder is not there", "--out");
        assertThat(Terminal.contents(folder)).isEqualTo(before);
    }

    private Path classesTable() {
        return home.resolve("classes.csv");
    }

    private void refusedByBoth(Learnt learnt, Path data, Object... words) {
        refused("evaluate", learnt.run(), data, words);
        refused("predict", learnt.run(), data, words);
    }

    private void refused(String command, Path run, Path data, Object... words) {
        Path out = folder.resolve("refused.csv");
        Map<String, String> before = Terminal.contents(folder);
        Terminal answer = command.equals("evaluate") ? Terminal.run(command, run, "--data", data)
                : Terminal.run(command, run, "--data", data, "--out", out);
        assertThat(answer.refused(words).out()).isEmpty();
        assertThat(Terminal.contents(folder)).isEqualTo(before);
    }

    private List<NamedCsvRecord> predict(Learnt learnt, Path data) {
        Path out = folder.resolve("answers " + System.identityHashCode(learnt) + ".csv");
        assertThat(Terminal.run("predict", learnt.run(), "--data", data, "--out", out).done().out())
                .contains(out.toString());
        return records(out);
    }

    private static List<NamedCsvRecord> records(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
