package io.netloom.layer;

import io.netloom.shape.BadInput;
import io.netloom.shape.Problem;
import io.netloom.shape.Sentence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The settings of a layer type, read from its record's components. The record is the only place where they stand.
public final class Schema {
    private final String type;
    private final RecordComponent[] components;
    private final Constructor<?> constructor;
    private final List<Field> fields;

    private Schema(Layer defaults) {
        Class<?> record = defaults.getClass();
        if (!record.isRecord()) {
            throw new IllegalStateException(record + " must be a record");
        }
        type = record.getSimpleName();
        components = record.getRecordComponents();
        try {
            constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " has no canonical constructor", e);
        }
        fields = Arrays.stream(components).map(c -> Field.of(c, defaults)).toList();
    }

    /// The schema of this layer's type.
    public static Schema of(Layer layer) {
        return SCHEMAS.get(layer.getClass());
    }

    private static final ClassValue<Schema> SCHEMAS = new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> record) {
            try {
                return new Schema((Layer) record.getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(record + " needs a public constructor without arguments", e);
            }
        }
    };

    /// The layer type's name, as files and the palette have it: `Conv2d`.
    public String type() {
        return type;
    }

    /// The settings in the order of the record.
    public List<Field> fields() {
        return fields;
    }

    /// The settings of `layer`, as text, in the order of the record.
    public Map<String, String> settings(Layer layer) {
        var settings = new LinkedHashMap<String, String>();
        for (RecordComponent component : components) {
            settings.put(component.getName(), SettingText.format(read(component, layer)));
        }
        return settings;
    }

    /// `layer` with some settings changed.
    ///
    /// @throws BadInput for a setting that the layer does not have or a text that is no value of it. A number outside
    ///         its range is taken: [#problems] finds it.
    public Layer with(Layer layer, Map<String, String> settings) {
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            arguments[i] = settings.containsKey(name)
                    ? parse(components[i], settings.get(name))
                    : read(components[i], layer);
        }
        for (String name : settings.keySet()) {
            if (fields.stream().noneMatch(f -> f.name().equals(name))) {
                throw new BadInput(
                        Sentence.of("layer.no-setting", "{0} has no setting ''{1}''; it has {2}.", type, name,
                                fields.stream().map(Field::name).collect(Collectors.joining(", "))));
            }
        }
        try {
            return (Layer) constructor.newInstance(arguments);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a layer's constructor must take any value: " + type + settings, e);
        }
    }

    /// The settings of `layer` that lie outside their range.
    public List<Problem> problems(Layer layer) {
        return IntStream.range(0, components.length)
                .mapToObj(i -> fields.get(i).problem(read(components[i], layer))).flatMap(Optional::stream)
                .toList();
    }

    static Object read(RecordComponent component, Layer layer) {
        try {
            return component.getAccessor().invoke(layer);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private Object parse(RecordComponent component, String text) {
        try {
            return SettingText.parse(component.getType(), text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(Sentence.of("layer.setting",
                    "The setting ''{0}'' of {1} is wrong: {2}.", component.getName(), type,
                    String.valueOf(e.getMessage())), e);
        }
    }
}
