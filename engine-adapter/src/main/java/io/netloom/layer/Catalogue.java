package io.netloom.layer;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// All layer types, found by `ServiceLoader`, by category and name.
public final class Catalogue {
    private static final Catalogue STANDARD = new Catalogue();

    private final Map<String, LayerType> types;

    private Catalogue() {
        types = ServiceLoader.load(Layer.class, Catalogue.class.getClassLoader()).stream()
                .map(provider -> LayerType.of(provider.get()))
                .sorted(Comparator.comparing((LayerType t) -> t.card().category()).thenComparing(LayerType::name))
                .collect(Collectors.toMap(LayerType::name, t -> t, (a, b) -> {
                    throw new IllegalStateException("two layers are called " + a.name());
                }, LinkedHashMap::new));
    }

    /// The layers that this program has.
    public static Catalogue standard() {
        return STANDARD;
    }

    /// All types.
    public List<LayerType> types() {
        return List.copyOf(types.values());
    }

    /// The type of this name.
    ///
    /// @throws BadInput if there is none; the message names those that there are
    public LayerType find(String name) {
        LayerType type = types.get(name);
        if (type == null) {
            throw new BadInput(Sentence.of("layer.unknown",
                    "There is no layer called ''{0}''; there are {1}.", name, String.join(", ", types.keySet())));
        }
        return type;
    }

    /// A layer by name and settings in turn: `make("Conv2d", "filters", "32")`.
    public Layer make(String name, String... settings) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return find(name).with(map);
    }
}
