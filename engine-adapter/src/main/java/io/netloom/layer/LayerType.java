package io.netloom.layer;

import java.util.Map;

/// An entry of the [Catalogue].
///
/// @param name as files and the palette have it: `Conv2d`
/// @param card how it presents itself
/// @param defaults the layer as it comes from the palette
public record LayerType(String name, Card card, Layer defaults) {

    static LayerType of(Layer defaults) {
        Card card = defaults.getClass().getAnnotation(Card.class);
        if (card == null) {
            throw new IllegalStateException(defaults.getClass() + " lacks @Card");
        }
        return new LayerType(Schema.of(defaults).type(), card, defaults);
    }

    /// Its settings.
    public Schema schema() {
        return Schema.of(defaults);
    }

    /// A layer of this type with the given settings, as text; the others have their defaults.
    ///
    /// @throws io.netloom.shape.BadInput for an unknown setting or a text that is no value of it
    public Layer with(Map<String, String> settings) {
        return schema().with(defaults, settings);
    }
}
