package io.netloom.app.inspector;

import io.netloom.layer.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the arrows of a number make of it.
final class Nudge {
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");

    private Nudge() {}

    /// The next value up or down: whole numbers by 1, in a size all parts; other numbers by 1 in their first digit, so that
    /// 0.01 becomes 0.02; words by their order. At the end of the range there is none.
    ///
    /// @param steps how many, downwards below 0
    static Optional<String> of(Field field, String text, int steps) {
        String from = field.accepts(text) ? text.strip() : field.defaultText();
        String next = switch (field.kind()) {
            case WHOLE_NUMBER, SIZE -> WHOLE.matcher(from).replaceAll(part -> whole(part, steps));
            case NUMBER -> number(Double.parseDouble(from), steps);
            case PADDING, INITIALISER -> neighbour(field, from, steps);
            case SWITCH, TEXT, AXES, SHAPE, CHOICE -> from;
        };
        return Optional.of(next).filter(field::accepts).filter(n -> !n.equals(text));
    }

    /// Another of the words; what is none of them comes before the first.
    private static String neighbour(Field field, String from, int steps) {
        int at = field.choices().indexOf(from) + steps;
        return field.choices().get(Math.clamp(at, 0, field.choices().size() - 1));
    }

    private static String whole(MatchResult part, int steps) {
        return Long.toString(Long.parseLong(part.group()) + steps);
    }

    private static String number(double value, int steps) {
        if (value == 0) {
            return Double.toString(0.1 * steps);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal first = exact.round(new MathContext(1));
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(first.precision() - first.scale() - 1);
        BigDecimal next = exact.add(unit.multiply(BigDecimal.valueOf(steps)));
        if (next.signum() == 0) {
            next = exact.add(unit.movePointLeft(1).multiply(BigDecimal.valueOf(steps)));
        }
        return Double.toString(next.doubleValue());
    }
}
