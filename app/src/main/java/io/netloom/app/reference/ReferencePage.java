package io.netloom.app.reference;

import io.netloom.app.look.BlockLook;
import java.util.List;

/// The page of a kind of block, made from its record.
///
/// @param name what it is called in the window's language
/// @param type what files and PyTorch's users call it, or empty where that is its name
/// @param category the drawer of the palette
/// @param help one sentence
/// @param ports what it takes and gives, as a sentence
/// @param example shapes in and out; empty where no usual shape fits
/// @param python the line that it stands for
/// @param settings in the order of the record
/// @param paper where it was published, or empty
public record ReferencePage(String name, String type, String category, String help, BlockLook look, String ports,
        String example, String python, List<Setting> settings, String paper) {
    public ReferencePage {
        settings = List.copyOf(settings);
    }

    /// A setting.
    ///
    /// @param label what it is called
    /// @param range what may be written
    /// @param usual the default
    /// @param help one sentence
    public record Setting(String label, String range, String usual, String help) {}
}
