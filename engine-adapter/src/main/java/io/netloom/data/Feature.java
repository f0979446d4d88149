package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A column of a table as the network gets it. How many numbers it becomes is known before any row is read; what they are is fitted on the
/// training part ([FittedColumn]).
public sealed interface Feature {

    /// The column's name in the table.
    String column();

    /// What becomes of missing values.
    Missing missing();

    /// What its numbers are called, in their order.
    List<String> names();

    /// How many numbers it becomes.
    default int width() {
        return names().size();
    }

    /// How numbers are brought into range.
    enum Scale {
        /// Mean 0 and deviation 1.
        STANDARD,
        /// From 0 to 1.
        MINMAX,
        /// Median 0 and half of all values within ±1/2: outliers do not squeeze the others.
        ROBUST,
        /// The logarithm of 1 + the size, with the number's own sign, then as [#STANDARD].
        LOG,
        /// As [#LOG] where the training part has a long tail to the right, else as [#STANDARD].
        AUTO,
        /// As they are.
        NONE
    }

    /// A number.
    record Number(String column, Scale scale, Missing missing) implements Feature {
        /// @throws BadInput if missing values cannot be filled so
        public Number {
            missing.require(column, Missing.Fill.NOTHING, Missing.Fill.MEAN, Missing.Fill.MEDIAN,
                    Missing.Fill.FREQUENT, Missing.Fill.CONSTANT, Missing.Fill.LAST);
            missing.number(column);
        }

        /// Standardised; rows that miss it are left out.
        public Number(String column) {
            this(column, Scale.STANDARD, Missing.LEAVE_OUT);
        }

        /// Whether the program's own scaling is all that is done to it.
        boolean isPlain() {
            return missing.equals(Missing.LEAVE_OUT) && scale != Scale.LOG && scale != Scale.AUTO;
        }

        @Override
        public List<String> names() {
            return named(column, missing, List.of(column));
        }
    }

    /// How a category becomes numbers.
    enum Coding {
        /// A number for each category, of which one is 1; then one for rare and unseen ones, then one for missing ones, if those have
        /// a place of their own.
        ONE_HOT,
        /// Its place in the order, from 0, standardised; rare and unseen ones stand before the first (-1), missing ones before those (-2).
        ORDINAL,
        /// Its place as a whole number, for an Embedding: the most frequent first, then the place of rare and unseen ones, then of missing ones.
        EMBEDDING
    }

    /// One of several texts, or of numbers that are no quantities.
    ///
    /// @param slots categories that have a place of their own, the most frequent ones of the training part; the others share one
    /// @param order the categories in their order, where that says something; where it is empty, ordinal ones are sorted
    record Category(String column, Coding coding, int slots, List<String> order, Missing missing) implements Feature {
        /// More would be slow, and say little.
        static final int MOST_SLOTS = 100_000;

        /// @throws BadInput if the number of slots is out of range or does not fit the order, or missing values cannot be filled so
        public Category {
            order = List.copyOf(order);
            if (slots < 1 || slots > MOST_SLOTS || !order.isEmpty() && order.size() != slots) {
                throw new BadInput(Sentence.of("input.slots",
                    "The column \"{0}\" needs 1 to {1,number,0} slots for categories, as many as its order names"
                        + " if it has one, not {2,number,0}.", column, MOST_SLOTS, slots));
            }
            missing.require(column, Missing.Fill.NOTHING, Missing.Fill.FREQUENT, Missing.Fill.CONSTANT,
                    Missing.Fill.OWN, Missing.Fill.LAST);
        }

        /// Categories without order; missing values have a place of their own.
        public Category(String column, Coding coding, int slots) {
            this(column, coding, slots, List.of(), new Missing(Missing.Fill.OWN));
        }

        /// How many places there are: with those of rare and of missing values.
        public int places() {
            return slots + (missing.fill() == Missing.Fill.OWN ? 2 : 1);
        }

        @Override
        public List<String> names() {
            return named(column, missing, coding == Coding.ONE_HOT
                    ? IntStream.range(0, places()).mapToObj(i -> column + " " + (i + 1)).toList()
                    : List.of(column));
        }
    }

    /// Yes or no, as 1 or 0.
    record Flag(String column, Missing missing) implements Feature {
        /// @throws BadInput if missing values cannot be filled so
        public Flag {
            missing.require(column, Missing.Fill.NOTHING, Missing.Fill.MEAN, Missing.Fill.FREQUENT,
                    Missing.Fill.CONSTANT, Missing.Fill.LAST);
            missing.number(column);
        }

        @Override
        public List<String> names() {
            return named(column, missing, List.of(column));
        }
    }

    /// A part of a date. All but the year are cycles, and become the sine and cosine of their angle, so that December lies beside January.
    enum DatePart {
        /// With the day of the year as its fraction, standardised.
        YEAR,
        /// With the day of the month as its fraction.
        MONTH,
        /// From Monday.
        WEEKDAY,
        /// With the minutes as its fraction.
        HOUR;

        int width() {
            return this == YEAR ? 1 : 2;
        }
    }

    /// A day or a moment. Where it is missing and the fill is the mean, the year is that of the training part and the cycles are at
    /// their centre, 0 and 0.
    record Moment(String column, List<DatePart> parts, Missing missing) implements Feature {
        /// @throws BadInput if no part is named, or one twice, or missing values cannot be filled so
        public Moment {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.stream().distinct().count() < parts.size()) {
                throw new BadInput(Sentence.of("input.date-parts",
                    "Name for the date \"{0}\" some of year, month, weekday and hour, each once.", column));
            }
            missing.require(column, Missing.Fill.NOTHING, Missing.Fill.MEAN);
        }

        @Override
        public List<String> names() {
            List<String> names = new ArrayList<>();
            for (DatePart part : parts) {
                String name = column + " " + part.name().toLowerCase(Locale.ROOT);
                names.addAll(part == DatePart.YEAR ? List.of(name) : List.of(name + " sine", name + " cosine"));
            }
            return named(column, missing, names);
        }
    }

    /// Free text, as a row of tokens for an Embedding. A text that is missing, or empty, is one unknown token.
    record Text(String column, Tokenising tokens, Missing missing) implements Feature {
        /// @throws BadInput if missing values cannot be filled or told so
        public Text {
            missing.require(column, Missing.Fill.NOTHING, Missing.Fill.CONSTANT, Missing.Fill.OWN);
            if (missing.width() > 0) {
                throw new BadInput(Sentence.of("input.no-indicator",
                    "Among the tokens of the column \"{0}\" there is no place for an indicator of missing texts."
                        + " Take it out.", column));
            }
        }

        /// Rows without a text have an unknown token.
        public Text(String column, Tokenising tokens) {
            this(column, tokens, new Missing(Missing.Fill.OWN));
        }

        @Override
        public List<String> names() {
            return IntStream.rangeClosed(1, tokens.length()).mapToObj(i -> column + " " + i).toList();
        }

        @Override
        public int width() {
            return tokens.length();
        }
    }

    private static List<String> named(String column, Missing missing, List<String> names) {
        List<String> all = new ArrayList<>(names);
        if (missing.width() > 0) {
            all.add(column + " missing");
        }
        return List.copyOf(all);
    }
}
