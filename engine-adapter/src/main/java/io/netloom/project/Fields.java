package io.netloom.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A JSON object that is being read. Whatever does not fit becomes a [BadInput] that names the place.
final class Fields {
    private static final int LONGEST = 60;

    private final JsonNode node;
    private final String place;

    Fields(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new BadInput(Sentence.of("file.no-object",
                    "{0} must be an object in braces.", place));
        }
        this.node = node;
        this.place = place;
    }

    /// Refuses members that nobody knows, for they are mistakes or from a newer version.
    Fields only(String... names) {
        for (String name : names()) {
            if (!Arrays.asList(names).contains(name)) {
                throw new BadInput(Sentence.of("file.unknown-member",
                        "{0} has a member ''{1}'' that this version does not know; it knows {2}.", place, name,
                        String.join(", ", names)));
            }
        }
        return this;
    }

    String place() {
        return place;
    }

    /// Makes a value from what was read; if it refuses, the message names the place.
    <T> T within(Supplier<T> make) {
        try {
            return make.get();
        } catch (BadInput e) {
            throw new BadInput(Sentence.of("file.within", "{0}: {1}", place, e.sentence()), e);
        }
    }

    List<String> names() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    Fields object(String name) {
        return new Fields(value(name), inside(name));
    }

    Optional<Fields> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Fields> objects(String name) {
        return items(name, item -> item);
    }

    List<String> texts(String name) {
        return array(name).stream().map(item -> scalar(item, inside(name))).toList();
    }

    String text(String name) {
        return scalar(value(name), inside(name));
    }

    int integer(String name) {
        JsonNode value = value(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new BadInput(Sentence.of("file.whole-number",
                    "{0} must be a whole number, not {1}.", inside(name), brief(value)));
        }
        return value.intValue();
    }

    long longInteger(String name) {
        JsonNode value = value(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadInput(Sentence.of("file.whole-number",
                    "{0} must be a whole number, not {1}.", inside(name), brief(value)));
        }
        return value.longValue();
    }

    boolean bool(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            throw new BadInput(Sentence.of("file.flag",
                    "{0} must be true or false, not {1}.", inside(name), brief(value)));
        }
        return value.booleanValue();
    }

    double number(String name) {
        JsonNode value = value(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new BadInput(Sentence.of("file.number",
                    "{0} must be a number, not {1}.", inside(name), brief(value)));
        }
        return value.doubleValue();
    }

    float[] floats(String name) {
        List<JsonNode> items = array(name);
        float[] floats = new float[items.size()];
        for (int i = 0; i < floats.length; i++) {
            if (!items.get(i).isNumber()) {
                throw new BadInput(Sentence.of("file.numbers",
                        "{0} must hold numbers, not {1}.", inside(name), brief(items.get(i))));
            }
            floats[i] = items.get(i).floatValue();
        }
        return floats;
    }

    <T> List<T> items(String name, Function<Fields, T> read) {
        var items = new ArrayList<T>();
        for (JsonNode item : array(name)) {
            items.add(read.apply(new Fields(item, inside(name) + "[" + items.size() + "]")));
        }
        return items;
    }

    /// A list of single values and objects.
    <T> List<T> textsOrObjects(String name, Function<String, T> text, Function<Fields, T> object) {
        var items = new ArrayList<T>();
        for (JsonNode item : array(name)) {
            items.add(item.isObject() ? object.apply(new Fields(item, inside(name) + "[" + items.size() + "]"))
                    : text.apply(scalar(item, inside(name))));
        }
        return items;
    }

    boolean isObject(String name) {
        return node.path(name).isObject();
    }

    private List<JsonNode> array(String name) {
        JsonNode value = value(name);
        if (!value.isArray()) {
            throw new BadInput(Sentence.of("file.list",
                    "{0} must be a list in brackets.", inside(name)));
        }
        var items = new ArrayList<JsonNode>();
        value.forEach(items::add);
        return items;
    }

    private JsonNode value(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new BadInput(Sentence.of("file.lacking",
                    "{0} lacks ''{1}''.", place, name));
        }
        return value;
    }

    /// What was found, for a message: a file of a stranger may hold anything there.
    private static Sentence brief(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? Sentence.of("file.a-list", "a list") : Sentence.of("file.an-object", "an object");
        }
        String text = value.toString();
        return Sentence.plain(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    private String inside(String name) {
        return place + ", " + name;
    }

    private static String scalar(JsonNode value, String place) {
        if (!value.isValueNode() || value.isNull()) {
            throw new BadInput(Sentence.of("file.single",
                    "{0} must be a single value, not {1}.", place, brief(value)));
        }
        return value.asText();
    }
}
