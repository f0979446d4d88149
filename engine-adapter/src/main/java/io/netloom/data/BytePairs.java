package io.netloom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Learns a byte-pair encoding over characters (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909): again and again the pair of neighbours
/// that is most frequent in all pieces becomes one token. Counts of pairs are kept up to date, so that a merge costs only the pieces in which
/// its pair stands. Of pairs that are as frequent the one of earlier tokens comes first, so that the order of texts does not matter.
final class BytePairs {
    private static final int FEWEST = 2;

    private record Pair(int left, int right) {}

    /// How often a pair was there when this was noted.
    private record Noted(Pair pair, long count) {}

    private final List<String> tokens;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<int[]> pieces = new ArrayList<>();
    private final List<Long> weights = new ArrayList<>();
    private final Map<Pair, Long> counts = new HashMap<>();
    private final Map<Pair, List<Integer>> where = new HashMap<>();
    private final PriorityQueue<Noted> most = new PriorityQueue<>(Comparator.comparingLong((Noted n) -> -n.count())
            .thenComparingInt(n -> n.pair().left()).thenComparingInt(n -> n.pair().right()));

    private BytePairs(List<String> characters) {
        tokens = new ArrayList<>(characters);
        characters.forEach(character -> places.put(character, places.size()));
    }

    /// The tokens: first the characters, then the pieces of words in the order in which they were put together.
    ///
    /// @param characters single ones that are known, all that there is room for
    /// @param pieces how often each piece stands in the texts
    /// @param size tokens that are wanted; fewer come where no pair is left that stands there twice
    static List<String> learn(List<String> characters, Map<String, Long> pieces, int size) {
        BytePairs learning = new BytePairs(characters);
        pieces.forEach(learning::take);
        learning.counts.forEach((pair, count) -> learning.most.add(new Noted(pair, count)));
        while (learning.tokens.size() < size && learning.merge()) {
            // each turn makes a token
        }
        return learning.tokens;
    }

    /// Unknown characters part a piece.
    private void take(String piece, long weight) {
        int[] known = new int[piece.length()];
        int length = 0;
        for (int at = 0; at < piece.length();) {
            String character = Character.toString(piece.codePointAt(at));
            at += character.length();
            Integer place = places.get(character);
            if (place != null) {
                known[length++] = place;
            }
            if ((place == null || at == piece.length()) && length > 0) {
                add(Arrays.copyOf(known, length), weight);
                length = 0;
            }
        }
    }

    private void add(int[] symbols, long weight) {
        int index = pieces.size();
        pieces.add(symbols);
        weights.add(weight);
        for (int i = 1; i < symbols.length; i++) {
            count(new Pair(symbols[i - 1], symbols[i]), weight, index);
        }
    }

    private void count(Pair pair, long weight, int piece) {
        counts.merge(pair, weight, Long::sum);
        List<Integer> places = where.computeIfAbsent(pair, _ -> new ArrayList<>());
        if (places.isEmpty() || places.getLast() != piece) {
            places.add(piece);
        }
    }

    /// Makes the most frequent pair one token; false where none is frequent.
    private boolean merge() {
        for (Noted best = most.poll(); best != null; best = most.poll()) {
            long count = counts.getOrDefault(best.pair(), 0L);
            if (count != best.count()) {
                if (count >= FEWEST) {
                    most.add(new Noted(best.pair(), count));
                }
                continue;
            }
            if (count < FEWEST) {
                return false;
            }
            Pair pair = best.pair();
            String token = tokens.get(pair.left()) + tokens.get(pair.right());
            // Another way to put the same letters together came first: its place serves both.
            Integer place = places.putIfAbsent(token, tokens.size());
            if (place == null) {
                tokens.add(token);
            }
            replace(pair, place == null ? tokens.size() - 1 : place);
            if (place == null) {
                return true;
            }
        }
        return false;
    }

    private void replace(Pair pair, int token) {
        Map<Pair, Long> grown = new HashMap<>();
        for (int index : where.remove(pair)) {
            int[] old = pieces.get(index);
            long weight = weights.get(index);
            int[] now = new int[old.length];
            int length = 0;
            for (int i = 0; i < old.length; i++) {
                boolean found = i + 1 < old.length && old[i] == pair.left() && old[i + 1] == pair.right();
                now[length++] = found ? token : old[i];
                i += found ? 1 : 0;
            }
            if (length == old.length) {
                continue;
            }
            for (int i = 1; i < old.length; i++) {
                counts.merge(new Pair(old[i - 1], old[i]), -weight, Long::sum);
            }
            int[] merged = Arrays.copyOf(now, length);
            pieces.set(index, merged);
            for (int i = 1; i < length; i++) {
                Pair next = new Pair(merged[i - 1], merged[i]);
                count(next, weight, index);
                if (next.left() == token || next.right() == token) {
                    grown.merge(next, weight, Long::sum);
                }
            }
        }
        counts.remove(pair);
        grown.keySet().forEach(next -> most.add(new Noted(next, counts.getOrDefault(next, 0L))));
    }
}
