package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.util.Arrays;
import java.util.List;

/// Which examples the network learns from, which it is watched with, and which are kept back. The parts are disjoint,
/// cover all examples, and list them in rising order.
///
/// @param train never empty
/// @param validation empty only if no share was asked for
/// @param test empty if no share was asked for, or, with a warning, if there are too few examples
/// @param warnings what could not be done as asked, a sentence each
public record Split(int[] train, int[] validation, int[] test, List<String> warnings) {
    public Split {
        train = train.clone();
        validation = validation.clone();
        test = test.clone();
        warnings = List.copyOf(warnings);
    }

    /// Divides a data set. Where the source itself names parts, they stand, and the shares only fill the parts that it
    /// does not name, from what it gives for training. Where the first target is a classification, every class is
    /// divided alike, and each keeps at least one example for training. The same seed gives the same split.
    ///
    /// @throws BadInput if there are too few examples or classes to learn anything
    public static Split of(Dataset dataset, Fractions fractions, long seed) {
        Carving carving = new Carving(dataset, seed);
        int[] validation = carving.take(Part.VALIDATION, fractions.validation());
        int[] test = carving.take(Part.TEST, fractions.test());
        int[] train = carving.rest();
        refuse(dataset, fractions, train, validation);
        return new Split(train, validation, test, carving.warnings());
    }

    private static void refuse(Dataset dataset, Fractions fractions, int[] train, int[] validation) {
        String found = dataset.size() == 1 ? "There is only one example"
                : "There are only " + dataset.size() + " examples";
        if (train.length == 0) {
            throw new BadInput("No example is left to learn from: all " + dataset.size()
                    + " are given for validation or test. Put some into the training part.");
        }
        if (dataset.size() < 2) {
            throw new BadInput(found
                    + ", but a network needs several to learn from and others to be checked with. Add more examples.");
        }
        if (validation.length == 0 && fractions.validation() > 0) {
            throw new BadInput(found + ", too few to keep any for validation when each class needs one to learn from."
                    + " Add more examples, or set the share for validation to 0.");
        }
        if (dataset.targets().getFirst().task() instanceof Task.Classification(List<String> classes)) {
            long learnt = Arrays.stream(train).map(example -> dataset.classOf(example, 0)).distinct().count();
            if (learnt < 2) {
                throw new BadInput("All training examples are of the class \""
                        + classes.get(dataset.classOf(train[0], 0))
                        + "\", but at least two classes are needed to tell apart. Add training examples of another class.");
            }
        }
    }
}
