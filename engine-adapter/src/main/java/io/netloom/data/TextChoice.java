package io.netloom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at a column of texts that mostly differ, and says how they are cut into tokens. Texts of several words are cut into words; names and
/// other single words into characters. Each token that stands in three texts gets a place, and the length is one that nineteen texts of twenty
/// do not exceed.
final class TextChoice {
    /// Fewer words on the average are a name or a place, which only sometimes says something.
    static final int SENTENCE = 8;
    private static final int LOOKED_AT = 5_000;
    private static final int SEVERAL = 3;
    /// Texts in which a token stands that is worth a place.
    private static final int FEWEST = 3;
    private static final int MOST_WORDS = 20_000;
    private static final int LONGEST = 256;
    private static final int ROUND = 10;

    private final String column;
    private final List<String> texts = new ArrayList<>();

    TextChoice(OpenTable table, ColumnFacts column) {
        this.column = column.name();
        String text = table.textSql(column.index());
        table.ask("SELECT " + text + " FROM data WHERE " + text + " IS NOT NULL LIMIT " + LOOKED_AT,
                row -> texts.add(row.getString(1)));
    }

    /// How texts become tokens if they have so many words on the average.
    Optional<Feature.Text> from(int fewestWords) {
        Counted words = count(Tokenising.Unit.WORDS, Tokenising.Letters.LOWER);
        if (words.mean() < fewestWords) {
            return Optional.empty();
        }
        return Optional.of(words.mean() >= SEVERAL ? feature(words, Tokenising.Unit.WORDS, Tokenising.Letters.LOWER)
                : feature(count(Tokenising.Unit.CHARACTERS, Tokenising.Letters.KEPT), Tokenising.Unit.CHARACTERS,
                        Tokenising.Letters.KEPT));
    }

    private Feature.Text feature(Counted counted, Tokenising.Unit unit, Tokenising.Letters letters) {
        return new Feature.Text(column, new Tokenising(unit,
                Math.clamp(counted.repeated(), 1, MOST_WORDS) + Tokenising.SPECIAL, letters, counted.length()));
    }

    /// What was counted in the texts.
    ///
    /// @param mean tokens of a text
    /// @param repeated tokens that stand in at least three texts
    /// @param length tokens that few texts exceed
    private record Counted(double mean, int repeated, int length) {}

    private Counted count(Tokenising.Unit unit, Tokenising.Letters letters) {
        Tokenising cut = new Tokenising(unit, Tokenising.MOST_PLACES, letters, LONGEST);
        Map<String, Integer> in = new HashMap<>();
        int[] lengths = new int[texts.size()];
        for (int i = 0; i < lengths.length; i++) {
            int text = i;
            var own = new HashSet<String>();
            Pieces.each(cut, texts.get(i), piece -> {
                lengths[text]++;
                own.add(piece);
            });
            own.forEach(piece -> in.merge(piece, 1, Integer::sum));
        }
        Arrays.sort(lengths);
        int most = lengths[(int) (0.95 * (lengths.length - 1))];
        return new Counted(Arrays.stream(lengths).average().orElse(0),
                (int) in.values().stream().filter(times -> times >= FEWEST).count(),
                Math.clamp(Math.ceilDiv(most, ROUND) * ROUND, ROUND, LONGEST));
    }
}
