package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns of free text, from the file to the numbers that the network gets.
class TextColumnTest {
    @TempDir
    private Path folder;

    private Path csv(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Table table(Path file, Tokenising tokens) {
        SequencedMap<String, List<Feature>> inputs = new LinkedHashMap<>();
        inputs.put("text", List.of(new Feature.Text("text", tokens)));
        SequencedMap<String, TargetColumn> targets = new LinkedHashMap<>();
        targets.put("y", new TargetColumn("y", TargetColumn.Kind.CLASS));
        return new Table(new TableFile(file), Optional.empty(), inputs, targets);
    }

    private static float[] row(Dataset data, int example) {
        Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
        batch.hold(example);
        data.read(example, batch, 0);
        float[] row = new float[batch.input(0).remaining() / Float.BYTES];
        batch.input(0).asFloatBuffer().get(row);
        return row;
    }

    @Test
    void textsAreFilledUpWithZerosAndCutToOneLength() throws IOException {
        Path file = csv("t.csv", "text,y\n\"a b a\",p\na a a b b b c,q\n,p\nz,q\n");
        var tokens = new Tokenising(Tokenising.Unit.WORDS, 4, Tokenising.Letters.LOWER, 5);
        try (Dataset data = table(file, tokens).open()) {
            SequencedMap<String, FittedInput> fitted = data.fit(new int[] {0, 1});
            assertThat(fitted.get("text").columns().getFirst().categories()).containsExactly("a", "b");
            assertThat(fitted.get("text").scaling().std()).containsOnly(1);
            Dataset prepared = data.prepared(fitted);
            assertThat(row(prepared, 0)).containsExactly(2, 3, 2, 0, 0);
            assertThat(row(prepared, 1)).containsExactly(2, 2, 2, 3, 3);
            assertThat(row(prepared, 2)).as("no text").containsExactly(1, 0, 0, 0, 0);
            assertThat(row(prepared, 3)).as("a word that nobody saw").containsExactly(1, 0, 0, 0, 0);
        }
    }

    @Test
    void sentencesAreReadBesideOtherColumnsAndShortTextsAreNot() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> "This is the %dth of many texts that say a thing,name %d,%d,%s"
                        .formatted(i, i * 7, i * 31 % 57, i % 2 == 0 ? "yes" : "no"))
                .collect(Collectors.joining("\n"));
        TableChoice choice = TableChoice.of(new TableFile(csv("t.csv", "story,name,size,y\n" + rows + "\n")),
                List.of("y"));
        assertThat(choice.table().inputs().keySet()).containsExactly(Table.INPUT, "story");
        Feature.Text text = (Feature.Text) choice.table().inputs().get("story").getFirst();
        assertThat(text.tokens()).isEqualTo(new Tokenising(Tokenising.Unit.WORDS, 13, Tokenising.Letters.LOWER, 20));
        assertThat(choice.remarks()).extracting(Object::toString).contains("Texts are cut into tokens: story.",
                "Left out because nearly every text differs: name.");
    }

    @Test
    void namesAloneAreReadCharacterByCharacter() throws IOException {
        String rows = IntStream.range(0, 60).mapToObj(i -> "Ann" + (char) ('a' + i % 26) + i + "," + i % 2)
                .collect(Collectors.joining("\n"));
        TableChoice choice = TableChoice.of(new TableFile(csv("t.csv", "name,y\n" + rows + "\n")), List.of("y"));
        Feature.Text text = (Feature.Text) choice.table().inputs().get("name").getFirst();
        assertThat(text.tokens().unit()).isEqualTo(Tokenising.Unit.CHARACTERS);
    }

    @Test
    void textsThatAreAllTheSameSayNothing() throws IOException {
        Path file = csv("t.csv", "text,y\n" + "the same words over and over again and again,a\n".repeat(9)
                + "the same words over and over again and again,b\n");
        assertThatThrownBy(() -> TableChoice.of(new TableFile(file), List.of("y"))).isInstanceOf(BadInput.class)
                .hasMessageContaining("to learn \"y\" from");
    }

    @Test
    void anIndicatorHasNoPlaceAmongTokens() {
        var tokens = new Tokenising(Tokenising.Unit.WORDS, 4, Tokenising.Letters.LOWER, 5);
        assertThatThrownBy(() -> new Feature.Text("t", tokens,
                new Missing(Missing.Fill.CONSTANT, "none", Missing.Indicator.WITH))).isInstanceOf(BadInput.class)
                .hasMessageContaining("no place for an indicator");
    }
}
