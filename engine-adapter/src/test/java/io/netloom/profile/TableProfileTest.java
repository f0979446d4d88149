package io.netloom.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netloom.data.ColumnType;
import io.netloom.data.TableFile;
import io.netloom.profile.Concern.Kind;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableProfileTest {
    private static final Path PENGUINS = Path.of("../samples/penguins/penguins.csv").toAbsolutePath().normalize();
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableProfile profile(Path path, String target) {
        return TableProfile.of(new TableFile(path), Optional.of(target), Optional.empty());
    }

    /// 400 rows with a column `x` that says nothing about the target `y`, and a column of the test's own.
    private String planted(String column, IntFunction<Object> value) {
        var random = new Random(1);
        return IntStream.range(0, ROWS)
                .mapToObj(i -> {
                    double x = random.nextGaussian();
                    return x + "," + value.apply(i) + "," + answer(i) + "\n";
                })
                .collect(Collectors.joining("", "x," + column + ",y\n", ""));
    }

    /// The class of a row: every third one is `ill`.
    private static String answer(int row) {
        return row % 3 == 0 ? "ill" : "well";
    }

    private TableProfile plantedProfile(String column, IntFunction<Object> value) {
        return profile(file("t.csv", planted(column, value)), "y");
    }

    private static List<Kind> kinds(TableProfile profile) {
        return profile.concerns().stream().map(Concern::kind).toList();
    }

    private static Concern only(TableProfile profile) {
        assertThat(profile.concerns()).hasSize(1);
        return profile.concerns().getFirst();
    }

    @Test
    void penguinsAreDescribedAndNotSuspected() {
        TableProfile profile = profile(PENGUINS, "species");
        assertThat(profile.rows()).isEqualTo(344);
        assertThat(profile.columns()).hasSize(7);
        ColumnProfile mass = profile.column("body_mass_g").orElseThrow();
        assertThat(mass.type()).isEqualTo(ColumnType.NUMBER);
        assertThat(mass.missing()).isEqualTo(2);
        assertThat(mass.distinct()).isEqualTo(94);
        var numbers = (ColumnValues.Numbers) mass.values();
        assertThat(numbers.least()).isEqualTo(2700);
        assertThat(numbers.greatest()).isEqualTo(6300);
        assertThat(numbers.mean()).isEqualTo(4201.754, within(0.001));
        assertThat(numbers.quantiles().get(2)).isEqualTo(4050);
        assertThat(numbers.histogram().stream().mapToLong(Bar::count).sum()).isEqualTo(342);
        assertThat(((ColumnValues.Texts) profile.column("island").orElseThrow().values()).frequent().getFirst())
                .isEqualTo(new ColumnValues.Frequent("Biscoe", 168));
        assertThat(profile.concerns()).isEmpty();
    }

    @Test
    void aNetworkForPenguinsMustBeatALinearModel() {
        TargetProfile target = profile(PENGUINS, "species").target();
        assertThat(target.baselines()).extracting(Baseline::name).containsExactly("most frequent class",
                "logistic regression");
        assertThat(target.baselines().getFirst().scores().get("accuracy")).isBetween(0.35, 0.55);
        assertThat(target.baselines().getLast().scores().get("accuracy")).isGreaterThan(0.95);
        assertThat(target.baselines().getLast().scores().get("macro F1")).isGreaterThan(0.95);
    }

    @Test
    void numbersAreJudgedByTheirErrors() {
        TargetProfile target = profile(PENGUINS, "body_mass_g").target();
        assertThat(target.classes()).isFalse();
        assertThat(target.baselines().getFirst().scores().get("R²")).isBetween(-0.1, 0.0);
        assertThat(target.baselines().getLast().scores().get("R²")).isGreaterThan(0.75);
        assertThat(target.baselines().getLast().scores().get("MAE")).isBetween(150.0, 350.0);
    }

    @Test
    void theSameFileGivesTheSameProfile() {
        assertThat(profile(PENGUINS, "sex")).isEqualTo(profile(PENGUINS, "sex"));
    }

    @Test
    void aColumnThatAloneTellsTheTargetIsALeak() {
        Concern leak = only(plantedProfile("pills", i -> i % 3 == 0 ? 1 + i % 7 : 0));
        assertThat(leak.kind()).isEqualTo(Kind.LEAK);
        assertThat(leak.columns()).containsExactly("pills");
        assertThat(leak.found().toString()).contains("\"pills\" alone tells \"y\"");
        assertThat(leak.isGrave()).isTrue();
    }

    @Test
    void aGapThatTellsTheTargetIsALeak() {
        assertThat(kinds(plantedProfile("discharged", i -> i % 3 == 0 ? "" : 100 + i % 40))).containsExactly(Kind.LEAK);
    }

    @Test
    void theTargetUnderAnotherNameIsACopyAndNoBaselineSeesIt() {
        TableProfile profile = plantedProfile("code", i -> i % 3 == 0 ? "A1" : "B2");
        assertThat(only(profile).kind()).isEqualTo(Kind.COPY);
        assertThat(profile.target().remarks().getFirst()).contains("\"code\"");
        assertThat(profile.target().baselines().getLast().scores().get("accuracy")).isLessThan(0.8);
    }

    @Test
    void aTargetInAnotherUnitIsACopy() {
        var random = new Random(2);
        String text = IntStream.range(0, ROWS).mapToObj(_ -> {
            double celsius = random.nextGaussian() * 10;
            return random.nextDouble() + "," + (celsius * 1.8 + 32) + "," + celsius + "\n";
        }).collect(Collectors.joining("", "x,fahrenheit,celsius\n", ""));
        assertThat(only(profile(file("t.csv", text), "celsius")).kind()).isEqualTo(Kind.COPY);
    }

    @Test
    void aGoodFeatureIsNoLeak() {
        assertThat(plantedProfile("hint", i -> i % 3 == 0 ? 10 + i % 20 : i % 13).concerns()).isEmpty();
    }

    @Test
    void whatOnlyNamesTheRowsIsAnIdentifier() {
        assertThat(only(plantedProfile("patient_id", i -> 5000 + 7 * (i * 31 % ROWS))).kind())
                .isEqualTo(Kind.IDENTIFIER);
        assertThat(only(plantedProfile("who", i -> "N" + i * 37 % ROWS)).kind()).isEqualTo(Kind.IDENTIFIER);
        assertThat(only(plantedProfile("n", i -> i + 1)).kind()).isEqualTo(Kind.IDENTIFIER);
    }

    @Test
    void repeatedRowsAreCountedAndWouldStandInBothParts() {
        String text = planted("z", i -> i % 50);
        String again = text.lines().skip(1).limit(80).collect(Collectors.joining("\n", "", "\n"));
        TableProfile profile = profile(file("t.csv", text + again), "y");
        assertThat(kinds(profile)).containsExactly(Kind.IN_BOTH_PARTS, Kind.DUPLICATE_ROWS);
        assertThat(profile.concerns().getLast().found().toString()).startsWith("80 rows (17 %) repeat earlier ones");
    }

    @Test
    void rowsOfATestFileThatAreAmongTheOthersAreCounted() {
        String text = planted("z", i -> i % 50);
        Path all = file("all.csv", text);
        Path test = file("test.csv", text.lines().limit(31).collect(Collectors.joining("\n", "", "\n"))
                + "0.5,1,ill\n0.25,2,well\n");
        TableProfile profile = TableProfile.of(new TableFile(all), Optional.of("y"), Optional.of(test));
        assertThat(only(profile).found().toString()).startsWith("30 of the 32 rows of test.csv stand in all.csv too");
    }

    @Test
    void rowsThatDifferInTheTargetAloneContradictEachOther() {
        String text = planted("z", i -> i % 50);
        String first = text.lines().skip(1).findFirst().orElseThrow();
        assertThat(kinds(profile(file("t.csv", text + first.replace("ill", "well") + "\n"), "y")))
                .containsExactly(Kind.CONTRADICTION);
    }

    @ParameterizedTest
    @CsvSource({"-999,SENTINEL", "9999,SENTINEL", "unknown,SENTINEL", "?,SENTINEL", "N/A,SENTINEL",
            "about 7,MIXED_TYPES"})
    void oddValuesAmongNumbersAreFound(String odd, Kind kind) {
        Concern found = only(plantedProfile("z", i -> i % 10 == 7 ? odd : Integer.toString(20 + i % 31)));
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.found().toString()).containsIgnoringCase(odd);
    }

    @Test
    void theEndsOfAScaleAreNoGaps() {
        assertThat(plantedProfile("percent", i -> i * 7 % 100).concerns()).isEmpty();
        assertThat(plantedProfile("change", i -> i * 7 % 5 % 3 - 1).concerns()).isEmpty();
    }

    @Test
    void datesThatAreNotReadAsDatesAreFound() {
        assertThat(only(plantedProfile("day", i -> 20240101 + i % 28)).mend().toString()).contains("--type day=date");
        Concern spoilt = only(
                plantedProfile("day", i -> i % 20 == 0 ? "soon" : "2024-01-%02d".formatted(1 + i % 28)));
        assertThat(spoilt.kind()).isEqualTo(Kind.DATES_AS_TEXT);
        assertThat(spoilt.found().toString()).contains("\"soon\"");
    }

    @Test
    void whatNeverDiffersOrIsMostlyMissingIsFound() {
        assertThat(only(plantedProfile("z", _ -> 7)).found().toString()).isEqualTo("\"z\" is \"7\" in every row.");
        assertThat(only(plantedProfile("z", i -> i % 11 == 0 ? i % 7 : "")).kind()).isEqualTo(Kind.MOSTLY_MISSING);
    }

    @Test
    void rareClassesAreFound() {
        String text = "x,y\n"
                + IntStream.range(0, ROWS).mapToObj(i -> i * 0.37 + "," + (i < 6 ? "rare" : "usual") + "\n")
                        .collect(Collectors.joining());
        assertThat(kinds(profile(file("t.csv", text), "y"))).contains(Kind.IMBALANCE);
    }

    @Test
    void tooManyClassesAreSaid() {
        String text = "x,y\n" + IntStream.range(0, 10_000).mapToObj(i -> i * 0.37 + ",L" + i / 2 + "\n")
                .collect(Collectors.joining());
        assertThat(only(profile(file("t.csv", text), "y")).found().toString()).contains("5,000 different texts");
    }

    @ParameterizedTest
    @CsvSource(value = {"''|empty", "'a,y\n'|no rows", "'a,y\n1,2\n1,2,3\n'|3 fields", "'a,a\n1,2\n'|two columns",
            "'a,b\n1,2\n2,3\n'|no column \"y\""}, delimiter = '|')
    void badTablesAreRefusedInWords(String text, String words) {
        Path path = file("t.csv", text);
        assertThatThrownBy(() -> profile(path, "y")).isInstanceOf(BadInput.class).hasMessageContaining(words);
    }

    @Test
    void freeTextsAreToldByTheirWordsWhichALinearModelSees() {
        String rows = IntStream.range(0, ROWS).mapToObj(i -> "Letter %d of those who %s at home,%s%n"
                .formatted(i * 7919, i % 3 == 0 ? "suffer" : "rejoice", answer(i))).collect(Collectors.joining());
        TableProfile profile = profile(file("letters.csv", "letter,y\n" + rows), "y");
        var texts = (ColumnValues.Texts) profile.columns().getFirst().values();
        var words = texts.words().orElseThrow();
        assertThat(words.texts()).isEqualTo(ROWS);
        assertThat(words.mean()).isEqualTo(8);
        assertThat(words.vocabulary()).isEqualTo(ROWS + 8);
        assertThat(words.repeated()).isEqualTo(8);
        assertThat(profile.target().baselines().getLast().scores().get("accuracy")).isGreaterThan(0.99);
        assertThat(profile.target().remarks()).isEmpty();
    }
}
