package io.netloom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tokens that have a place, and how texts become rows of places and come back. It is learnt from the texts of the training part. Not for
/// several threads at once: it remembers how pieces are cut.
public final class Vocabulary {
    /// Pieces that are remembered; most texts are made of fewer.
    private static final int REMEMBERED = 100_000;

    private final Tokenising tokenising;
    private final List<String> tokens;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, int[]> remembered = new HashMap<>();

    /// @param tokens in the order of their places, the first of which is 2
    public Vocabulary(Tokenising tokenising, List<String> tokens) {
        this.tokenising = tokenising;
        this.tokens = List.copyOf(tokens);
        for (String token : tokens) {
            places.put(token, places.size() + Tokenising.SPECIAL);
        }
    }

    /// The most frequent tokens of some texts, or the pieces that byte-pair encoding finds in them.
    ///
    /// @param texts how often each text is there
    public static Vocabulary learn(Tokenising tokenising, Map<String, Long> texts) {
        Map<String, Long> pieces = new HashMap<>();
        texts.forEach((text, times) -> Pieces.each(tokenising, text, piece -> pieces.merge(piece, times, Long::sum)));
        int size = tokenising.vocabulary() - Tokenising.SPECIAL;
        return new Vocabulary(tokenising, switch (tokenising.unit()) {
            case CHARACTERS, WORDS -> frequent(pieces, size);
            case BPE -> {
                Map<String, Long> characters = new HashMap<>();
                pieces.forEach((piece, times) -> piece.codePoints()
                        .forEach(c -> characters.merge(Character.toString(c), times, Long::sum)));
                yield BytePairs.learn(frequent(characters, size), pieces, size);
            }
        });
    }

    private static List<String> frequent(Map<String, Long> counts, int most) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most).map(Map.Entry::getKey).toList();
    }

    /// The pieces into which a text is cut, before any is put together from others.
    public static List<String> pieces(Tokenising tokenising, String text) {
        List<String> pieces = new ArrayList<>();
        Pieces.each(tokenising, text, pieces::add);
        return pieces;
    }

    /// How texts are cut.
    public Tokenising tokenising() {
        return tokenising;
    }

    /// The tokens in the order of their places, the first of which is 2.
    public List<String> tokens() {
        return tokens;
    }

    /// The places of a whole text's tokens, however many they are.
    public int[] encode(String text) {
        int[][] found = {new int[64]};
        int[] count = {0};
        Pieces.each(tokenising, text, piece -> {
            int[] some = cut(piece);
            while (count[0] + some.length > found[0].length) {
                found[0] = Arrays.copyOf(found[0], 2 * found[0].length);
            }
            System.arraycopy(some, 0, found[0], count[0], some.length);
            count[0] += some.length;
        });
        return Arrays.copyOf(found[0], count[0]);
    }

    /// A text as the network gets it, but for what fills up: at most as many places as its length says, and at least one, for a text without
    /// any token is an unknown one.
    char[] row(String text) {
        int[] all = encode(text);
        char[] row = new char[Math.clamp(all.length, 1, tokenising.length())];
        row[0] = Tokenising.UNKNOWN;
        for (int i = 0; i < Math.min(row.length, all.length); i++) {
            row[i] = (char) all[i];
        }
        return row;
    }

    /// The text of some tokens. Words stand with spaces between them, but not before marks; what has no place of its own is �.
    public String decode(int... tokenPlaces) {
        StringBuilder text = new StringBuilder();
        for (int place : tokenPlaces) {
            if (place == Tokenising.PADDING) {
                continue;
            }
            String token = place == Tokenising.UNKNOWN || place - Tokenising.SPECIAL >= tokens.size() ? "�"
                    : tokens.get(place - Tokenising.SPECIAL);
            boolean word = tokenising.unit() == Tokenising.Unit.WORDS && !text.isEmpty()
                    && !token.matches("[.,;:!?)\\]}»”…%]") && "([{«“".indexOf(text.charAt(text.length() - 1)) < 0;
            text.append(word ? " " : "").append(token);
        }
        return text.toString();
    }

    private int[] cut(String piece) {
        int[] known = remembered.get(piece);
        if (known == null) {
            known = tokenising.unit() == Tokenising.Unit.BPE ? joined(piece)
                    : new int[] {places.getOrDefault(piece, Tokenising.UNKNOWN)};
            if (remembered.size() < REMEMBERED) {
                remembered.put(piece, known);
            }
        }
        return known;
    }

    /// Of all neighbours that are one token together those become it first that training put together first.
    private int[] joined(String piece) {
        List<String> parts = new ArrayList<>();
        piece.codePoints().forEach(c -> parts.add(Character.toString(c)));
        while (true) {
            int best = Integer.MAX_VALUE;
            int at = -1;
            for (int i = 1; i < parts.size(); i++) {
                int place = places.getOrDefault(parts.get(i - 1) + parts.get(i), Integer.MAX_VALUE);
                if (place < best) {
                    best = place;
                    at = i;
                }
            }
            if (at < 0) {
                return parts.stream().mapToInt(part -> places.getOrDefault(part, Tokenising.UNKNOWN)).toArray();
            }
            parts.set(at - 1, parts.get(at - 1) + parts.remove(at));
        }
    }
}
