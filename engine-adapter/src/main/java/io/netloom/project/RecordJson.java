package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of a sealed set of records (an optimiser, a schedule, a loss) as JSON: `"type"` is the record's name in small letters,
/// its components are the members. A component may be of a sealed set itself, or numbers by name. A member that is not there has the
/// value that the record's constructor without arguments gives it.
final class RecordJson {
    private RecordJson() {}

    static ObjectNode write(Record value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", name(value.getClass()));
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = component.getName();
            switch (read(component, value)) {
                case Boolean b -> json.put(name, b);
                case Integer i -> json.put(name, i);
                case Double d -> json.put(name, d);
                case String text -> json.put(name, text);
                case Map<?, ?> numbers ->
                    numbers.forEach((k, v) -> json.withObjectProperty(name).put((String) k, (Double) v));
                case Record inner -> json.set(name, write(inner));
                case Object other -> throw new IllegalStateException("no JSON for " + other);
            }
        }
        return json;
    }

    /// @param kind the sealed interface
    static <T> T read(Fields fields, Class<T> kind) {
        String type = fields.text("type");
        Class<?> found = Arrays.stream(kind.getPermittedSubclasses()).filter(c -> name(c).equals(type)).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("file.no-kind",
                        "{0}: there is no {1} ''{2}''; there are {3}.", fields.place(), name(kind), type,
                        Arrays.stream(kind.getPermittedSubclasses()).map(RecordJson::name)
                                .collect(Collectors.joining(", ")))));
        RecordComponent[] components = found.getRecordComponents();
        fields.only(Stream.concat(Stream.of("type"), Arrays.stream(components).map(RecordComponent::getName))
                .toArray(String[]::new));
        Optional<Object> usual = usual(found);
        Object[] values = Arrays.stream(components)
                .map(c -> usual.isPresent() && !fields.has(c.getName()) ? read(c, usual.get()) : value(fields, c))
                .toArray();
        return fields.within(() -> kind.cast(make(found, components, values)));
    }

    /// What the constructor without arguments makes, where there is one.
    private static Optional<Object> usual(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors()).filter(c -> c.getParameterCount() == 0).findFirst()
                .map(_ -> make(type, new RecordComponent[0]));
    }

    /// Numbers by name.
    static Map<String, Double> numbers(Fields fields) {
        var numbers = new LinkedHashMap<String, Double>();
        fields.names().forEach(name -> numbers.put(name, fields.number(name)));
        return numbers;
    }

    /// Files from before a switch or a map was there lack it: it is off, or empty. Where one of several records lacks, it is the
    /// first, if that needs no settings.
    private static Object value(Fields fields, RecordComponent component) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return fields.has(name) && fields.bool(name);
        } else if (type == int.class) {
            return fields.integer(name);
        } else if (type == double.class) {
            return fields.number(name);
        } else if (type == String.class) {
            return fields.text(name);
        } else if (type == Map.class) {
            return fields.optionalObject(name).map(RecordJson::numbers).orElseGet(Map::of);
        }
        return fields.has(name) || !isSimple(type.getPermittedSubclasses()[0]) ? read(fields.object(name), type)
                : make(type.getPermittedSubclasses()[0], new RecordComponent[0]);
    }

    /// Whether a record has no components: the first of a sealed set is the usual one then.
    private static boolean isSimple(Class<?> type) {
        return type.getRecordComponents().length == 0;
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object... values) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw new IllegalStateException("cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return Optional.of(component.getAccessor().invoke(value)).orElseThrow();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
