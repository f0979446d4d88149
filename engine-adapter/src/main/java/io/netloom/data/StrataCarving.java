package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.Sentence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Shuffled within each class, and taken alike from each.
final class StrataCarving implements Carving {
    private final Dataset dataset;
    private final List<Deque<Integer>> strata = new ArrayList<>();
    private final int[] sizes;
    private final List<Sentence> warnings = new ArrayList<>();

    /// @param stratum of each example
    StrataCarving(Dataset dataset, int[] free, IntUnaryOperator stratum, long seed) {
        this.dataset = dataset;
        for (int example : Shuffle.order(free, seed, 0)) {
            int s = stratum.applyAsInt(example);
            while (strata.size() <= s) {
                strata.add(new ArrayDeque<>());
            }
            strata.get(s).add(example);
        }
        sizes = strata.stream().mapToInt(Deque::size).toArray();
        if (strata.size() > 1) {
            warnOfSingles();
        }
    }

    private void warnOfSingles() {
        var names = ((Task.Classification) dataset.targets().getFirst().task()).classes();
        List<String> singles = IntStream.range(0, sizes.length).filter(s -> sizes[s] == 1).mapToObj(names::get)
                .toList();
        if (!singles.isEmpty()) {
            warnings.add(Sentence.of("warning.singles",
                    "There is only a single training example of {0}; add more, or leave the class out.",
                    ReadFailure.some(singles)));
        }
    }

    @Override
    public int[] cut(double fraction) {
        int[] shares = shares(fraction);
        IntStream.Builder taken = IntStream.builder();
        for (int s = 0; s < shares.length; s++) {
            for (int i = 0; i < shares[s]; i++) {
                taken.add(strata.get(s).remove());
            }
        }
        return taken.build().sorted().toArray();
    }

    /// How many to take of each stratum: rounded down, then one more where the remainder is largest, until the whole is
    /// right; one always stays.
    private int[] shares(double fraction) {
        int wanted = (int) Math.max(1, Math.round(fraction * Arrays.stream(sizes).sum()));
        int[] shares = IntStream.range(0, sizes.length).map(s -> Math.min(room(s), (int) (fraction * sizes[s])))
                .toArray();
        int missing = wanted - Arrays.stream(shares).sum();
        IntStream.range(0, sizes.length)
                .filter(s -> shares[s] < room(s))
                .boxed()
                .sorted((a, b) -> Double.compare(remainder(fraction, b), remainder(fraction, a)))
                .limit(Math.max(0, missing))
                .forEach(s -> shares[s]++);
        return shares;
    }

    private int room(int stratum) {
        return Math.max(0, strata.get(stratum).size() - 1);
    }

    private double remainder(double fraction, int stratum) {
        double ideal = fraction * sizes[stratum];
        return ideal - Math.floor(ideal);
    }

    @Override
    public int[] rest() {
        return strata.stream().flatMap(Deque::stream).mapToInt(Integer::intValue).sorted().toArray();
    }

    /// In as many parts as alike as can be.
    @Override
    public List<int[]> deal(int parts) {
        List<IntStream.Builder> dealt = IntStream.range(0, parts).mapToObj(_ -> IntStream.builder()).toList();
        int next = 0;
        for (Deque<Integer> stratum : strata) {
            for (int example : stratum) {
                dealt.get(next++ % parts).add(example);
            }
        }
        return dealt.stream().map(part -> part.build().sorted().toArray()).toList();
    }

    @Override
    public List<Sentence> warnings() {
        return List.copyOf(warnings);
    }
}
