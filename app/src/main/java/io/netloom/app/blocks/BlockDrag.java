package io.netloom.app.blocks;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/// A block on its way from the palette to the canvas.
public final class BlockDrag {
    /// What it travels as: the name of its entry.
    public static final DataFormat FORMAT = new DataFormat("application/x-netloom-block");

    private BlockDrag() {}

    /// Begins: the drag carries this block.
    public static void put(Dragboard board, BlockEntry entry) {
        board.setContent(Map.of(FORMAT, entry.name()));
    }

    /// The block that a drag carries.
    public static Optional<BlockEntry> entry(Dragboard board, BlockSearch blocks) {
        Object name = board.getContent(FORMAT);
        return blocks.entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
