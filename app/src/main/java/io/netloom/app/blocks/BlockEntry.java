package io.netloom.app.blocks;

import io.netloom.app.look.BlockLook;
import io.netloom.graph.Block;
import java.util.List;
import java.util.Locale;

/// A kind of block that can be put on the canvas.
///
/// @param id tells it apart from all others, also in another window: `layer:Conv2d`, `template:Residual block`
/// @param name as people call it, in the window's language: `Conv2d`, 二维卷积
/// @param category the drawer of the palette, in the window's language
/// @param help one sentence
/// @param synonyms what else people call it
/// @param look colour and icon
/// @param block a new one of it
public record BlockEntry(String id, String name, String category, String help, List<String> synonyms, BlockLook look,
        Block block) {
    public BlockEntry {
        synonyms = List.copyOf(synonyms);
    }

    /// What cards and files call it: `Conv2d`, `Residual block`.
    public String type() {
        return block.type();
    }

    /// Whether this is its whole name.
    public boolean isCalled(String query) {
        String wanted = query.strip();
        return name.equalsIgnoreCase(wanted) || type().equalsIgnoreCase(wanted);
    }

    /// What a new one is called before numbers are put behind it: `conv2d`, `residual_block`.
    public String nameToBegin() {
        return type().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }
}
