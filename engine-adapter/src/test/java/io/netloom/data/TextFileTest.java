package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Plain texts, cut into windows.
class TextFileTest {
    private static final String VERSE = "The cat sat on the mat, and the dog sat on the log. ";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("book.txt"), text);
    }

    private static TextFile cut(Path file, Tokenising.Unit unit, int vocabulary, int length, int stride) {
        return new TextFile(file, Optional.empty(),
                new Tokenising(unit, vocabulary, Tokenising.Letters.KEPT, length), stride);
    }

    @ParameterizedTest
    @EnumSource(Tokenising.Unit.class)
    void whatIsLearntIsTheNextTokenAtEachPlace(Tokenising.Unit unit) throws IOException {
        try (Dataset data = cut(file(VERSE.repeat(8)), unit, 40, 6, 3).open()) {
            var fitted = data.fit(new int[] {0, 1, 2, 3, 4, 5, 6, 7});
            Dataset prepared = data.prepared(fitted);
            Batch batch = Batch.allocate(prepared.inputs(), prepared.targets(), 1);
            for (int example : new int[] {0, 1, data.size() - 1}) {
                batch.hold(example);
                prepared.read(example, batch, 0);
                float[] given = new float[6];
                batch.input(0).order(ByteOrder.nativeOrder()).asFloatBuffer().get(given);
                long[] next = new long[6];
                batch.target(0).order(ByteOrder.nativeOrder()).asLongBuffer().get(next);
                for (int i = 0; i < 5; i++) {
                    assertThat((float) next[i]).isEqualTo(given[i + 1]);
                }
                assertThat(given).doesNotContain(Tokenising.PADDING);
            }
            assertThat(data.targets().getFirst().task()).isEqualTo(new Task.Tokens(40, 6));
            assertThat(prepared.describe(1)).asString().startsWith("from character ");
        }
    }

    @Test
    void partsFollowEachOtherAndShareNoCharacter() throws IOException {
        try (Dataset data = cut(file(VERSE.repeat(20)), Tokenising.Unit.CHARACTERS, 30, 10, 3).open()) {
            Split split = Split.of(data, new Fractions(0.2, 0.2), 1);
            int train = Arrays.stream(split.train()).max().orElseThrow() * 3 + 11;
            assertThat(train).isLessThanOrEqualTo(split.validation()[0] * 3);
            int validation = Arrays.stream(split.validation()).max().orElseThrow() * 3 + 11;
            assertThat(validation).isLessThanOrEqualTo(split.test()[0] * 3);
            assertThat(split.test()).endsWith(data.size() - 1);
            assertThatThrownBy(() -> Split.of(data, new Splitting.Random(), Fractions.DEFAULT, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("divided by their position");
            assertThatThrownBy(() -> Folds.of(data, new Splitting.Stratified(), 3, Fractions.DEFAULT, 1))
                    .isInstanceOf(BadInput.class).hasMessageContaining("no folds");
        }
    }

    @Test
    void theVocabularyIsThatOfTheTrainingPart() throws IOException {
        try (Dataset data = cut(file("ab".repeat(60) + "xyz".repeat(40)), Tokenising.Unit.CHARACTERS, 30, 10, 11)
                .open()) {
            Split split = Split.of(data, new Fractions(0.2, 0.2), 1);
            List<String> learnt = data.fit(new int[] {0, 1, 2}).get("text").columns().getFirst().categories();
            assertThat(learnt).containsExactly("a", "b");
            assertThat(split.train().length).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', no characters", "ab, only 2 characters"})
    void aTextOfAFewCharactersIsTooShort(String text, String said) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> TextFile.detect(file, Optional.empty())).isInstanceOf(BadInput.class)
                .hasMessageContaining(said).hasMessageContaining("Give a longer text");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, Café à la crème: déjà vu", "GB18030, 今天天气很好"})
    void anotherEncodingIsNamed(String encoding, String text) throws IOException {
        Path file = Files.write(folder.resolve("book.txt"), text.repeat(40).getBytes(Charset.forName(encoding)));
        assertThatThrownBy(() -> TextFile.detect(file, Optional.empty())).isInstanceOf(BadInput.class)
                .hasMessageContaining("is not written in UTF-8").hasMessageContaining("--encoding " + encoding);
        assertThat(WholeText.read(file, Optional.of(encoding))).isEqualTo(text.repeat(40));
    }

    @Test
    void marksAtTheBeginningAreObeyedAndTakenAway() throws IOException {
        Path utf8 = file("\uFEFFabc");
        assertThat(WholeText.read(utf8, Optional.empty())).isEqualTo("abc");
        Path utf16 = Files.write(folder.resolve("16.txt"), "abc".getBytes(StandardCharsets.UTF_16));
        assertThat(WholeText.read(utf16, Optional.empty())).isEqualTo("abc");
    }

    @Test
    void aLongTextIsCutIntoPiecesOfWords() throws IOException {
        assertThat(TextFile.detect(file(VERSE.repeat(40)), Optional.empty()).tokens().unit())
                .isEqualTo(Tokenising.Unit.CHARACTERS);
        assertThat(TextFile.detect(file(VERSE.repeat(21_000)), Optional.empty()).tokens().unit())
                .isEqualTo(Tokenising.Unit.BPE);
    }

    @Test
    void windowsBeginApart() {
        assertThatThrownBy(() -> cut(folder.resolve("a.txt"), Tokenising.Unit.WORDS, 10, 5, 0))
                .isInstanceOf(BadInput.class).hasMessageContaining("at least 1 apart, not 0");
    }
}
