package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns the values of a column, while a table is read, into the numbers that are kept of it: a number as it is; 1 or 0 for yes or no; for a
/// category or a free text the place where it was first seen; for a date its year, month, weekday and hour. What is missing is NaN.
final class RawColumn {
    private static final Set<String> YES = Set.of("true", "yes", "t", "y", "1", "1.0");
    private static final Set<String> NO = Set.of("false", "no", "f", "n", "0", "0.0");
    /// Floats tell whole numbers apart up to here.
    private static final int MOST_TEXTS = 1 << 24;

    private final Feature feature;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    private RawColumn(Feature feature) {
        this.feature = feature;
    }

    static RawColumn of(Feature feature) {
        return new RawColumn(feature);
    }

    int width() {
        return FittedColumn.rawWidth(feature);
    }

    /// Whether what is missing takes the value before it.
    boolean carriesForward() {
        return feature.missing().fill() == Missing.Fill.LAST;
    }

    /// For each number that is kept the texts that it stands for.
    List<List<String>> dictionaries() {
        return width() == 1 ? List.of(List.copyOf(texts)) : Collections.nCopies(width(), List.of());
    }

    OpenTable.Asked asked(TableColumns file) {
        return new OpenTable.Asked(file.of(feature.column()).index(), switch (feature) {
            case Feature.Number _ -> OpenTable.As.NUMBER;
            case Feature.Category _,Feature.Flag _,Feature.Text _ -> OpenTable.As.TEXT;
            case Feature.Moment _ -> OpenTable.As.MOMENT;
        });
    }

    /// @throws BadInput if the column holds what is no number, or no date
    void refuseOtherValues(TableColumns file) {
        switch (feature) {
            case Feature.Number _ -> file.refuseTexts(feature.column());
            case Feature.Moment _ -> {
                Optional<String> other = file.file().undated(file.of(feature.column()).index());
                if (other.isPresent()) {
                    throw new BadInput(Sentence.of("input.needs-dates",
                            "The column \"{0}\" of {1} must hold dates, but it holds \"{2}\". Take it out, or write"
                                    + " dates like 2026-01-31 or 2026-01-31 14:30.",
                            feature.column(), file.file().file().path().toString(), other.get()));
                }
            }
            case Feature.Category _,Feature.Flag _,Feature.Text _ -> {}
        }
    }

    /// Takes the value at `column` of a row; false where it is missing and the row is to be left out.
    ///
    /// @param line the row's number in the file
    boolean take(ResultSet values, int column, float[] into, int to, int line) throws SQLException {
        switch (feature) {
            case Feature.Number _ -> {
                into[to] = (float) values.getDouble(column);
                if (values.wasNull()) {
                    into[to] = Float.NaN;
                }
            }
            case Feature.Flag _ -> into[to] = truth(values.getString(column), line);
            case Feature.Category _ -> into[to] = code(plain(values.getString(column)));
            case Feature.Text _ -> into[to] = code(values.getString(column));
            case Feature.Moment _ -> {
                double seconds = values.getDouble(column);
                takeMoment(values.wasNull() ? Double.NaN : seconds, into, to);
            }
        }
        return feature.missing().fill() != Missing.Fill.NOTHING || !Float.isNaN(into[to]);
    }

    private float truth(String text, int line) {
        if (text == null) {
            return Float.NaN;
        }
        return truth(text).orElseThrow(() -> new BadInput(Sentence.of("input.needs-flags",
                "The column \"{0}\" is to say yes or no, but row {1,number,0} holds \"{2}\". Write true or"
                        + " false, yes or no, or 1 or 0.",
                feature.column(), line, text)));
    }

    /// 1 for yes, 0 for no; nothing where a text says neither.
    static Optional<Float> truth(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? Optional.of(1f) : NO.contains(lower) ? Optional.of(0f) : Optional.empty();
    }

    /// Takes what a user has written; an empty text is a missing value.
    ///
    /// @throws java.util.NoSuchElementException if it is of another kind
    void take(String written, float[] into, int to) {
        if (written.isEmpty()) {
            Arrays.fill(into, to, to + width(), Float.NaN);
            return;
        }
        switch (feature) {
            case Feature.Number _ -> into[to] = (float) WrittenValue.number(written).orElseThrow();
            case Feature.Flag _ -> into[to] = truth(written).orElseThrow();
            case Feature.Category _ -> into[to] = code(plain(written));
            case Feature.Text _ -> into[to] = code(written);
            case Feature.Moment _ -> takeMoment(WrittenValue.seconds(written).orElseThrow(), into, to);
        }
    }

    /// Whole numbers are often written with a fraction of 0 where some of their column are missing.
    private static String plain(String text) {
        return text != null && text.endsWith(".0") && text.matches("-?\\d+\\.0") ? text.substring(0, text.length() - 2)
                : text;
    }

    private float code(String text) {
        if (text == null) {
            return Float.NaN;
        }
        Integer code = codes.get(text);
        if (code == null) {
            if (texts.size() == MOST_TEXTS) {
                throw new BadInput(Sentence.of("input.many-texts",
                        "The column \"{0}\" holds more than {1,number,0} different texts, too many. Take it out.",
                        feature.column(), MOST_TEXTS));
            }
            code = texts.size();
            codes.put(text, code);
            texts.add(text);
        }
        return code;
    }

    private static void takeMoment(double seconds, float[] into, int to) {
        if (Double.isNaN(seconds)) {
            Arrays.fill(into, to, to + FittedColumn.PARTS_OF_A_DATE, Float.NaN);
            return;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
        var date = time.toLocalDate();
        into[to] = (float) (date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear());
        into[to + 1] = (float) (date.getMonthValue() - 1 + (date.getDayOfMonth() - 1.0) / date.lengthOfMonth());
        into[to + 2] = date.getDayOfWeek().getValue() - 1;
        into[to + 3] = (float) (time.toLocalTime().toSecondOfDay() / 3600.0);
    }
}
