package io.netloom.profile;

import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Locale;

/// Numbers and names in sentences.
final class Told {
    private static final int NAMED = 5;
    private static final int LONGEST = 40;

    private Told() {}

    /// `1,234 rows`, `1 row`.
    static Sentence rows(long count) {
        return Sentence.of("told.rows", "{0,choice,0#no rows|1#1 row|1<{0} rows}", count);
    }

    /// `1,234 pictures`, `1 picture`.
    static Sentence pictures(long count) {
        return Sentence.of("told.pictures", "{0,choice,0#no pictures|1#1 picture|1<{0} pictures}", count);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// `4.2 %`, `less than 0.1 %`.
    static Sentence share(double share) {
        return share > 0 && share < 0.001 ? Sentence.of("told.tiny", "less than 0.1 %")
                : Sentence.plain(String.format(Locale.ROOT, share > 0.1 ? "%.0f %%" : "%.1f %%", 100 * share));
    }

    /// A number without a needless fraction.
    static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number)
                : Double.toString(number);
    }

    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return '"' + (line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…") + '"';
    }

    /// `"a", "b" and 3 more`.
    static Sentence quoted(List<String> texts) {
        return Sentence.some(texts.stream().map(Told::quoted).toList(), NAMED);
    }

    /// A column as sentences begin with it.
    static Sentence column(String name) {
        return name.isEmpty() ? Sentence.of("told.nameless", "A column without a name") : Sentence.plain(quoted(name));
    }

    /// Some classes are rare.
    ///
    /// @param rarest how many examples the rarest has
    static Sentence imbalance(int rare, int classes, String name, Sentence rarest, String frequent, long most) {
        return rare == 1
                ? Sentence.of("concern.imbalance.one", "The class {0} has only {1}, {2} {3}.", quoted(name), rarest,
                        quoted(frequent), most)
                : Sentence.of("concern.imbalance.several", "{0} of {1} classes are rare: {2} has only {3}, {4} {5}.",
                        rare, classes, quoted(name), rarest, quoted(frequent), most);
    }

    /// What to do where some classes are rare.
    static Sentence evenOut() {
        return Sentence.of("mend.imbalance", "Judge by macro F1 rather than accuracy, and let rare classes weigh more"
                + " (\"classWeights\": \"balanced\"), or gather more of them.");
    }

    /// What to do where the test holds what is learnt from.
    static Sentence removeFromOne() {
        return Sentence.of("mend.in-both",
                "Remove them from one of the two: on them a network is judged by what it has seen.");
    }
}
