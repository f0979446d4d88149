package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @TempDir
    Path folder;

    private Table table(String text, Feature... features) {
        SequencedMap<String, List<Feature>> inputs = new LinkedHashMap<>();
        inputs.put("in", List.of(features));
        SequencedMap<String, TargetColumn> targets = new LinkedHashMap<>();
        targets.put("y", new TargetColumn("y", TargetColumn.Kind.NUMBER));
        return new Table(new TableFile(Pictures.file(folder.resolve("t.csv"), text)), Optional.empty(), inputs,
                targets);
    }

    /// What the network gets before it scales: fitted on the first `train` rows.
    private static List<List<Float>> rows(Table table, int train) {
        try (Dataset data = table.open()) {
            Dataset prepared = data.prepared(data.fit(IntStream.range(0, train).toArray()));
            List<List<Float>> rows = new ArrayList<>();
            Batch batch = Batch.allocate(prepared.inputs(), prepared.targets(), 1);
            for (int example = 0; example < prepared.size(); example++) {
                batch.hold(example);
                prepared.read(example, batch, 0);
                List<Float> row = new ArrayList<>();
                for (int i = 0; i < prepared.inputs().getFirst().shape().elements(); i++) {
                    row.add(batch.input(0).asFloatBuffer().get(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static FittedInput fit(Table table, int train) {
        try (Dataset data = table.open()) {
            return data.fit(IntStream.range(0, train).toArray()).get("in");
        }
    }

    private Table numbers(Feature.Scale scale, Missing missing) {
        return table("a,y\n1,0\n3,1\n,2\n3,3\n9,4\n1000,5\n", new Feature.Number("a", scale, missing));
    }

    @Test
    void missingNumbersAreFilledWithWhatTheTrainingPartSays() {
        for (var wanted : List.of(List.of(Missing.Fill.MEAN, 4f), List.of(Missing.Fill.MEDIAN, 3f),
                List.of(Missing.Fill.FREQUENT, 3f))) {
            Missing missing = new Missing((Missing.Fill) wanted.getFirst());
            assertThat(rows(numbers(Feature.Scale.NONE, missing), 5)).extracting(List::getFirst)
                    .containsExactly(1f, 3f, (Float) wanted.getLast(), 3f, 9f, 1000f);
        }
        assertThat(
                rows(numbers(Feature.Scale.NONE, new Missing(Missing.Fill.CONSTANT, "-1", Missing.Indicator.WITH)), 5))
                .startsWith(List.of(1f, 0f), List.of(3f, 0f), List.of(-1f, 1f));
    }

    @Test
    void numbersAreScaledAsAsked() {
        Missing zero = new Missing(Missing.Fill.CONSTANT, "1", Missing.Indicator.WITHOUT);
        var standard = fit(numbers(Feature.Scale.STANDARD, zero), 5).scaling();
        assertThat(standard.mean()[0]).isCloseTo(3.4f, within(1e-6f));
        assertThat(standard.std()[0]).isCloseTo((float) Math.sqrt(43.2 / 5), within(1e-6f));
        var range = fit(numbers(Feature.Scale.MINMAX, zero), 5).scaling();
        assertThat(range.mean()).containsExactly(1);
        assertThat(range.std()).containsExactly(8);
        var robust = fit(numbers(Feature.Scale.ROBUST, zero), 5).scaling();
        assertThat(robust.mean()).containsExactly(3);
        assertThat(robust.std()).containsExactly(2);
        assertThat(fit(numbers(Feature.Scale.NONE, zero), 5).scaling().std()).containsExactly(1);
    }

    @Test
    void aLogarithmKeepsTheSignAndIsThenStandardised() {
        var table = table("a,y\n0,0\n-9,1\n9,2\n", new Feature.Number("a", Feature.Scale.LOG, Missing.LEAVE_OUT));
        float log = (float) Math.log(10);
        assertThat(rows(table, 3)).containsExactly(List.of(0f), List.of(-log), List.of(log));
        assertThat(fit(table, 3).scaling().std()[0]).isCloseTo(log * (float) Math.sqrt(2 / 3.0), within(1e-5f));
    }

    @Test
    void aLongTailInTheTrainingPartAsksForALogarithm() {
        String rows = "a,y\n1,0\n2,1\n3,2\n4,3\n5,4\n90,5\n";
        var table = table(rows, new Feature.Number("a", Feature.Scale.AUTO, Missing.LEAVE_OUT));
        assertThat(rows(table, 6).getLast()).containsExactly((float) Math.log1p(90));
        assertThat(fit(table, 6).columns().getFirst().feature())
                .isEqualTo(new Feature.Number("a", Feature.Scale.LOG, Missing.LEAVE_OUT));
        assertThat(rows(table, 5).getLast()).containsExactly(90f);
        assertThat(fit(table, 5).scaling().mean()).containsExactly(3f);
    }

    private static final String WORDS = "w,y\nb,0\na,1\nb,2\nc,3\na,4\nb,5\n,6\nnew,7\n";

    @Test
    void theMostFrequentCategoriesHaveAPlaceOfTheirOwnAndRareUnseenAndMissingOnesToo() {
        var table = table(WORDS, new Feature.Category("w", Feature.Coding.ONE_HOT, 2));
        assertThat(rows(table, 6)).startsWith(List.of(1f, 0f, 0f, 0f), List.of(0f, 1f, 0f, 0f))
                .endsWith(List.of(0f, 0f, 0f, 1f), List.of(0f, 0f, 1f, 0f));
        assertThat(fit(table, 6).columns().getFirst().categories()).containsExactly("b", "a");
        var codes = table(WORDS, new Feature.Category("w", Feature.Coding.EMBEDDING, 2));
        assertThat(rows(codes, 6)).extracting(List::getFirst).containsExactly(0f, 1f, 0f, 2f, 1f, 0f, 3f, 2f);
    }

    @Test
    void ordinalCategoriesStandInTheirOrder() {
        var given = new Feature.Category("w", Feature.Coding.ORDINAL, 3, List.of("c", "b", "a"),
                new Missing(Missing.Fill.OWN));
        assertThat(rows(table(WORDS, given), 6)).extracting(List::getFirst)
                .containsExactly(1f, 2f, 1f, 0f, 2f, 1f, -2f, -1f);
        var sorted = table("w,y\n10,0\n9,1\n9,2\n10,3\n", new Feature.Category("w", Feature.Coding.ORDINAL, 2));
        assertThat(rows(sorted, 4)).extracting(List::getFirst).containsExactly(1f, 0f, 0f, 1f);
    }

    @Test
    void aMissingCategoryMayTakeTheMostFrequentOnesPlaceOrLeaveTheRowOut() {
        var frequent = new Feature.Category("w", Feature.Coding.EMBEDDING, 2, List.of(),
                new Missing(Missing.Fill.FREQUENT).indicated());
        assertThat(rows(table(WORDS, frequent), 6).get(6)).containsExactly(0f, 1f);
        var left = new Feature.Category("w", Feature.Coding.EMBEDDING, 2, List.of(), Missing.LEAVE_OUT);
        assertThat(rows(table(WORDS, left), 6)).hasSize(7);
    }

    @Test
    void yesAndNoAreOneAndZeroAndOtherWordsAreRefused() {
        var flag = new Feature.Flag("w", new Missing(Missing.Fill.FREQUENT));
        assertThat(rows(table("w,y\nYes,0\nno,1\n,2\nyes,3\n", flag), 4)).extracting(List::getFirst)
                .containsExactly(1f, 0f, 1f, 1f);
        assertThat(rows(table("w,y\n1,0\n0,1\n", flag), 2)).extracting(List::getFirst).containsExactly(1f, 0f);
        assertThatThrownBy(table("w,y\nyes,0\nperhaps,1\n", flag)::open).isInstanceOf(BadInput.class)
                .hasMessageContaining("row 2").hasMessageContaining("perhaps");
    }

    @Test
    void datesBecomeCycles() {
        var date = new Feature.Moment("d", List.of(Feature.DatePart.values()), new Missing(Missing.Fill.MEAN));
        var rows = rows(table("d,y\n2024-01-01 06:00,0\n2026-01-01T18:00:00,1\n,2\n", date), 2);
        assertThat(rows.get(0)).hasSize(7);
        assertThat(rows.get(0).get(0)).isEqualTo(2024);
        assertThat(rows.get(0).subList(1, 3)).containsExactly(0f, 1f);
        assertThat(rows.get(0).get(3)).as("1 January 2024 was a Monday").isEqualTo(0);
        assertThat(rows.get(0).get(5)).as("six is a quarter of a day").isEqualTo(1);
        assertThat(rows.get(1).get(5)).isEqualTo(-1);
        assertThat(rows.get(2)).containsExactly(2025f, 0f, 0f, 0f, 0f, 0f, 0f);
        assertThatThrownBy(table("d,y\n2024-01-01,0\nsoon,1\n", date)::open).isInstanceOf(BadInput.class)
                .hasMessageContaining("must hold dates").hasMessageContaining("\"soon\"");
    }

    @Test
    void datesAreReadAsTheyAreUsuallyWritten() {
        var date = new Feature.Moment("d", List.of(Feature.DatePart.MONTH), Missing.LEAVE_OUT);
        for (String first : List.of("2024-04-01", "01.04.2024", "2024/04/01", "2024-04-01T00:00:00Z")) {
            assertThat(rows(table("d,y\n" + first + ",0\n" + first + ",1\n", date), 2).getFirst().getFirst())
                    .as(first).isEqualTo(1);
        }
    }

    @Test
    void fillsThatDoNotFitAColumnAreRefused() {
        assertThatThrownBy(() -> new Feature.Category("w", Feature.Coding.ONE_HOT, 2, List.of(),
                new Missing(Missing.Fill.MEAN))).isInstanceOf(BadInput.class).hasMessageContaining("\"w\"");
        assertThatThrownBy(() -> new Feature.Number("a", Feature.Scale.NONE,
                new Missing(Missing.Fill.CONSTANT, "x", Missing.Indicator.WITHOUT))).hasMessageContaining("no number");
        assertThatThrownBy(Missing.LEAVE_OUT::indicated).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Feature.Category("w", Feature.Coding.ONE_HOT, 2, List.of("a"),
                new Missing(Missing.Fill.OWN))).isInstanceOf(BadInput.class);
    }

    @Test
    void rowsBeyondTheBudgetLieInAFileAndAreTheSame() {
        float[] row = new float[3];
        try (RowStore heap = RowStore.of(1_000, 3, Long.MAX_VALUE); RowStore file = RowStore.of(1_000, 3, 100)) {
            assertThat(heap.isMapped()).isFalse();
            assertThat(file.isMapped()).isTrue();
            for (int i = 0; i < 1_000; i++) {
                row[0] = i;
                row[2] = -i;
                heap.append(row);
                file.append(row);
            }
            float[] read = new float[2];
            for (int i = 999; i >= 0; i -= 37) {
                file.get(i, 1, read);
                assertThat(read).containsExactly(0, -i);
                assertThat(heap.get(i, 0)).isEqualTo(file.get(i, 0)).isEqualTo(i);
            }
        }
    }
}
