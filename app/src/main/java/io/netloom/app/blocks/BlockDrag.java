package io.netloom.app.blocks;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/// A block on its way from the palette to the canvas.
public final class BlockDrag {
    /// What it travels as: the id of its entry.
    public static final DataFormat FORMAT = new DataFormat("application/x-netloom-block");

    private BlockDrag() {}

    /// Begins: the drag carries this block.
    public static void put(Dragboard board, BlockEntry entry) {
        board.setContent(Map.of(FORMAT, entry.id()));
    }

    /// The block that a drag carries, if it is one of those that can be found.
    public static Optional<BlockEntry> entry(Dragboard board, BlockSearch blocks) {
        return board.getContent(FORMAT) instanceof String id ? blocks.find(id) : Optional.empty();
    }
}
