package io.netloom.app.reference;

import io.netloom.app.look.BlockLook;
import java.util.List;

/// The kinds of blocks of one drawer of the palette, as the contents of the reference list them.
///
/// @param category what the drawer is called
/// @param entries its kinds, in the palette's order
public record ReferenceSection(String category, List<Entry> entries) {
    public ReferenceSection {
        entries = List.copyOf(entries);
    }

    /// A kind of block.
    ///
    /// @param type what files call it
    /// @param name what it is called in the window's language
    public record Entry(String type, String name, BlockLook look) {}
}
