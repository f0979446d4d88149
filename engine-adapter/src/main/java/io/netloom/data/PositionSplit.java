package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.List;
import java.util.stream.IntStream;

/// Divides windows of one text by their position: the last are for the test, those before them for validation, and the first are learnt from.
/// Windows that reach over a border are in no part.
final class PositionSplit {
    private PositionSplit() {}

    /// @param overlap windows behind one that share something with it
    /// @throws BadInput if the plan divides them in another way, or too few are left
    static Split of(Dataset dataset, Splitting splitting, Fractions fractions, int overlap) {
        if (!(splitting instanceof Splitting.Stratified)) {
            throw new BadInput(Sentence.of("input.split-of-text",
                    "The windows of a text are divided by their position, so that nothing that is tested was"
                            + " read before. Take ''split'' out of the plan."));
        }
        int all = dataset.size();
        int test = (int) Math.round(fractions.test() * all);
        int validation = (int) Math.round(fractions.validation() * all);
        int learnt = all - test - validation - (validation > 0 ? overlap : 0) - (test > 0 ? overlap : 0);
        if (learnt < 1 || fractions.validation() > 0 && validation == 0) {
            throw new BadInput(Sentence.of("input.few-windows",
                    "The text has only {0,number,0} windows, too few to keep some back for validation and test."
                            + " Give a longer text, or choose shorter windows or a smaller stride.",
                    all));
        }
        int watched = learnt + (validation > 0 ? overlap : 0);
        return new Split(range(0, learnt), range(watched, watched + validation), range(all - test, all), List.of());
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
