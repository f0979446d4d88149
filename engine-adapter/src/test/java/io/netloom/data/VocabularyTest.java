package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
    private static Tokenising cut(Tokenising.Unit unit, int vocabulary, int length) {
        return new Tokenising(unit, vocabulary, Tokenising.Letters.KEPT, length);
    }

    private static List<String> pieces(Tokenising.Unit unit, String text) {
        List<String> pieces = new ArrayList<>();
        Pieces.each(cut(unit, 10, 10), text, pieces::add);
        return pieces;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"Don't stop, it's 1946!|Don't/stop/,/it's/1946/!",
            "naïve  cafe\u0301\tl’été|naïve/cafe\u0301/l’été", "我爱 北京。|我/爱/北/京/。", "'quoted'|'/quoted/'",
            "a--b|a/-/-/b", "😀😀|😀/😀"})
    void wordsAreLettersNumbersMarksAndChineseCharacters(String text, String words) {
        assertThat(pieces(Tokenising.Unit.WORDS, text)).containsExactly(words.split("/"));
    }

    @Test
    void aPieceHoldsTheSpaceBeforeIt() {
        assertThat(pieces(Tokenising.Unit.BPE, "the cat,  2 mats.\n\nThe end"))
                .containsExactly("the", " cat", ",", " ", " 2", " mats", ".", "\n\n", "The", " end");
    }

    /// The example of the paper: of "low" 5 times, "lower" 2, "newest" 6 and "widest" 3 times, es, est and lo come first.
    @Test
    void pairsAreMergedInTheOrderOfTheirFrequency() {
        Map<String, Long> texts = new LinkedHashMap<>();
        texts.put("low", 5L);
        texts.put("lower", 2L);
        texts.put("newest", 6L);
        texts.put("widest", 3L);
        Vocabulary learnt = Vocabulary.learn(cut(Tokenising.Unit.BPE, 17, 10), texts);
        assertThat(learnt.tokens()).hasSize(15).startsWith("e", "w", "s", "t", "l", "o", "n");
        assertThat(learnt.tokens().subList(10, 15)).containsExactly("es", "est", "lo", "low", "ew");
        assertThat(learnt.decode(learnt.encode("lowest"))).isEqualTo("lowest");
        assertThat(learnt.encode("lowest")).hasSize(2);
    }

    @Test
    void overlappingPairsAreCountedAsOftenAsTheyCanBeMerged() {
        Vocabulary learnt = Vocabulary.learn(cut(Tokenising.Unit.BPE, 100, 10), Map.of("aaaa", 3L, "aaa", 2L));
        assertThat(learnt.tokens()).containsExactly("a", "aa", "aaaa", "aaa");
        assertThat(learnt.encode("aaaaa")).containsExactly(4, 2);
    }

    @Test
    void aVocabularyLargerThanTheDataHasIsNotFilled() {
        for (Tokenising.Unit unit : Tokenising.Unit.values()) {
            Vocabulary learnt = Vocabulary.learn(cut(unit, 5000, 10), Map.of("ab ab", 1L));
            assertThat(learnt.tokens()).as(unit.name()).hasSizeBetween(1, 5);
        }
    }

    @Test
    void frequentTokensHavePlacesAndOthersAreUnknown() {
        Vocabulary learnt = Vocabulary.learn(cut(Tokenising.Unit.WORDS, 4, 3), Map.of("b a a c b a", 1L));
        assertThat(learnt.tokens()).containsExactly("a", "b");
        assertThat(learnt.encode("c b a z")).containsExactly(1, 3, 2, 1);
        assertThat(learnt.row("c b a z")).containsExactly((char) 1, (char) 3, (char) 2);
        assertThat(learnt.row("")).as("a text without tokens is an unknown one").containsExactly((char) 1);
        assertThat(learnt.decode(2, 0, 1, 3)).isEqualTo("a � b");
    }

    @Test
    void wordsComeBackWithTheirMarks() {
        Vocabulary learnt = Vocabulary.learn(cut(Tokenising.Unit.WORDS, 50, 30), Map.of("Yes, I (still) can!", 1L));
        assertThat(learnt.decode(learnt.encode("Yes, I (still) can!"))).isEqualTo("Yes, I (still) can!");
    }

    @Test
    void capitalsBecomeSmallWhereTheyDoNotCount() {
        var lower = new Tokenising(Tokenising.Unit.WORDS, 10, Tokenising.Letters.LOWER, 5);
        assertThat(Vocabulary.learn(lower, Map.of("The the THE", 1L)).tokens()).containsExactly("the");
    }

    @Test
    void sizesHaveTheirRange() {
        assertThatThrownBy(() -> cut(Tokenising.Unit.WORDS, 2, 5)).isInstanceOf(BadInput.class)
                .hasMessageContaining("3 to 65,536").hasMessageContaining("not 2");
        assertThatThrownBy(() -> cut(Tokenising.Unit.WORDS, 10, 0)).isInstanceOf(BadInput.class)
                .hasMessageContaining("1 to 16,384 tokens, not 0");
    }

    @Property(tries = 200)
    void whatIsKnownComesBackAsItWas(@ForAll("texts") String text, @ForAll("texts") String other) {
        for (Tokenising.Unit unit : List.of(Tokenising.Unit.BPE, Tokenising.Unit.CHARACTERS)) {
            Vocabulary learnt = Vocabulary.learn(cut(unit, 500, 10), Map.of(text + other, 2L));
            assertThat(learnt.decode(learnt.encode(text))).as(unit.name()).isEqualTo(text);
        }
    }

    /// Merging everywhere by counting anew, as the paper writes it, gives the same tokens.
    @Property(tries = 200)
    void countsThatAreKeptUpAreThoseOfCountingAnew(@ForAll("words") List<String> words) {
        Map<String, Long> texts = new LinkedHashMap<>();
        words.forEach(word -> texts.merge(word, 1L, Long::sum));
        List<String> learnt = Vocabulary.learn(cut(Tokenising.Unit.BPE, 30, 10), texts).tokens();
        assertThat(learnt).containsExactlyElementsOf(simple(texts, learnt.stream()
                .filter(token -> token.length() == 1).toList()));
    }

    private static List<String> simple(Map<String, Long> texts, List<String> characters) {
        List<String> tokens = new ArrayList<>(characters);
        Map<String, List<String>> cut = new LinkedHashMap<>();
        texts.keySet().forEach(text -> cut.put(text, new ArrayList<>(List.of(text.split("")))));
        while (tokens.size() < 28) {
            Map<List<Integer>, Long> counts = new LinkedHashMap<>();
            cut.forEach((text, parts) -> {
                for (int i = 1; i < parts.size(); i++) {
                    counts.merge(List.of(tokens.indexOf(parts.get(i - 1)), tokens.indexOf(parts.get(i))),
                            texts.get(text), Long::sum);
                }
            });
            List<Integer> best = null;
            for (var entry : counts.entrySet()) {
                if (entry.getValue() >= 2 && (best == null || entry.getValue() > counts.get(best)
                        || entry.getValue().equals(counts.get(best)) && before(entry.getKey(), best))) {
                    best = entry.getKey();
                }
            }
            if (best == null) {
                break;
            }
            String left = tokens.get(best.get(0));
            String right = tokens.get(best.get(1));
            if (!tokens.contains(left + right)) {
                tokens.add(left + right);
            }
            cut.values().forEach(parts -> {
                for (int i = 1; i < parts.size(); i++) {
                    if (parts.get(i - 1).equals(left) && parts.get(i).equals(right)) {
                        parts.set(i - 1, left + right);
                        parts.remove(i);
                    }
                }
            });
        }
        return tokens;
    }

    private static boolean before(List<Integer> one, List<Integer> other) {
        return one.get(0) < other.get(0) || one.get(0).equals(other.get(0)) && one.get(1) < other.get(1);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings().withChars("ab").ofMinLength(1).ofMaxLength(9).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab c.\n1 é我😀").ofMaxLength(30)
                .filter(text -> text.codePoints().noneMatch(c -> Character.isSurrogate((char) c) && c < 0x10000));
    }
}
