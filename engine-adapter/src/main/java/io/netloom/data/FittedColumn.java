package io.netloom.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column as it is prepared for the network, with what the training part taught about it.
///
/// @param feature how the network gets the column
/// @param fill stands in the place of a missing value: a number, or the place of a category; NaN where nothing does
/// @param categories the categories, or the tokens of texts, that have a place of their own, in the order of their places; empty where it
///     holds none
public record FittedColumn(Feature feature, float fill, List<String> categories) {
    /// Day, month, weekday and hour; see [TableReading].
    static final int PARTS_OF_A_DATE = 4;
    private static final int MISSING = -2;
    private static final int OTHER = -1;

    public FittedColumn {
        categories = List.copyOf(categories);
    }

    /// Numbers that a column takes in a row as it is read.
    static int rawWidth(Feature feature) {
        return switch (feature) {
            case Feature.Number _,Feature.Category _,Feature.Flag _,Feature.Text _ -> 1;
            case Feature.Moment _ -> PARTS_OF_A_DATE;
        };
    }

    /// What the texts of a data set become.
    ///
    /// @param categories the place of each, where they are categories
    /// @param tokens the tokens of each, where they are free texts, and last those of a missing one
    record Places(float[] categories, char[][] tokens) {
        static final Places NONE = new Places(new float[0], new char[0][]);
    }

    /// What the texts of a data set become.
    Places places(List<String> dictionary) {
        return switch (feature) {
            case Feature.Category category -> new Places(places(category, dictionary), new char[0][]);
            case Feature.Text text -> new Places(new float[0], tokens(text, dictionary));
            case Feature.Number _,Feature.Flag _,Feature.Moment _ -> Places.NONE;
        };
    }

    private char[][] tokens(Feature.Text text, List<String> dictionary) {
        Vocabulary vocabulary = new Vocabulary(text.tokens(), categories);
        char[][] tokens = new char[dictionary.size() + 1][];
        for (int code = 0; code < dictionary.size(); code++) {
            tokens[code] = vocabulary.row(dictionary.get(code));
        }
        tokens[dictionary.size()] = vocabulary.row(text.missing().constant());
        return tokens;
    }

    private float[] places(Feature.Category category, List<String> dictionary) {
        Map<String, Integer> known = new HashMap<>();
        categories.forEach(name -> known.put(name, known.size()));
        float[] places = new float[dictionary.size()];
        for (int code = 0; code < places.length; code++) {
            places[code] = place(category, known.getOrDefault(dictionary.get(code), OTHER));
        }
        return places;
    }

    static float place(Feature.Category category, int known) {
        if (category.coding() == Feature.Coding.ORDINAL || known >= 0) {
            return known;
        }
        return known == OTHER ? category.slots() : category.slots() + 1;
    }

    /// Prepares a row, but for the scaling that the program does.
    ///
    /// @param raw the row as it is read
    /// @param at where this column's numbers begin in it
    /// @param places what the texts of this data set become
    /// @param into takes the numbers, zeros until then
    /// @param to where they go
    void write(float[] raw, int at, Places places, float[] into, int to) {
        boolean gone = Float.isNaN(raw[at]);
        switch (feature) {
            case Feature.Number number -> into[to] = scaled(number, gone ? fill : raw[at]);
            case Feature.Flag _ -> into[to] = gone ? fill : raw[at];
            case Feature.Category category -> {
                float place = !gone ? places.categories()[(int) raw[at]]
                        : category.missing().fill() == Missing.Fill.OWN ? place(category, MISSING) : fill;
                if (category.coding() == Feature.Coding.ONE_HOT) {
                    into[to + (int) place] = 1;
                } else {
                    into[to] = place;
                }
            }
            case Feature.Moment moment -> write(moment, raw, at, gone, into, to);
            case Feature.Text _ -> {
                char[] tokens = places.tokens()[gone ? places.tokens().length - 1 : (int) raw[at]];
                for (int i = 0; i < tokens.length; i++) {
                    into[to + i] = tokens[i];
                }
            }
        }
        if (feature.missing().width() > 0 && gone) {
            into[to + feature.width() - 1] = 1;
        }
    }

    static float scaled(Feature.Number number, float value) {
        return number.scale() == Feature.Scale.LOG ? Math.copySign((float) Math.log1p(Math.abs(value)), value) : value;
    }

    private void write(Feature.Moment moment, float[] raw, int at, boolean gone, float[] into, int to) {
        int next = to;
        for (Feature.DatePart part : moment.parts()) {
            if (part == Feature.DatePart.YEAR) {
                into[next] = gone ? fill : raw[at];
            } else if (!gone) {
                double angle = 2 * Math.PI * raw[at + part.ordinal()] / cycle(part);
                into[next] = (float) Math.sin(angle);
                into[next + 1] = (float) Math.cos(angle);
            }
            next += part.width();
        }
    }

    private static int cycle(Feature.DatePart part) {
        return switch (part) {
            case MONTH -> 12;
            case WEEKDAY -> 7;
            case HOUR -> 24;
            case YEAR -> throw new IllegalArgumentException("years do not come again");
        };
    }
}
