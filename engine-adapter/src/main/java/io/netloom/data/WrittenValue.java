package io.netloom.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers and moments as people write them into a form.
final class WrittenValue {
    private static final int PLAIN_DIGITS = 12;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final List<String> DAYS = List.of("uuuu-MM-dd", "dd.MM.uuuu", "uuuu/MM/dd");
    private static final List<String> TIMES = List.of("", " HH:mm", " HH:mm:ss");

    private WrittenValue() {}

    /// A number in few signs that is read as the same number again.
    static String number(float value) {
        String plain = new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
        return plain.length() <= PLAIN_DIGITS ? plain : Float.toString(value);
    }

    /// Reads a number; a comma may stand for the point. Nothing where it is none, or not finite as a float.
    static OptionalDouble number(String text) {
        String point = text.indexOf('.') < 0 && text.indexOf(',') == text.lastIndexOf(',') ? text.replace(',', '.')
                : text;
        try {
            double value = Double.parseDouble(point);
            // What ends in d or f is a number to Java alone.
            return Float.isFinite((float) value) && !point.matches("(?s).*[dDfFxX]$|.*0[xX].*")
                    ? OptionalDouble.of(value)
                    : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /// Reads a day or a moment.
    ///
    /// @return seconds since 1970, without time zones; nothing where it is neither
    static OptionalDouble seconds(String text) {
        // As machines write it, with T, fractions of seconds and Z.
        String plain = text.replaceFirst("(?<=\\d)[Tt](?=\\d)", " ").replaceFirst("(?<=:\\d\\d)\\.\\d+", "")
                .replaceFirst("(?<=\\d)[Zz]$", "");
        for (String day : DAYS) {
            for (String time : TIMES) {
                try {
                    var format = new DateTimeFormatterBuilder().appendPattern(day + time)
                            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0).parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                            .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
                    return OptionalDouble.of(LocalDateTime.parse(plain, format).toEpochSecond(ZoneOffset.UTC));
                } catch (DateTimeParseException _) {
                    // It may be written in the next way.
                }
            }
        }
        return OptionalDouble.empty();
    }

    /// A moment from its parts as a row holds them: year, month, weekday and hour, with their fractions.
    static String moment(float[] parts) {
        int year = (int) Math.floor(parts[0]);
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate day = first.plusDays(Math.round(((double) parts[0] - year) * first.lengthOfYear()));
        long seconds = Math.round(parts[3] * 3600.0);
        if (seconds == 0) {
            return day.toString();
        }
        LocalDateTime time = day.atStartOfDay().plusSeconds(seconds);
        return time.format(seconds % 60 == 0 ? MINUTES : SECONDS);
    }
}
