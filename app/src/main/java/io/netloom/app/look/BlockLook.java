package io.netloom.app.look;

import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.layer.Card;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Category;
import io.netloom.layer.LayerType;
import io.netloom.layer.Schema;
import java.util.Locale;

/// What a kind of block looks like, on a card as in the palette.
///
/// @param styleClass gives `-category-color` in the style sheet
/// @param icon a name in Material Design Icons
public record BlockLook(String styleClass, String icon) {
    private static final BlockLook COMPOSITE = new BlockLook("category-composite", "mdi2p-package-variant-closed");

    /// The look of a block.
    public static BlockLook of(Block block) {
        return switch (block) {
            case Block.Single(var layer) -> of(Catalogue.standard().find(Schema.of(layer).type()));
            case Composite _ -> COMPOSITE;
        };
    }

    /// The look of a layer type.
    public static BlockLook of(LayerType type) {
        Card card = type.card();
        return new BlockLook(styleClass(card.category()), card.icon());
    }

    /// The look of any composite.
    public static BlockLook composite() {
        return COMPOSITE;
    }

    /// The style class of a category.
    public static String styleClass(Category category) {
        return "category-" + category.name().toLowerCase(Locale.ROOT);
    }
}
