package io.netloom.layer;

import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// One setting of a layer type, as inspector, files, command line and reference page see it. Values travel as text.
///
/// @param name the record component's name: `kernelSize`
/// @param type the component's Java type
/// @param help one sentence
/// @param min smallest number
/// @param max largest number
/// @param defaultText the default as text
public record Field(String name, Class<?> type, String help, double min, double max, String defaultText) {

    /// The sorts of value, each of which has an editor of its own.
    public enum Kind {
        /// An `int`.
        WHOLE_NUMBER,
        /// A `double`.
        NUMBER,
        /// A `boolean`.
        SWITCH,
        /// Words of one's own.
        TEXT,
        /// Two or three whole numbers, `3×3`.
        SIZE,
        /// A [Padding].
        PADDING,
        /// [Axes] in some order.
        AXES,
        /// A [Shape].
        SHAPE,
        /// One of [#choices].
        CHOICE,
        /// An [Initialiser]: one of [#choices], or a constant.
        INITIALISER
    }

    static Field of(RecordComponent component, Layer defaults) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(component + " of " + defaults + " lacks @Setting");
        }
        return new Field(component.getName(), component.getType(), setting.value(), setting.min(), setting.max(),
                SettingText.format(Schema.read(component, defaults)));
    }

    /// What sort of value it takes.
    public Kind kind() {
        return SettingText.kind(type);
    }

    /// The words that it takes, as text; there are some for choices, padding and initialisers.
    public List<String> choices() {
        return SettingText.choices(type);
    }

    /// Whether `text` is a value of it, within its range.
    public boolean accepts(String text) {
        try {
            return problem(SettingText.parse(type, text)).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The name as a person reads it: `Kernel size`.
    public String label() {
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// What may be written, in words: `whole number, 1 to 512`, `one of same, valid`.
    public String range() {
        String kind = SettingText.describe(type);
        boolean low = Double.isFinite(min);
        boolean high = Double.isFinite(max);
        if (low && high) {
            return kind + ", " + number(min) + " to " + number(max);
        }
        return low ? kind + ", " + number(min) + " or more" : high ? kind + ", " + number(max) + " or less" : kind;
    }

    Optional<Problem> problem(Object value) {
        var bad = SettingText.numbers(value).filter(v -> !(v >= min && v <= max)).boxed().collect(Collectors.toList());
        if (bad.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.setting(name + (type == Axes.class ? " to be " : " to be a ") + range(),
                "it is " + SettingText.format(value), new Remedy.Change(name, defaultText)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
