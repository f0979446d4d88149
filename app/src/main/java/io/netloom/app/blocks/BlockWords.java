package io.netloom.app.blocks;

import io.netloom.app.text.Texts;
import io.netloom.layer.Field;
import io.netloom.layer.LayerType;
import io.netloom.project.Template;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// What kinds of blocks and their settings are called and do, in the window's language. English stands in the layers' records
/// and the templates; the translation stands beside this class, `layers_zh_CN.properties`, by layer and component.
public final class BlockWords {
    private final Texts texts;
    private final Optional<ResourceBundle> translation;

    /// @param texts the words of the window
    public BlockWords(Texts texts) {
        this.texts = texts;
        this.translation = texts.locale().equals(Locale.ENGLISH) ? Optional.empty()
                : Optional.of(ResourceBundle.getBundle(BlockWords.class.getPackageName() + ".layers", texts.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /// What a layer is called: `Conv2d`, 二维卷积.
    public String name(LayerType layer) {
        return translated(layer.name()).orElse(layer.name());
    }

    /// What a layer does, in one sentence.
    public String help(LayerType layer) {
        return translated(layer.name() + ".help").orElse(layer.card().help());
    }

    /// The drawer in which a layer lies.
    public String category(LayerType layer) {
        return texts.get("palette.category." + layer.card().category().name().toLowerCase(Locale.ROOT));
    }

    /// What a template that comes with Netloom is called.
    public String name(Template template) {
        return translated(key(template)).orElseGet(template::name);
    }

    /// What such a template does, in one sentence.
    public String help(Template template) {
        return translated(key(template) + ".help").orElseGet(template::help);
    }

    /// What a setting is called: `Kernel size`.
    public String label(LayerType layer, Field field) {
        return translated(layer.name() + "." + field.name()).orElseGet(field::label);
    }

    /// What a setting does, in one sentence.
    public String help(LayerType layer, Field field) {
        return translated(layer.name() + "." + field.name() + ".help").orElseGet(field::help);
    }

    /// What a value says: `he uniform` for a choice, `on` for a switch; numbers and names such as tanh are the same everywhere.
    ///
    /// @param value as files have it: `he_uniform`
    public String value(Field field, String value) {
        return switch (field.kind()) {
            case CHOICE, INITIALISER -> translated(field.type().getSimpleName() + "." + value)
                    .orElseGet(() -> value.replace('_', ' '));
            case SWITCH -> texts.get(value.equals("true") ? "blocks.on" : "blocks.off");
            case WHOLE_NUMBER, NUMBER, TEXT, SIZE, PADDING, AXES, SHAPE -> value;
        };
    }

    /// What may be written, in words: `whole number, 1 to 512`.
    public String range(Field field) {
        String kind = switch (field.kind()) {
            case WHOLE_NUMBER -> texts.get("blocks.range.whole");
            case NUMBER -> texts.get("blocks.range.number");
            case SWITCH -> texts.get("blocks.range.switch");
            case TEXT -> texts.get("blocks.range.text");
            case SIZE -> texts.get("blocks.range.size", field.defaultText());
            case PADDING -> texts.get("blocks.range.padding");
            case AXES -> texts.get("blocks.range.axes");
            case SHAPE -> texts.get("blocks.range.shape");
            case CHOICE -> choices(field);
            case INITIALISER -> choices(field) + texts.get("blocks.range.or") + "constant(0.5)";
        };
        boolean low = Double.isFinite(field.min());
        boolean high = Double.isFinite(field.max());
        if (low && high) {
            return texts.get("blocks.range.between", kind, number(field.min()), number(field.max()));
        }
        return low ? texts.get("blocks.range.least", kind, number(field.min()))
                : high ? texts.get("blocks.range.most", kind, number(field.max())) : kind;
    }

    private String choices(Field field) {
        return String.join(texts.get("blocks.range.or"),
                field.choices().stream().map(choice -> value(field, choice)).toList());
    }

    private String number(double value) {
        return value == Math.rint(value) ? texts.count((long) value) : Double.toString(value);
    }

    private static String key(Template template) {
        return "template." + template.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private Optional<String> translated(String key) {
        return translation.filter(bundle -> bundle.containsKey(key)).map(bundle -> bundle.getString(key));
    }
}
