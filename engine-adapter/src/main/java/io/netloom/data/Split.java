package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Which examples the network learns from, which it is watched with, and which are kept back. The parts are disjoint,
/// list examples in rising order, and cover all, but for windows of a series whose forecast reaches over a border, and of a text that do.
///
/// @param train never empty
/// @param validation empty only if no share was asked for
/// @param test empty if no share was asked for, or, with a warning, if there are too few examples
/// @param warnings what could not be done as asked, a sentence each
public record Split(int[] train, int[] validation, int[] test, List<Sentence> warnings) {
    public Split {
        train = train.clone();
        validation = validation.clone();
        test = test.clone();
        warnings = List.copyOf(warnings);
    }

    /// Divides a data set by chance, every class alike.
    ///
    /// @throws BadInput if there are too few examples or classes to learn anything
    public static Split of(Dataset dataset, Fractions fractions, long seed) {
        return of(dataset, new Splitting.Stratified(), fractions, seed);
    }

    /// Divides a data set. Where the source itself names parts, they stand, and the shares only fill the parts that it
    /// does not name, from what it gives for training. Where the first target is a classification, a stratified split divides every class
    /// alike, and each keeps at least one example for training. The same seed gives the same split. Windows of
    /// a series are divided by time.
    ///
    /// @throws BadInput if there are too few examples or classes to learn anything, or a column by which they are divided does not fit
    public static Split of(Dataset dataset, Splitting wanted, Fractions fractions, long seed) {
        if (dataset.overlap().isPresent()) {
            return PositionSplit.of(dataset, wanted, fractions, dataset.overlap().getAsInt());
        }
        Splitting splitting = Carving.way(dataset, wanted);
        if (splitting instanceof Splitting.Column(String column)) {
            return asWritten(dataset, column).checked(dataset, new Fractions(0, 0));
        }
        Carving carving = Carving.of(dataset, splitting,
                examples(dataset, example -> dataset.given(example).filter(part -> part != Part.TRAIN).isEmpty()),
                seed);
        List<Sentence> warnings = new ArrayList<>();
        // What comes last in time is for the test.
        int[] latest = splitting instanceof Splitting.Time
                ? take(dataset, carving, Part.TEST, fractions.test(), warnings)
                : new int[0];
        int[] validation = take(dataset, carving, Part.VALIDATION, fractions.validation(), warnings);
        int[] test = splitting instanceof Splitting.Time ? latest
                : take(dataset, carving, Part.TEST, fractions.test(), warnings);
        warnings.addAll(0, carving.warnings());
        return new Split(carving.rest(), validation, test, warnings).checked(dataset, fractions);
    }

    private static int[] examples(Dataset dataset, IntPredicate wanted) {
        return IntStream.range(0, dataset.size()).filter(wanted).toArray();
    }

    /// The examples that the source gives for `part`, or else `fraction` of what it gives for training.
    private static int[] take(Dataset dataset, Carving carving, Part part, double fraction, List<Sentence> warnings) {
        int[] given = examples(dataset, example -> dataset.given(example).filter(part::equals).isPresent());
        if (given.length > 0 || fraction == 0) {
            return given;
        }
        int[] taken = carving.cut(fraction);
        if (taken.length == 0) {
            warnings.add(Sentence.of("warning.no-part", "There are too few examples to keep any for the part {0}.",
                    part.sentence()));
        }
        return taken;
    }

    private static Split asWritten(Dataset dataset, String column) {
        String[] texts = dataset.texts(column);
        List<Part> parts = new ArrayList<>();
        for (int example = 0; example < texts.length; example++) {
            parts.add(switch (texts[example].toLowerCase(Locale.ROOT)) {
                case "train", "training" -> Part.TRAIN;
                case "validation", "valid", "val", "dev" -> Part.VALIDATION;
                case "test" -> Part.TEST;
                default -> throw new BadInput(Sentence.of("input.no-part",
                        "The column \"{0}\", which is to say what each example is for, holds \"{1}\" in {2}. Write train,"
                                + " validation or test.",
                        column, texts[example], dataset.describe(example)));
            });
        }
        return new Split(examples(dataset, example -> parts.get(example) == Part.TRAIN),
                examples(dataset, example -> parts.get(example) == Part.VALIDATION),
                examples(dataset, example -> parts.get(example) == Part.TEST), List.of());
    }

    /// @throws BadInput if nothing can be learnt from it
    Split checked(Dataset dataset, Fractions fractions) {
        refuse(dataset, fractions, train, validation);
        return this;
    }

    private static void refuse(Dataset dataset, Fractions fractions, int[] train, int[] validation) {
        Sentence found = Sentence.of("input.few",
                "{0,choice,0#There is no example|1#There is only one example|1<There are only {0} examples}",
                dataset.size());
        if (train.length == 0) {
            throw new BadInput(Sentence.of("input.none-to-learn",
                    "No example is left to learn from: all {0} are given for validation or test. Put some into the training"
                            + " part.",
                    dataset.size()));
        }
        if (dataset.size() < 2) {
            throw new BadInput(Sentence.of("input.too-few",
                    "{0}, but a network needs several to learn from and others to be checked with. Add more examples.",
                    found));
        }
        if (validation.length == 0 && fractions.validation() > 0) {
            throw new BadInput(Sentence.of("input.too-few-to-validate",
                    "{0}, too few to keep any for validation when each class needs one to learn from. Add more examples, or"
                            + " set the share for validation to 0.",
                    found));
        }
        if (dataset.targets().getFirst().task() instanceof Task.Classification(List<String> classes)) {
            long learnt = Arrays.stream(train).map(example -> dataset.classOf(example, 0)).distinct().count();
            if (learnt < 2) {
                throw new BadInput(Sentence.of("input.one-class-to-learn",
                        "All training examples are of the class \"{0}\", but at least two classes are needed to tell apart."
                                + " Add training examples of another class.",
                        classes.get(dataset.classOf(train[0], 0))));
            }
        }
    }
}
