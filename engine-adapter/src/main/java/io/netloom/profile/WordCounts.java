package io.netloom.profile;

import io.netloom.data.Tokenising;
import io.netloom.data.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of some texts, as a [Tokenising] cuts them.
///
/// @param all how many there are
/// @param texts in how many texts each stands
record WordCounts(long all, Map<String, Integer> texts) {
    private static final Tokenising WORDS = new Tokenising(Tokenising.Unit.WORDS, 3, Tokenising.Letters.LOWER, 1);

    static WordCounts of(List<String> texts) {
        long all = 0;
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            List<String> words = Vocabulary.pieces(WORDS, text);
            all += words.size();
            new HashSet<>(words).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        return new WordCounts(all, counts);
    }

    /// The different words of a text.
    static Set<String> in(String text) {
        return new HashSet<>(Vocabulary.pieces(WORDS, text));
    }
}
