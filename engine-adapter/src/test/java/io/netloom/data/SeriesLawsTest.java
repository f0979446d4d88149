package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// No window sees what it is to forecast, and what is fitted knows the training part alone.
class SeriesLawsTest {
    private static final Fractions FRACTIONS = new Fractions(0.2, 0.25);
    private static final String[] WORDS = {"sun", "rain", "", "snow"};

    private static Series series(Path file, Windows windows, boolean grouped) {
        Missing last = new Missing(Missing.Fill.LAST).indicated();
        List<Feature> features = List.of(new Feature.Number("y", Feature.Scale.STANDARD, last),
                new Feature.Number("x", Feature.Scale.LOG, new Missing(Missing.Fill.MEDIAN)),
                new Feature.Number("x", Feature.Scale.ROBUST, last),
                new Feature.Category("word", Feature.Coding.ONE_HOT, 2),
                new Feature.Category("word", Feature.Coding.ORDINAL, 2, List.of(), new Missing(Missing.Fill.LAST)),
                new Feature.Moment("day", List.of(Feature.DatePart.values()), Missing.LEAVE_OUT));
        return new Series(new TableFile(file), "day", grouped ? Optional.of("group") : Optional.empty(), windows,
                new LinkedHashMap<>(Map.of(Series.INPUT, features)),
                new LinkedHashMap<>(Map.of("y", new TargetColumn("y", TargetColumn.Kind.NUMBER))));
    }

    private static String row(int seed, int group, int day) {
        int s = Math.abs(seed);
        return "g" + group + ",2024-%02d-%02d,".formatted(day / 28 + 1, day % 28 + 1) + (s % 7 == 0 ? "" : s % 90) + ","
                + (s % 5 == 0 ? "" : s * 37 % 1000) + "," + WORDS[s % WORDS.length];
    }

    /// Two groups beside each other in time; the first row of each says what the columns hold.
    private static Path file(List<Integer> rows, boolean grouped) throws IOException {
        Path file = Files.createTempFile("series", ".csv");
        List<String> lines = new ArrayList<>(List.of("group,day,y,x,word"));
        for (int i = 0; i < rows.size(); i++) {
            int group = grouped ? i % 2 : 0;
            int day = grouped ? i / 2 : i;
            lines.add(day < 2 ? "g" + group + ",2024-01-0" + (day + 1) + "," + day + "," + day + ",sun"
                    : row(rows.get(i), group, day));
        }
        Files.write(file, lines);
        return file;
    }

    /// All that training and validation know: how columns are prepared, and the windows themselves.
    private record Known(Fitted fitted, List<String> windows) {
        static Known of(List<Integer> rows, Windows windows, boolean grouped) throws IOException {
            Path file = file(rows, grouped);
            try (Dataset data = series(file, windows, grouped).open()) {
                Split split = Split.of(data, new Splitting.Stratified(), FRACTIONS, 1);
                Fitted fitted = Fitted.of(data, split);
                List<String> seen = new ArrayList<>();
                for (int[] part : List.of(split.train(), split.validation())) {
                    seen.addAll(windows(data.prepared(fitted.inputs()), part));
                }
                return new Known(fitted, seen);
            } finally {
                Files.delete(file);
            }
        }

        private static List<String> windows(Dataset data, int[] part) {
            List<String> seen = new ArrayList<>();
            try (BatchStream stream = BatchStream.of(data, part, 1)) {
                for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                    seen.add(hex(next.get().input(0)) + ":" + hex(next.get().target(0)));
                    stream.release(next.get());
                }
            }
            return seen;
        }

        private static String hex(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return Arrays.toString(copy);
        }
    }

    @Property(tries = 40)
    void changingAnyTestRowNeverChangesWhatIsFittedOrLearnt(
            @ForAll @Size(min = 40, max = 60) List<@IntRange(max = 9_999) Integer> rows,
            @ForAll @Size(min = 60, max = 60) List<@IntRange(max = 9_999) Integer> others,
            @ForAll @IntRange(min = 1, max = 4) int length, @ForAll @IntRange(min = 1, max = 3) int horizon,
            @ForAll @IntRange(min = 1, max = 2) int stride, @ForAll boolean grouped) throws IOException {
        var windows = new Windows(length, horizon, stride);
        List<Integer> sevens = rows.stream().map(r -> r % 7 == 0 ? r + 1 : r).toList();
        List<Integer> changed = new ArrayList<>(sevens);
        int first = rows.size() - (int) Math.round(rows.size() * FRACTIONS.test());
        int border = grouped ? first / 2 : first;
        for (int i = 0; i < changed.size(); i++) {
            if ((grouped ? i / 2 : i) >= border) {
                changed.set(i, others.get(i) % 7 == 0 ? 8 : others.get(i));
            }
        }
        Known one = Known.of(sevens, windows, grouped);
        Known other = Known.of(changed, windows, grouped);
        assertThat(other.windows()).isEqualTo(one.windows());
        assertThat(other.fitted().tasks()).isEqualTo(one.fitted().tasks());
        assertThat(other.fitted().inputs().get(Series.INPUT).columns())
                .isEqualTo(one.fitted().inputs().get(Series.INPUT).columns());
        assertThat(other.fitted().scalings().get(Series.INPUT).mean())
                .containsExactly(one.fitted().scalings().get(Series.INPUT).mean());
        assertThat(other.fitted().scalings().get(Series.INPUT).std())
                .containsExactly(one.fitted().scalings().get(Series.INPUT).std());
    }

    @Property(tries = 40)
    void whatIsForecastLiesWhollyInItsPart(@ForAll @IntRange(min = 60, max = 90) int rows,
            @ForAll @IntRange(min = 1, max = 6) int length, @ForAll @IntRange(min = 1, max = 4) int horizon,
            @ForAll boolean grouped) throws IOException {
        Path file = file(IntStream.range(0, rows).map(i -> 7 * i + 1).boxed().toList(), grouped);
        try (Dataset data = series(file, new Windows(length, horizon, 1), grouped).open()) {
            Split split = Split.of(data, new Splitting.Stratified(), FRACTIONS, 1);
            Timeline timeline = data.timeline().orElseThrow();
            assertThat(latest(timeline, split.train())).isLessThan(earliest(timeline, split.validation()));
            assertThat(latest(timeline, split.validation())).isLessThan(earliest(timeline, split.test()));
            // As many rows are tested as were asked for, but for those before the horizon's last step.
            int tested = split.test().length / (grouped ? 2 : 1);
            int days = grouped ? rows / 2 : rows;
            assertThat(tested).isBetween((int) Math.floor(days * FRACTIONS.test()) - horizon,
                    (int) Math.ceil(days * FRACTIONS.test()) - horizon + 2);
        } finally {
            Files.delete(file);
        }
    }

    private static String latest(Timeline timeline, int[] part) {
        return Arrays.stream(part).mapToObj(e -> timeline.time(e, timeline.horizon())).max(String::compareTo)
                .orElseThrow();
    }

    private static String earliest(Timeline timeline, int[] part) {
        return Arrays.stream(part).mapToObj(e -> timeline.time(e, 1)).min(String::compareTo).orElseThrow();
    }
}
