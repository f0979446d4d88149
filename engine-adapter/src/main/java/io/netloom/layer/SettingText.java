package io.netloom.layer;

import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// The text form of every type that a setting can have.
final class SettingText {
    private SettingText() {}

    static String format(Object value) {
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    /// @throws IllegalArgumentException if the text is no value of the type
    static Object parse(Class<?> type, String text) {
        if (type == int.class) {
            return parseInt(text);
        } else if (type == double.class) {
            return parseDouble(text);
        } else if (type == boolean.class) {
            return parseBoolean(text);
        } else if (type == String.class) {
            return text;
        } else if (type == Size2.class) {
            return Size2.parse(text);
        } else if (type == Size3.class) {
            return Size3.parse(text);
        } else if (type == Padding.class) {
            return Padding.parse(text);
        } else if (type == Initialiser.class) {
            return Initialiser.parse(text);
        } else if (type == Axes.class) {
            return Axes.parse(text);
        } else if (type == Shape.class) {
            return Shape.parse(text);
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).filter(c -> format(c).equalsIgnoreCase(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("it is " + describe(type) + ", not " + text));
        }
        throw new IllegalStateException("settings of type " + type + " have no text form");
    }

    static Field.Kind kind(Class<?> type) {
        if (type == int.class) {
            return Field.Kind.WHOLE_NUMBER;
        } else if (type == double.class) {
            return Field.Kind.NUMBER;
        } else if (type == boolean.class) {
            return Field.Kind.SWITCH;
        } else if (type == Size2.class || type == Size3.class) {
            return Field.Kind.SIZE;
        } else if (type == Padding.class) {
            return Field.Kind.PADDING;
        } else if (type == Initialiser.class) {
            return Field.Kind.INITIALISER;
        } else if (type == Axes.class) {
            return Field.Kind.AXES;
        } else if (type == Shape.class) {
            return Field.Kind.SHAPE;
        }
        return type.isEnum() ? Field.Kind.CHOICE : Field.Kind.TEXT;
    }

    static List<String> choices(Class<?> type) {
        if (type == Padding.class) {
            return List.of("same", "valid");
        }
        Class<?> words = type == Initialiser.class ? Initialiser.Named.class : type;
        return words.isEnum() ? Arrays.stream(words.getEnumConstants()).map(SettingText::format).toList() : List.of();
    }

    static String describe(Class<?> type) {
        if (type == int.class) {
            return "whole number";
        } else if (type == double.class) {
            return "number";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == Size2.class) {
            return "size like 3×3";
        } else if (type == Size3.class) {
            return "size like 3×3×3";
        } else if (type == Padding.class) {
            return "same, valid, or a size like 1×1";
        } else if (type == Initialiser.class) {
            return Initialiser.range();
        } else if (type == Axes.class) {
            return "axes like 2, 3, 1";
        } else if (type == Shape.class) {
            return "shape like 1×28×28";
        } else if (type.isEnum()) {
            return "one of " + String.join(", ", choices(type));
        }
        return "text";
    }

    /// The numbers in a value, to which a range applies.
    static DoubleStream numbers(Object value) {
        return switch (value) {
            case Integer i -> DoubleStream.of(i);
            case Double d -> DoubleStream.of(d);
            case Size2(int height, int width) -> DoubleStream.of(height, width);
            case Size3(int depth, int height, int width) -> DoubleStream.of(depth, height, width);
            case Axes(List<Integer> order) -> order.stream().mapToDouble(Integer::doubleValue);
            case Padding.Sized(List<Integer> sizes) -> sizes.stream().mapToDouble(Integer::doubleValue);
            default -> DoubleStream.empty();
        };
    }

    private static Integer parseInt(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it is a whole number, not " + text, e);
        }
    }

    private static Double parseDouble(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it is a number, not " + text, e);
        }
    }

    private static Boolean parseBoolean(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("it is true or false, not " + text);
        };
    }
}
