package io.netloom.compile;

import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;

/// What an output is to learn.
public sealed interface Task {

    /// One of several classes; targets are indices into `classes`, the network gives one logit a class.
    record Classification(List<String> classes) implements Task {
        public Classification {
            classes = List.copyOf(classes);
        }
    }

    /// Numbers. The network learns `(y - mean) / std` of each; `predict` and every metric speak in the targets' own units.
    ///
    /// @param numbers at least one, in the order in which the network gives them
    record Regression(List<Spread> numbers) implements Task {
        public Regression {
            numbers = List.copyOf(numbers);
        }

        /// A single number.
        public Regression(float mean, float std) {
            this(List.of(new Spread("", mean, std)));
        }

        /// Numbers that are not scaled.
        public static Regression unscaled(List<String> names) {
            return new Regression(names.stream().map(name -> new Spread(name, 0, 1)).toList());
        }

        /// The same numbers, not scaled.
        public Regression unscaled() {
            return unscaled(numbers.stream().map(Spread::name).toList());
        }
    }

    /// How one of the numbers of a regression is spread over the training part.
    ///
    /// @param name tells it from the others; empty for a single number
    /// @param mean in the number's own unit
    /// @param std above 0, in the number's own unit
    record Spread(String name, float mean, float std) {}

    /// Names of which several may hold at once, or none. Targets are 1 where a name holds, else 0; the network gives one
    /// logit a name.
    record Tags(List<String> names) implements Task {
        public Tags {
            names = List.copyOf(names);
        }
    }

    /// How a whole is divided among classes. Targets are shares from 0 to 1 whose sum is 1; the network gives one logit a class.
    record Shares(List<String> classes) implements Task {
        public Shares {
            classes = List.copyOf(classes);
        }
    }

    /// An input of the network itself, so that no other data is read: the network learns the scaled input, and `predict` gives
    /// it back in the units of the raw one.
    ///
    /// @param input name of the Input block
    record Reconstruction(String input) implements Task {}

    /// One of several classes for each pixel of a picture. Targets are indices into `classes`, row by row; the network gives
    /// classes × height × width logits.
    ///
    /// @param classes at least 2, at most 256
    /// @param height rows of pixels
    /// @param width columns of pixels
    record Segmentation(List<String> classes, int height, int width) implements Task {
        /// @throws BadInput if there are too few classes or too many
        public Segmentation {
            classes = List.copyOf(classes);
            if (classes.size() < 2 || classes.size() > 256) {
                throw new BadInput(Sentence.of("task.classes-of-mask",
                        "A mask tells 2 to 256 classes apart, not {0,number,0}.", classes.size()));
            }
        }
    }

    /// The next token at each position of a text. Targets are places in a vocabulary, position by position; the network gives positions ×
    /// places logits.
    ///
    /// @param places in the vocabulary, at least 3
    /// @param length positions, at least 1
    record Tokens(int places, int length) implements Task {
        /// @throws BadInput if there are too few of either
        public Tokens {
            if (places < 3 || length < 1) {
                throw new BadInput(Sentence.of("task.places-of-text",
                        "A text has at least 1 position and a vocabulary of 3 places, not {0,number,0} and"
                                + " {1,number,0}.",
                        length, places));
            }
        }
    }

    /// The classes or tags, in the order of the logits; empty where there are none with names.
    default List<String> names() {
        return switch (this) {
            case Classification(List<String> classes) -> classes;
            case Segmentation(List<String> classes, int _, int _) -> classes;
            case Tags(List<String> names) -> names;
            case Shares(List<String> classes) -> classes;
            case Regression _,Reconstruction _,Tokens _ -> List.of();
        };
    }

    /// What the data gives for one example; nothing for a reconstruction, whose target the network has already.
    default Optional<Shape> target() {
        return switch (this) {
            case Classification _ -> Optional.of(Shape.of(ElementType.INT64));
            case Regression(List<Spread> numbers) ->
                Optional.of(numbers.size() == 1 ? Shape.of() : Shape.of(numbers.size()));
            case Tags(List<String> names) -> Optional.of(Shape.of(names.size()));
            case Shares(List<String> classes) -> Optional.of(Shape.of(classes.size()));
            case Reconstruction _ -> Optional.empty();
            case Segmentation(List<String> _, int height, int width) ->
                Optional.of(Shape.of(ElementType.UINT8, height, width));
            case Tokens(int _, int length) -> Optional.of(Shape.of(ElementType.INT64, length));
        };
    }

    /// What it is, as a message says it.
    default String description() {
        return sentence().toString();
    }

    /// The same, as it can be said in other languages.
    default Sentence sentence() {
        return switch (this) {
            case Classification _ -> Sentence.of("task.class", "a class");
            case Regression(List<Spread> numbers) ->
                numbers.size() == 1 ? Sentence.of("task.number", "a number")
                        : Sentence.of("task.numbers", "{0,number,0} numbers", numbers.size());
            case Tags _ -> Sentence.of("task.tags", "a set of tags");
            case Shares _ -> Sentence.of("task.shares", "a set of shares");
            case Reconstruction(String input) -> Sentence.of("task.itself", "the input ''{0}'' itself", input);
            case Segmentation _ -> Sentence.of("task.pixels", "a class for each pixel");
            case Tokens _ -> Sentence.of("task.token", "the next token of a text");
        };
    }
}
