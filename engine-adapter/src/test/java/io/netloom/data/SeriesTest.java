package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    @TempDir
    Path folder;

    private Series series(String text, Windows windows, Optional<String> group, Feature... features) {
        return new Series(new TableFile(Pictures.file(folder.resolve("t.csv"), text)), "t", group, windows,
                new LinkedHashMap<>(Map.of(Series.INPUT, List.of(features))),
                new LinkedHashMap<>(Map.of("y", new TargetColumn("y", TargetColumn.Kind.NUMBER))));
    }

    private Series plain(String text, int length, int horizon, int stride) {
        return series(text, new Windows(length, horizon, stride), Optional.empty(), new Feature.Number("y"));
    }

    /// Days from 2024-01-01 on, whose y are 0, 10, 20, …
    private static String days(int rows) {
        return "t,y\n" + IntStream.range(0, rows)
                .mapToObj(i -> "2024-01-%02d,%d".formatted(i + 1, 10 * i)).collect(Collectors.joining("\n")) + "\n";
    }

    private static float[] window(Dataset data, int example) {
        try (BatchStream stream = BatchStream.of(data, new int[] {example}, 1)) {
            FloatBuffer values = stream.next().orElseThrow().input(0).asFloatBuffer();
            float[] window = new float[values.remaining()];
            values.get(window);
            return window;
        }
    }

    @Test
    void windowsAreViewsOnRows() {
        try (Dataset data = plain(days(10), 3, 2, 2).open()) {
            assertThat(data.size()).isEqualTo(3);
            assertThat(data.inputs()).containsExactly(new Input(Series.INPUT, Shape.of(3, 1)));
            assertThat(window(data, 1)).containsExactly(20, 30, 40);
            assertThat(data.numbersOf(1, 0)).containsExactly(50, 60);
            assertThat(data.targets().getFirst().task()).isEqualTo(Task.Regression.unscaled(List.of("y +1", "y +2")));
            assertThat(data.timeline().orElseThrow().time(1, 2)).isEqualTo("2024-01-07");
            assertThat(data.warnings()).isEmpty();
        }
    }

    @Test
    void theLastRowsAreForecastFromWhereNobodyKnowsTheAnswer() {
        Series series = series("t,x\n2024-01-01 01:00,1\n2024-01-01 02:00,2\n2024-01-01 03:00,3\n2024-01-01 04:00,4\n",
                new Windows(2, 3, 2), Optional.empty(), new Feature.Number("x"));
        try (Dataset data = series.open(new Labels.None())) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(window(data, 1)).containsExactly(3, 4);
            assertThat(data.timeline().orElseThrow().time(1, 3)).isEqualTo("2024-01-01T07:00");
            assertThat(data.timeline().orElseThrow().time(0, 1)).isEqualTo("2024-01-01T03:00");
        }
    }

    @Test
    void monthsGoOnByTheCalendar() {
        String rows = IntStream.rangeClosed(1, 9).mapToObj(m -> "2024-0" + m + "-"
                + Map.of(1, 31, 2, 29, 3, 31, 4, 30, 5, 31, 6, 30, 7, 31, 8, 31, 9, 30).get(m) + "," + m)
                .collect(Collectors.joining("\n"));
        try (Dataset data = plain("t,y\n" + rows + "\n", 8, 1, 1).open(new Labels.None())) {
            assertThat(data.timeline().orElseThrow().time(1, 1)).isEqualTo("2024-10-31");
            assertThat(data.timeline().orElseThrow().time(1, 5)).isEqualTo("2025-02-28");
        }
    }

    @Test
    void rowsAreSortedAndGapsAreTold() {
        String text = "t,y\n2024-01-03,3\n2024-01-01,1\n2024-01-02,2\n2024-01-04,4\n2024-01-09,9\n2024-01-10,10\n";
        try (Dataset data = plain(text, 2, 1, 1).open()) {
            assertThat(window(data, 0)).containsExactly(1, 2);
            assertThat(data.numbersOf(0, 0)).containsExactly(3);
            assertThat(data.warnings()).hasSize(2);
            assertThat(data.warnings().get(0)).asString().contains("do not lie in the order", "sorted");
            assertThat(data.warnings().get(1)).asString().contains("There is a gap", "from 2024-01-04 to 2024-01-09");
        }
    }

    @Test
    void windowsNeverReachFromOneSeriesIntoAnother() {
        String rows = IntStream.range(0, 12).mapToObj(i -> "2024-01-%02d,%s,%d".formatted(i / 2 + 1,
                i % 2 == 0 ? "a" : "b", (i % 2 == 0 ? 0 : 100) + i / 2)).collect(Collectors.joining("\n"));
        Series series = series("t,g,y\n" + rows + "\n2024-01-01,short,7\n", new Windows(3, 1, 1), Optional.of("g"),
                new Feature.Number("y"));
        try (Dataset data = series.open()) {
            assertThat(data.size()).isEqualTo(6);
            assertThat(window(data, 2)).containsExactly(2, 3, 4);
            assertThat(window(data, 3)).containsExactly(100, 101, 102);
            assertThat(data.timeline().orElseThrow().groupOf(3)).isEqualTo("b");
            assertThat(data.warnings()).map(Sentence::toString)
                    .containsExactly("1 of 3 series are shorter than a window and take no part.");
        }
    }

    @Test
    void aMissingValueTakesTheOneBeforeItAndSaysSo() {
        String text = "t,y,x\n1,1,\n2,2,5\n3,3,\n4,4,\n5,5,8\n6,6,9\n7,7,1\n";
        Series series = series(text, new Windows(4, 1, 1), Optional.empty(),
                new Feature.Number("x", Feature.Scale.NONE, new Missing(Missing.Fill.LAST).indicated()));
        try (Dataset data = series.open()) {
            Dataset prepared = data.prepared(data.fit(new int[] {0, 1}));
            // What lies before the first value takes the median of the training part.
            assertThat(window(prepared, 0)).containsExactly(5, 1, 5, 0, 5, 1, 5, 1);
            assertThat(window(prepared, 1)).containsExactly(5, 0, 5, 1, 5, 1, 8, 0);
        }
    }

    @Test
    void aWindowWithAGapThatNothingFillsIsLeftOut() {
        try (Dataset data = plain("t,y\n1,1\n2,2\n3,\n4,4\n5,5\n6,6\n7,7\n", 2, 1, 1).open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(data.warnings()).singleElement().asString().contains("3 of 5 windows were left out", "y (1)",
                    "\"last\"");
        }
    }

    @Test
    void repetitionLooksBackByTheCalendar() {
        String rows = IntStream.range(0, 28).mapToObj(i -> "2024-02-%02d,%d".formatted(i + 1, i))
                .collect(Collectors.joining("\n"));
        try (Dataset data = plain("t,y\n" + rows + "\n", 3, 9, 1).open()) {
            Timeline timeline = data.timeline().orElseThrow();
            assertThat(timeline.repeats()).extracting(Timeline.Repeat::name).containsExactly("last value",
                    "a week before", "a year before");
            assertThat(timeline.repeated(timeline.repeats().get(0), 5, 0).orElseThrow()).containsOnly(7);
            assertThat(timeline.repeated(timeline.repeats().get(1), 5, 0).orElseThrow()).containsExactly(1, 2, 3, 4, 5,
                    6, 7, 1, 2);
            assertThat(timeline.repeated(timeline.repeats().get(1), 2, 0)).isEmpty();
        }
    }

    @Test
    void foldsLearnFromThePastOnly() {
        try (Dataset data = plain(days(31), 4, 2, 1).open()) {
            Timeline timeline = data.timeline().orElseThrow();
            List<Split> folds = Folds.of(data, new Splitting.Stratified(), 3, new Fractions(0.2, 0.2), 1);
            assertThat(folds).hasSize(3).allSatisfy(fold -> {
                String learnt = Arrays.stream(fold.train()).mapToObj(e -> timeline.time(e, 2)).max(String::compareTo)
                        .orElseThrow();
                assertThat(Arrays.stream(fold.validation()).mapToObj(e -> timeline.time(e, 1))).isNotEmpty()
                        .allMatch(time -> time.compareTo(learnt) > 0);
                String watched = Arrays.stream(fold.validation()).mapToObj(e -> timeline.time(e, 2))
                        .max(String::compareTo).orElseThrow();
                assertThat(Arrays.stream(fold.test()).mapToObj(e -> timeline.time(e, 1))).isNotEmpty()
                        .allMatch(time -> time.compareTo(watched) > 0);
            });
            assertThat(folds.getLast().train()).hasSizeGreaterThan(folds.getFirst().train().length);
        }
    }

    @Test
    void aSeriesIsDividedByTimeAlone() {
        try (Dataset data = plain(days(31), 4, 1, 1).open()) {
            for (Splitting other : List.of(new Splitting.Random(), new Splitting.Group("y"), new Splitting.Column("y"),
                    new Splitting.Time("y"))) {
                assertThatThrownBy(() -> Split.of(data, other, Fractions.DEFAULT, 1)).isInstanceOf(BadInput.class)
                        .hasMessageContaining("divided by their time in \"t\"")
                        .hasMessageContaining("Take the split out");
            }
            assertThat(Split.of(data, new Splitting.Time("t"), Fractions.DEFAULT, 1).test())
                    .isEqualTo(Split.of(data, new Splitting.Stratified(), Fractions.DEFAULT, 2).test());
            assertThatThrownBy(() -> Split.of(data, new Splitting.Time("t"), new Fractions(0.45, 0.45), 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("are left to learn from");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_000})
    void aHorizonIsAtLeastOneRow(int rows) {
        assertThatThrownBy(() -> new Windows(3, rows, 1)).isInstanceOf(BadInput.class)
                .hasMessageContaining("horizon").hasMessageContaining("not " + rows);
        assertThatThrownBy(() -> new Windows(rows, 1, 1)).isInstanceOf(BadInput.class).hasMessageContaining("window");
        assertThatThrownBy(() -> new Windows(1, 1, rows)).isInstanceOf(BadInput.class).hasMessageContaining("stride");
    }

    private void refuses(String text, int length, String... words) {
        assertThatThrownBy(() -> plain(text, length, 1, 1).open()).isInstanceOf(BadInput.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void whatIsWrongWithASeriesIsSaid() {
        refuses("t,y\n2024-01-01,1\n2024-01-02,2\n2024-01-02,3\n2024-01-03,3\n", 1, "Rows 2 and 3", "same time",
                "group");
        refuses("t,y\n2024-01-01,1\n2024-13-02,2\n2024-01-03,3\n", 1, "2024-13-02", "no date", "Write dates like");
        refuses("t,y\n2024-01-01,1\n,2\n2024-01-03,3\n", 1, "is empty in row 2");
        refuses("t,y\n2024-01-01,5\n2024-01-02,5\n2024-01-03,5\n", 1, "is 5.0 in every row");
        refuses("t,y\n2024-01-01,a\n2024-01-02,b\n2024-01-03,c\n", 1, "must hold numbers", "\"a\"");
        refuses("date,y\n2024-01-01,1\n2024-01-02,2\n", 1, "no column \"t\"");
        refuses(days(5), 5, "has 5 rows", "a window of 5 with a horizon of 1 needs 6");
        refuses("t,y\n1,1\n2,\n3,2\n4,\n5,5\n", 2, "Every window", "misses a value", "y (2)");
    }

    @Test
    void rowsOfATableHaveNoLastValue() {
        assertThatThrownBy(() -> new Table(new TableFile(folder.resolve("t.csv")), Optional.empty(),
                new LinkedHashMap<>(Map.of("in",
                        List.of(new Feature.Number("x", Feature.Scale.STANDARD, new Missing(Missing.Fill.LAST))))),
                new LinkedHashMap<>())).isInstanceOf(BadInput.class).hasMessageContaining("no order of time");
    }
}
