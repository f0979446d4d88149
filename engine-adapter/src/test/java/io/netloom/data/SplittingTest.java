package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplittingTest {
    private static final Fractions TENTHS = new Fractions(0.2, 0.2);

    @TempDir
    Path folder;

    /// A row for each number: a number, its group, a day (later ones first), a part and a class.
    private Dataset data(Optional<Path> test) {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> i + ",g" + i % 7 + ",2024-%02d-%02d".formatted(3 - i / 28, 28 - i % 28) + ","
                        + (i % 6 == 0 ? "Test" : i % 6 == 1 ? "val" : "train") + "," + (i % 3 == 0 ? "p" : "q"))
                .collect(Collectors.joining("\n"));
        Path file = Pictures.file(folder.resolve("t.csv"), "a,group,day,part,y\n" + rows);
        return new Table(new TableFile(file), test, new LinkedHashMap<>(Map.of("in", List.of(new Feature.Number("a")))),
                new LinkedHashMap<>(Map.of("y", new TargetColumn("y", TargetColumn.Kind.CLASS)))).open();
    }

    private static void assertWhole(Dataset data, Split split) {
        assertThat(Stream.of(split.train(), split.validation(), split.test()).flatMapToInt(Arrays::stream).sorted())
                .containsExactly(IntStream.range(0, data.size()).boxed().toArray(Integer[]::new));
    }

    @Test
    void groupsStayTogether() {
        try (Dataset data = data(Optional.empty())) {
            Split split = Split.of(data, new Splitting.Group("group"), TENTHS, 1);
            assertWhole(data, split);
            String[] groups = data.texts("group");
            List<List<String>> parts = Stream.of(split.train(), split.validation(), split.test())
                    .map(part -> Arrays.stream(part).mapToObj(e -> groups[e]).distinct().toList()).toList();
            assertThat(parts.stream().mapToInt(List::size).sum()).isEqualTo(7);
            assertThat(parts).noneMatch(List::isEmpty);
        }
    }

    @Test
    void whatIsLatestIsTested() {
        try (Dataset data = data(Optional.empty())) {
            Split split = Split.of(data, new Splitting.Time("day"), TENTHS, 1);
            assertWhole(data, split);
            double[] times = data.times("day");
            double lastLearnt = Arrays.stream(split.train()).mapToDouble(e -> times[e]).max().orElseThrow();
            double firstSeen = Arrays.stream(split.validation()).mapToDouble(e -> times[e]).min().orElseThrow();
            double lastSeen = Arrays.stream(split.validation()).mapToDouble(e -> times[e]).max().orElseThrow();
            double firstTested = Arrays.stream(split.test()).mapToDouble(e -> times[e]).min().orElseThrow();
            assertThat(lastLearnt).isLessThan(firstSeen);
            assertThat(lastSeen).isLessThan(firstTested);
            assertThat(split.test()).hasSize(12);
            assertThat(Split.of(data, new Splitting.Time("a"), TENTHS, 1).test()).contains(59).doesNotContain(0);
            assertThatThrownBy(() -> Split.of(data, new Splitting.Time("group"), TENTHS, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("tell the time").hasMessageContaining("\"g0\"");
        }
    }

    @Test
    void aColumnMaySayWhatEachRowIsFor() {
        try (Dataset data = data(Optional.empty())) {
            Split split = Split.of(data, new Splitting.Column("part"), TENTHS, 1);
            assertWhole(data, split);
            assertThat(split.test()).containsExactly(0, 6, 12, 18, 24, 30, 36, 42, 48, 54);
            assertThat(split.validation()).hasSize(10).contains(1);
            assertThatThrownBy(() -> Split.of(data, new Splitting.Column("group"), TENTHS, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("\"g0\" in row 1");
            assertThatThrownBy(() -> Split.of(data, new Splitting.Column("none"), TENTHS, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("a, group, day, part, y");
        }
    }

    @Test
    void aFileOfItsOwnMayHoldTheTest() {
        Path test = Pictures.file(folder.resolve("test.csv"), "y,a\np,100\nq,101\n");
        try (Dataset data = data(Optional.of(test))) {
            assertThat(data.size()).isEqualTo(62);
            Split split = Split.of(data, new Splitting.Random(), TENTHS, 1);
            assertWhole(data, split);
            assertThat(split.test()).containsExactly(60, 61);
            assertThat(split.validation()).hasSize(12);
            assertThat(data.describe(61)).hasToString("test row 2");
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
            batch.hold(61);
            data.read(61, batch, 0);
            assertThat(batch.input(0).asFloatBuffer().get(0)).isEqualTo(101);
        }
    }

    @Test
    void foldsTestEveryExampleOnce() {
        try (Dataset data = data(Optional.empty())) {
            for (Splitting splitting : List.of(new Splitting.Stratified(), new Splitting.Random(),
                    new Splitting.Group("group"))) {
                List<Split> folds = Folds.of(data, splitting, 5, TENTHS, 1);
                assertThat(folds).hasSize(5).allSatisfy(fold -> {
                    assertWhole(data, fold);
                    assertThat(fold.validation()).isNotEmpty();
                });
                assertThat(folds.stream().flatMapToInt(fold -> Arrays.stream(fold.test())).sorted())
                        .containsExactly(IntStream.range(0, 60).boxed().toArray(Integer[]::new));
            }
            for (Split fold : Folds.of(data, new Splitting.Stratified(), 5, TENTHS, 1)) {
                assertThat(Arrays.stream(fold.test()).filter(e -> data.classOf(e, 0) == 0)).hasSize(4);
            }
        }
    }

    @Test
    void foldsInTimeLearnFromThePastAlone() {
        try (Dataset data = data(Optional.empty())) {
            double[] times = data.times("day");
            for (Split fold : Folds.of(data, new Splitting.Time("day"), 4, TENTHS, 1)) {
                double learnt = Arrays.stream(fold.train()).mapToDouble(e -> times[e]).max().orElseThrow();
                assertThat(fold.test()).hasSize(12);
                assertThat(Arrays.stream(fold.test())).allMatch(e -> times[e] > learnt);
            }
        }
    }

    @Test
    void foldsThatAreNotPossibleAreRefused() {
        try (Dataset data = data(Optional.empty())) {
            assertThatThrownBy(() -> Folds.of(data, new Splitting.Random(), 1, TENTHS, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("1 folds are not possible");
            assertThatThrownBy(() -> Folds.of(data, new Splitting.Column("part"), 3, TENTHS, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("\"part\"");
            assertThatThrownBy(() -> Folds.of(data, new Splitting.Group("group"), 8, TENTHS, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("too few groups");
        }
    }

    @Test
    void aGapInTheColumnThatDividesIsRefusedWithItsRow() {
        Path file = Pictures.file(folder.resolve("gap.csv"), "a,group,y\n1,g,p\n2,,q\n");
        try (Dataset data = new Table(file, new LinkedHashMap<>(Map.of("in", List.of("a"))),
                new LinkedHashMap<>(Map.of("y", new TargetColumn("y", TargetColumn.Kind.CLASS)))).open()) {
            assertThatThrownBy(() -> data.texts("group")).isInstanceOf(BadInput.class)
                    .hasMessageContaining("is empty in row 2");
        }
        assertThatThrownBy(() -> Split.of(FakeDataset.ofSize(10), new Splitting.Group("x"), TENTHS, 1))
                .isInstanceOf(BadInput.class).hasMessageContaining("only tables have columns");
    }
}
