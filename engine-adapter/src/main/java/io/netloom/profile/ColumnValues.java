package io.netloom.profile;

import java.util.List;
import java.util.Optional;

/// How the values of a column are spread.
public sealed interface ColumnValues {

    /// Numbers.
    ///
    /// @param least the least
    /// @param greatest the greatest
    /// @param mean their mean
    /// @param deviation their standard deviation
    /// @param quantiles the values below which lie 5 %, 25 %, 50 %, 75 % and 95 %
    /// @param histogram bars of equal width
    record Numbers(double least, double greatest, double mean, double deviation, List<Double> quantiles,
            List<Bar> histogram) implements ColumnValues {
        /// The shares that [#quantiles] stands for.
        public static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

        public Numbers {
            quantiles = List.copyOf(quantiles);
            histogram = List.copyOf(histogram);
        }
    }

    /// Texts, or yes and no.
    ///
    /// @param frequent the most frequent ones, first those; none where nearly every one differs
    /// @param length mean length in characters
    /// @param words of those that nearly all differ
    record Texts(List<Frequent> frequent, double length, Optional<Words> words) implements ColumnValues {
        public Texts {
            frequent = List.copyOf(frequent);
        }
    }

    /// The words of the first texts, numbers and marks among them, without regard to capitals.
    ///
    /// @param texts that were looked at
    /// @param mean words of a text
    /// @param vocabulary different words
    /// @param repeated words that stand in several texts
    record Words(int texts, double mean, int vocabulary, int repeated) {}

    /// A text and how often it stands there.
    record Frequent(String text, long count) {}

    /// Dates.
    ///
    /// @param first the first, as ISO 8601 writes it
    /// @param last the last
    /// @param histogram bars of equal width
    record Moments(String first, String last, List<Bar> histogram) implements ColumnValues {
        public Moments {
            histogram = List.copyOf(histogram);
        }
    }

    /// Nothing is there.
    record Nothing() implements ColumnValues {}
}
