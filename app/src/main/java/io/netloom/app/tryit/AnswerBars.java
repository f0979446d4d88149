package io.netloom.app.tryit;

import io.netloom.app.chart.Digits;
import io.netloom.evaluate.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// An answer as lines with a name, a bar and a number.
///
/// @param lines the likeliest class first, all else in its own order
/// @param more how many further ones there are
record AnswerBars(List<Line> lines, int more) {
    private static final int MOST = 10;
    private static final int PERCENT = 100;

    AnswerBars {
        lines = List.copyOf(lines);
    }

    /// A line.
    ///
    /// @param share length of its bar, 0 to 1; less than 0 where there is no bar
    /// @param chosen whether it is what the network answers
    record Line(String name, double share, String words, boolean chosen) {}

    /// The lines of an answer; none of a picture.
    static AnswerBars of(Answer answer, Locale locale) {
        return switch (answer) {
            case Answer.Classes classes -> most(IntStream.range(0, classes.names().size()).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -classes.probabilities().get(i)))
                    .map(i -> line(classes.names().get(i), classes.probabilities().get(i), i == classes.likeliest(),
                            locale))
                    .toList());
            case Answer.Tags tags -> most(IntStream.range(0, tags.names().size())
                    .mapToObj(i -> line(tags.names().get(i), tags.probabilities().get(i), tags.holds(i), locale)).toList());
            case Answer.Shares shares -> most(IntStream.range(0, shares.names().size())
                    .mapToObj(i -> line(shares.names().get(i), shares.shares().get(i), false, locale)).toList());
            case Answer.Numbers numbers -> most(IntStream.range(0, numbers.names().size())
                    .mapToObj(i -> new Line(numbers.names().get(i), -1, Digits.four(numbers.values().get(i)), true))
                    .toList());
            case Answer.Picture _,Answer.Mask _ -> new AnswerBars(List.of(), 0);
        };
    }

    private static Line line(String name, double share, boolean chosen, Locale locale) {
        return new Line(name, share, String.format(locale, "%.1f %%", PERCENT * share), chosen);
    }

    private static AnswerBars most(List<Line> all) {
        return new AnswerBars(all.stream().limit(MOST).toList(), Math.max(0, all.size() - MOST));
    }
}
