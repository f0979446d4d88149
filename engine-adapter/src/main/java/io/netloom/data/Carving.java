package io.netloom.data;

import io.netloom.compile.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The examples that are still free for training, shuffled within each class, while other parts are cut out of them.
final class Carving {
    private final Dataset dataset;
    private final List<Deque<Integer>> strata = new ArrayList<>();
    private final int[] sizes;
    private final List<String> warnings = new ArrayList<>();

    Carving(Dataset dataset, long seed) {
        this.dataset = dataset;
        int[] free = examples(example -> dataset.given(example).filter(part -> part != Part.TRAIN).isEmpty());
        boolean classes = dataset.targets().getFirst().task() instanceof Task.Classification;
        for (int example : Shuffle.order(free, seed, 0)) {
            int stratum = classes ? dataset.classOf(example, 0) : 0;
            while (strata.size() <= stratum) {
                strata.add(new ArrayDeque<>());
            }
            strata.get(stratum).add(example);
        }
        sizes = strata.stream().mapToInt(Deque::size).toArray();
        if (classes) {
            warnOfSingles();
        }
    }

    private void warnOfSingles() {
        var names = ((Task.Classification) dataset.targets().getFirst().task()).classes();
        List<String> singles = IntStream.range(0, sizes.length).filter(s -> sizes[s] == 1).mapToObj(names::get)
                .toList();
        if (!singles.isEmpty()) {
            warnings.add("There is only a single training example of " + ReadFailure.some(singles)
                    + "; add more, or leave the class out.");
        }
    }

    private int[] examples(IntPredicate wanted) {
        return IntStream.range(0, dataset.size()).filter(wanted).toArray();
    }

    /// The examples that the source gives for `part`, or else `fraction` of what it gives for training.
    int[] take(Part part, double fraction) {
        int[] given = examples(example -> dataset.given(example).filter(part::equals).isPresent());
        if (given.length > 0 || fraction == 0) {
            return given;
        }
        int[] taken = cut(fraction);
        if (taken.length == 0) {
            warnings.add("There are too few examples to keep any for the part " + part + ".");
        }
        return taken;
    }

    private int[] cut(double fraction) {
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

    int[] rest() {
        return strata.stream().flatMap(Deque::stream).mapToInt(Integer::intValue).sorted().toArray();
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
