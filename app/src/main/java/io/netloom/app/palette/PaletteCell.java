package io.netloom.app.palette;

import io.netloom.app.blocks.BlockDrag;
import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.look.Icons;
import io.netloom.app.palette.PaletteViewModel.Row;
import io.netloom.app.text.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line of the palette: a category that folds, or a block that can be taken hold of.
final class PaletteCell extends ListCell<Row> {
    private static final int LONG = 22;

    private final PaletteViewModel model;
    private final Texts texts;

    PaletteCell(PaletteViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        // Names that are too long end in dots instead of making the list wider.
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() instanceof Row.Heading heading) {
                model.toggle(heading);
            } else if (event.getClickCount() == 2 && getItem() instanceof Row.Entry entry) {
                model.add(entry.block());
            }
        });
        setOnDragDetected(this::drag);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        setOnContextMenuRequested(null);
        setAccessibleText(null);
        getStyleClass().remove("heading");
        if (empty || row == null) {
            return;
        }
        switch (row) {
            case Row.Heading heading -> show(heading);
            case Row.Entry(BlockEntry block, boolean found) -> show(block, found);
        }
    }

    private void show(Row.Heading heading) {
        getStyleClass().add("heading");
        setText(heading.words().toUpperCase(Locale.ROOT));
        setGraphic(Icons.of(heading.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
        setAccessibleText(texts.get(heading.open() ? "palette.open" : "palette.folded", heading.words(),
                heading.blocks()));
    }

    private void show(BlockEntry block, boolean found) {
        var name = new Label(block.name(), Icons.of(block.look()));
        name.getStyleClass().add("palette-name");
        // What stands beside it gives way first.
        name.setMinWidth(block.name().length() > LONG ? 0 : Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(name, gap);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("palette-line");
        String beside = found ? block.category() : block.name().equals(block.type()) ? "" : block.type();
        if (!beside.isEmpty()) {
            var more = new Label(beside);
            more.getStyleClass().add("palette-beside");
            more.setMinWidth(0);
            more.widthProperty()
                    .addListener((_, _, width) -> more.setVisible(width.doubleValue() >= more.prefWidth(-1) - 1));
            line.getChildren().add(more);
        }
        setGraphic(line);
        var tooltip = new Tooltip(block.name() + "\n" + block.help());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        setTooltip(tooltip);
        setAccessibleText(block.name() + ". " + block.help());
        setOnContextMenuRequested(event -> {
            menu(block).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private ContextMenu menu(BlockEntry block) {
        var menu = new ContextMenu(item("palette.add", () -> model.add(block)));
        if (model.canOpen(block)) {
            menu.getItems().add(item("palette.open-template", () -> model.open(block)));
        }
        if (model.isOwn(block)) {
            menu.getItems().add(item("palette.remove", () -> model.remove(block)));
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void drag(MouseEvent event) {
        if (getItem() instanceof Row.Entry entry) {
            var board = startDragAndDrop(TransferMode.COPY);
            BlockDrag.put(board, entry.block());
            board.setDragView(snapshot(null, null), event.getX(), event.getY());
            event.consume();
        }
    }
}
