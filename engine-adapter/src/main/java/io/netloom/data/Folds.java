package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Cross validation: as many splits as there are folds, in which each example that can be learnt from is tested once. Where time counts there
/// is one block of examples more than folds, and each split learns from the blocks before the one that it is tested on.
public final class Folds {
    private static final int MOST = 1_000;

    private Folds() {}

    /// Divides a data set.
    ///
    /// @param fractions the share for validation is taken from what is left in each split; the share for the test has no meaning here
    /// @throws BadInput if there are too few or too many folds, or a column divides the examples already
    public static List<Split> of(Dataset dataset, Splitting wanted, int folds, Fractions fractions, long seed) {
        if (dataset.overlap().isPresent()) {
            throw new BadInput(Sentence.of("input.folds-of-text",
                    "The windows of a text are divided by their position, so that there are no folds. Train"
                            + " without folds."));
        }
        Splitting splitting = Carving.way(dataset, wanted);
        int[] free = IntStream.range(0, dataset.size())
                .filter(example -> dataset.given(example).filter(part -> part != Part.TRAIN).isEmpty()).toArray();
        if (splitting instanceof Splitting.Column(String column)) {
            throw new BadInput(Sentence.of("input.folds-by-column",
                    "The plan divides the examples as the column \"{0}\" says, but folds divide them anew."
                            + " Choose another split, or train without folds.",
                    column));
        }
        if (folds < 2 || folds > Math.min(MOST, free.length)) {
            throw new BadInput(Sentence.of("input.folds",
                    "{0,number,0} folds are not possible with {1,number,0} examples. Choose 2 or more, and at"
                            + " most as many as there are examples, up to {2,number,0}.",
                    folds, free.length, MOST));
        }
        boolean time = splitting instanceof Splitting.Time;
        List<int[]> parts = Carving.of(dataset, splitting, free, seed).deal(time ? folds + 1 : folds);
        if (parts.stream().anyMatch(part -> part.length == 0)) {
            throw new BadInput(time
                    ? Sentence.of("input.few-for-folds",
                            "There are too few examples for {0,number,0} folds. Choose fewer folds.", folds)
                    : Sentence.of("input.few-groups-for-folds",
                            "There are too few groups for {0,number,0} folds. Choose fewer folds.", folds));
        }
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int tested = time ? fold + 1 : fold;
            int[] others = IntStream.range(0, time ? tested : parts.size()).filter(part -> part != tested)
                    .mapToObj(parts::get).flatMapToInt(Arrays::stream).sorted().toArray();
            Carving carving = Carving.of(dataset, splitting, others, seed);
            int[] validation = fractions.validation() == 0 ? new int[0] : carving.cut(fractions.validation());
            splits.add(new Split(carving.rest(), validation, parts.get(tested), carving.warnings())
                    .checked(dataset, fractions));
        }
        return splits;
    }
}
