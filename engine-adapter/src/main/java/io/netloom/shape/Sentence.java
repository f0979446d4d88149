package io.netloom.shape;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Something that the user is told: in English as it stands here, in another language as that has it for the key.
///
/// @param key names the sentence: `concern.constant`
/// @param pattern the English words, as [MessageFormat] has them; an apostrophe stands there twice
/// @param arguments texts, numbers and other sentences, which stand for `{0}`, `{1}`, …
public record Sentence(String key, String pattern, List<Object> arguments) {
    /// The key of a [#phrase].
    public static final String PHRASE = "told.phrase";

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /// A sentence, or a piece of one.
    public static Sentence of(String key, String pattern, Object... arguments) {
        return new Sentence(key, pattern, List.of(arguments));
    }

    /// A text that is the same in all languages.
    public static Sentence plain(Object text) {
        return of("told.plain", "{0}", text);
    }

    /// One sentence after the other.
    ///
    /// @param sentences at least one
    public static Sentence inTurn(List<Sentence> sentences) {
        return sentences.stream().reduce((one, next) -> of("told.in-turn", "{0} {1}", one, next)).orElseThrow();
    }

    /// Pieces of a sentence that all hold.
    ///
    /// @param pieces at least one
    public static Sentence and(List<Sentence> pieces) {
        return pieces.stream().reduce((one, next) -> of("told.and", "{0} and {1}", one, next)).orElseThrow();
    }

    /// The first texts, with commas between them, and how many more there are.
    ///
    /// @param named how many are named, at most
    public static Sentence some(List<String> texts, int named) {
        return someOf(texts.stream().map(Sentence::plain).toList(), named);
    }

    /// The first pieces, with commas between them, and how many more there are.
    ///
    /// @param named how many are named, at most
    public static Sentence someOf(List<Sentence> pieces, int named) {
        Sentence first = inRow(pieces.subList(0, Math.min(named, pieces.size())));
        return pieces.size() <= named ? first
                : of("told.some", "{0} and {1} more", first, pieces.size() - named);
    }

    /// What layers and the check say in English, which other languages know by its words.
    public static Sentence phrase(String english) {
        return of(PHRASE, "{0}", english);
    }

    /// One sentence below the other.
    ///
    /// @param sentences at least one
    public static Sentence lines(List<Sentence> sentences) {
        return sentences.stream().reduce((one, next) -> of("told.lines", "{0}\n{1}", one, next)).orElseThrow();
    }

    /// Pieces with commas between them.
    public static Sentence inRow(List<Sentence> pieces) {
        return pieces.stream().reduce((one, next) -> of("told.comma", "{0}, {1}", one, next)).orElse(plain(""));
    }

    /// Says it.
    ///
    /// @param patterns the words of a language for this sentence and those in it
    public String say(Locale locale, Function<Sentence, String> patterns) {
        Object[] said = arguments.stream()
                .map(argument -> argument instanceof Sentence inner ? inner.say(locale, patterns) : argument).toArray();
        return new MessageFormat(patterns.apply(this), locale).format(said);
    }

    /// In English.
    @Override
    public String toString() {
        return say(Locale.ROOT, Sentence::pattern);
    }
}
