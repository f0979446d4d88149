package io.netloom.app.blocks;

import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/// How a kind of block travels by drag and drop from the palette to the canvas: by its id.
public final class BlockTransfer {
    private static final String MIME = "application/x-netloom-block";

    private BlockTransfer() {}

    /// What is put on the dragboard where a block is taken hold of.
    public static ClipboardContent content(BlockEntry entry) {
        var content = new ClipboardContent();
        content.put(format(), entry.id());
        return content;
    }

    /// Whether a block is being dragged; cheap enough for every movement of the mouse.
    public static boolean carried(Dragboard board) {
        return board.hasContent(format());
    }

    /// The kind that is being dragged, if it is one of those that can be found.
    public static Optional<BlockEntry> entry(Dragboard board, BlockSearch blocks) {
        return board.getContent(format()) instanceof String id ? blocks.find(id) : Optional.empty();
    }

    /// A format of one name may be made only once in a process.
    private static DataFormat format() {
        return Optional.ofNullable(DataFormat.lookupMimeType(MIME)).orElseGet(() -> new DataFormat(MIME));
    }
}
