package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What is fitted before training knows the training part alone. That holds for all but the names of the classes, which are part of the
/// task and not learnt: they come from the whole table, so that a class which only the test part holds is judged as missed, not left out.
class PreparationLawsTest {
    private static final String[] WORDS = {"red", "green", "blue", "", "a,b", "ocean", "NA"};

    private static Table table(Path file) {
        List<Feature> features = new ArrayList<>();
        for (Feature.Scale scale : Feature.Scale.values()) {
            features.add(new Feature.Number("number", scale, new Missing(Missing.Fill.MEDIAN).indicated()));
        }
        features.add(new Feature.Number("number", Feature.Scale.STANDARD, new Missing(Missing.Fill.MEAN)));
        features.add(new Feature.Number("number", Feature.Scale.STANDARD, new Missing(Missing.Fill.FREQUENT)));
        for (Feature.Coding coding : Feature.Coding.values()) {
            features.add(new Feature.Category("word", coding, 3));
            features.add(new Feature.Category("word", coding, 2, List.of(), new Missing(Missing.Fill.FREQUENT)));
        }
        features.add(new Feature.Flag("flag", new Missing(Missing.Fill.FREQUENT)));
        features.add(new Feature.Moment("day", List.of(Feature.DatePart.values()), new Missing(Missing.Fill.MEAN)));
        for (Tokenising.Unit unit : Tokenising.Unit.values()) {
            features.add(new Feature.Text("word", new Tokenising(unit, 6, Tokenising.Letters.LOWER, 4)));
        }
        SequencedMap<String, List<Feature>> inputs = new LinkedHashMap<>();
        inputs.put("features", features);
        SequencedMap<String, TargetColumn> targets = new LinkedHashMap<>();
        targets.put("y", new TargetColumn("y", TargetColumn.Kind.NUMBER));
        return new Table(new TableFile(file), Optional.empty(), inputs, targets);
    }

    private static String row(int seed) {
        int s = Math.abs(seed % 10_000);
        String number = s % 5 == 0 ? "" : Integer.toString(s * 37 % 1000 - 300);
        String flag = s % 4 == 0 ? "" : s % 3 == 0 ? "yes" : "no";
        String day = s % 6 == 0 ? "" : "20%02d-%02d-%02d".formatted(s % 30, s % 12 + 1, s % 28 + 1);
        return number + ",\"" + WORDS[s % WORDS.length] + "\"," + flag + "," + day + "," + s % 17;
    }

    private static Fitted fitted(List<Integer> rows, int train) throws IOException {
        Path file = Files.createTempFile("laws", ".csv");
        try {
            // Two rows that never change say what the columns hold.
            Files.writeString(file, "number,word,flag,day,y\n1,red,yes,2020-01-01,1\n2,blue,no,2021-01-01,2\n"
                    + String.join("\n", rows.stream().map(PreparationLawsTest::row).toList()) + "\n");
            try (Dataset data = table(file).open()) {
                int[] learnt = IntStream.range(0, train).toArray();
                int[] tested = IntStream.range(train, data.size()).toArray();
                return Fitted.of(data, new Split(learnt, new int[0], tested, List.of()));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 40)
    void changingAnyTestRowNeverChangesAFittedStep(
            @ForAll @Size(min = 6, max = 20) List<@IntRange(max = 9_999) Integer> rows,
            @ForAll @Size(min = 20, max = 20) List<@IntRange(max = 9_999) Integer> others) throws IOException {
        int train = 2 + rows.size() / 2;
        List<Integer> changed = new ArrayList<>(rows);
        for (int i = train - 2; i < rows.size(); i++) {
            changed.set(i, others.get(i));
        }
        assertSame(fitted(rows, train), fitted(changed, train));
    }

    private static void assertSame(Fitted one, Fitted other) {
        assertThat(one.tasks()).isEqualTo(other.tasks());
        assertThat(one.inputs().get("features").columns()).isEqualTo(other.inputs().get("features").columns());
        assertThat(one.scalings().get("features").mean()).containsExactly(other.scalings().get("features").mean());
        assertThat(one.scalings().get("features").std()).containsExactly(other.scalings().get("features").std());
    }

    @Property(tries = 5)
    void changingATrainingRowChangesSomething(
            @ForAll @Size(min = 6, max = 20) List<@IntRange(max = 9_999) Integer> rows)
            throws IOException {
        List<Integer> changed = new ArrayList<>(rows);
        // Another target, at least.
        changed.set(0, rows.get(0) % 17 == 3 ? 4 : 3);
        assertThat(fitted(changed, 3).tasks()).isNotEqualTo(fitted(rows, 3).tasks());
    }
}
