package io.netloom.app.blocks;

import io.netloom.app.look.BlockLook;
import io.netloom.graph.Block;
import java.util.Locale;

/// A kind of block that can be put on the canvas.
///
/// @param name as people call it: `Conv2d`, `Residual block`
/// @param category the drawer of the palette, in the window's language
/// @param help one sentence
/// @param look colour and icon
/// @param block a new one of it
public record BlockEntry(String name, String category, String help, BlockLook look, Block block) {

    /// What a new one is called before numbers are put behind it: `conv2d`, `residual_block`.
    public String nameToBegin() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }
}
