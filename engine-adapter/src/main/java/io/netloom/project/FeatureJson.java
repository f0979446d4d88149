package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.Feature;
import io.netloom.data.Missing;
import io.netloom.data.Tokenising;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the network gets a column of a table, as JSON. A number that is standardised, and without which a row is left out, is written as the
/// name of its column alone.
final class FeatureJson {
    private static final String LEAVE_OUT = "leave out";

    private FeatureJson() {}

    static ObjectNode write(Feature feature) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("column", feature.column());
        Missing.Fill usual = Missing.Fill.NOTHING;
        switch (feature) {
            case Feature.Number(String _, Feature.Scale scale, Missing _) -> {
                json.put("as", "number");
                if (scale != Feature.Scale.STANDARD) {
                    json.put("scale", name(scale));
                }
            }
            case Feature.Category category -> {
                json.put("as", name(category.coding())).put("slots", category.slots());
                category.order().forEach(json.withArrayProperty("order")::add);
                if (category.order().isEmpty()) {
                    json.remove("order");
                }
                usual = Missing.Fill.OWN;
            }
            case Feature.Flag _ -> json.put("as", "boolean");
            case Feature.Moment(String _, List<Feature.DatePart> parts, Missing _) -> {
                json.put("as", "date");
                parts.forEach(part -> json.withArrayProperty("parts").add(name(part)));
            }
            case Feature.Text(String _, Tokenising tokens, Missing _) -> {
                write(tokens, json.put("as", "text"));
                usual = Missing.Fill.OWN;
            }
        }
        write(feature.missing(), usual, json);
        return json;
    }

    private static void write(Missing missing, Missing.Fill usual, ObjectNode json) {
        if (missing.fill() == Missing.Fill.CONSTANT) {
            json.putObject("missing").put("constant", missing.constant());
        } else if (missing.fill() != usual) {
            json.put("missing", name(missing.fill()));
        }
        if (missing.indicator() == Missing.Indicator.WITH) {
            json.put("indicator", true);
        }
    }

    /// @param others members of the object that belong to somebody else
    static Feature read(Fields fields, String... others) {
        String column = fields.text("column");
        String as = fields.text("as");
        return switch (as) {
            case "number" -> {
                only(fields, others, "scale");
                yield fields.within(() -> new Feature.Number(column, fields.has("scale")
                        ? one(fields, "scale", Feature.Scale.values())
                        : Feature.Scale.STANDARD, missing(fields, Missing.Fill.NOTHING)));
            }
            case "boolean" -> {
                only(fields, others);
                yield fields.within(() -> new Feature.Flag(column, missing(fields, Missing.Fill.NOTHING)));
            }
            case "date" -> {
                only(fields, others, "parts");
                List<Feature.DatePart> parts = fields.texts("parts").stream()
                        .map(part -> one(fields, "parts", part, Feature.DatePart.values())).toList();
                yield fields.within(() -> new Feature.Moment(column, parts, missing(fields, Missing.Fill.NOTHING)));
            }
            case "onehot", "ordinal", "embedding" -> {
                only(fields, others, "slots", "order");
                List<String> order = fields.has("order") ? fields.texts("order") : List.of();
                yield fields.within(() -> new Feature.Category(column,
                        one(fields, "as", Feature.Coding.values()), fields.integer("slots"), order,
                        missing(fields, Missing.Fill.OWN)));
            }
            case "text" -> {
                only(fields, others, "tokens", "vocabulary", "lowerCase", "length");
                yield fields.within(
                        () -> new Feature.Text(column, tokenising(fields), missing(fields, Missing.Fill.OWN)));
            }
            default ->
                throw new BadInput(Sentence.of("file.column-use",
                        "{0}: a column is used as number, boolean, date, onehot, ordinal, embedding or text, not as"
                                + " ''{1}''.",
                        fields.place(), as));
        };
    }

    /// Puts how texts are cut into an object.
    static void write(Tokenising tokens, ObjectNode json) {
        json.put("tokens", name(tokens.unit())).put("vocabulary", tokens.vocabulary());
        if (tokens.letters() == Tokenising.Letters.LOWER) {
            json.put("lowerCase", true);
        }
        json.put("length", tokens.length());
    }

    /// How texts are cut, as an object says.
    static Tokenising tokenising(Fields fields) {
        return new Tokenising(one(fields, "tokens", Tokenising.Unit.values()), fields.integer("vocabulary"),
                fields.has("lowerCase") && fields.bool("lowerCase") ? Tokenising.Letters.LOWER
                        : Tokenising.Letters.KEPT,
                fields.integer("length"));
    }

    private static void only(Fields fields, String[] others, String... own) {
        fields.only(Stream.of(Stream.of("column", "as", "missing", "indicator"), Arrays.stream(own),
                Arrays.stream(others)).flatMap(names -> names).toArray(String[]::new));
    }

    private static Missing missing(Fields fields, Missing.Fill usual) {
        boolean constant = fields.isObject("missing");
        Missing.Fill fill = constant ? Missing.Fill.CONSTANT
                : fields.has("missing") ? one(fields, "missing", Missing.Fill.values()) : usual;
        return new Missing(fill, constant ? fields.object("missing").only("constant").text("constant") : "",
                fields.has("indicator") && fields.bool("indicator") ? Missing.Indicator.WITH
                        : Missing.Indicator.WITHOUT);
    }

    private static <T extends Enum<T>> T one(Fields fields, String member, T[] values) {
        return one(fields, member, fields.text(member), values);
    }

    private static <T extends Enum<T>> T one(Fields fields, String member, String text, T[] values) {
        return Arrays.stream(values).filter(value -> name(value).equals(text)).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("file.choice", "{0}, {1} must be {2}, not ''{3}''.",
                        fields.place(), member, Arrays.stream(values).map(FeatureJson::name).map(Sentence::plain)
                                .reduce((one, next) -> Sentence.of("told.or", "{0} or {1}", one, next)).orElseThrow(),
                        text)));
    }

    private static String name(Enum<?> value) {
        return value == Missing.Fill.NOTHING ? LEAVE_OUT : value.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
