package io.netloom.app.canvas;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The quick search: a field, and below it the blocks that match and fit.
final class SearchView extends VBox {
    private static final double WIDTH = 320;
    private static final double ROW = 30;
    private static final int ROWS = 8;
    private static final double AIR = 8;

    private final CanvasViewModel model;
    private final CanvasTools tools;
    private final TextField field = new TextField();
    private final Label purpose = new Label();
    private final Label help = new Label();
    private final ListView<BlockEntry> list = new ListView<>();
    private Optional<QuickSearch> shown = Optional.empty();

    SearchView(CanvasViewModel model, CanvasTools tools) {
        this.model = model;
        this.tools = tools;
        Texts texts = model.texts();
        setManaged(false);
        setVisible(false);
        setId("quick-search");
        getStyleClass().add("quick-search");
        field.setId("quick-search-field");
        field.setPromptText(texts.get("canvas.search.prompt"));
        field.setAccessibleText(texts.get("canvas.search.prompt"));
        purpose.getStyleClass().addAll("text-muted", "search-purpose");
        help.getStyleClass().addAll("text-muted", "search-help");
        help.setWrapText(true);
        list.setId("quick-search-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROWS * ROW + 2);
        list.setPlaceholder(new Label(texts.get("canvas.search.nothing")));
        list.setCellFactory(_ -> new EntryCell());
        getChildren().addAll(purpose, field, list, help);
        field.textProperty().addListener((_, _, typed) -> shown.ifPresent(search -> {
            if (!typed.equals(search.query())) {
                search.type(typed);
                fill();
            }
        }));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && shown.isPresent()) {
                model.closeSearch();
            }
        });
    }

    /// Shows the search that is open, or none.
    void show() {
        if (shown.equals(model.search())) {
            return;
        }
        boolean gone = shown.isPresent();
        shown = model.search();
        setVisible(shown.isPresent());
        shown.ifPresentOrElse(search -> {
            field.setText(search.query());
            String words = purpose(search);
            purpose.setText(words);
            purpose.setVisible(!words.isEmpty());
            purpose.setManaged(!words.isEmpty());
            fill();
            place();
            field.requestFocus();
            field.end();
        }, () -> {
            if (gone) {
                getParent().requestFocus();
            }
        });
    }

    private String purpose(QuickSearch search) {
        return search.splice().map(edge -> model.texts().get("canvas.search.into", edge.from(), edge.to()))
                .or(() -> search.from().map(port -> switch (port.side()) {
                    case OUTPUT -> model.texts().get("canvas.search.after", port.node());
                    case INPUT -> model.texts().get("canvas.search.before", port.node());
                })).orElse("");
    }

    private void fill() {
        shown.ifPresent(search -> {
            list.getItems().setAll(search.found());
            choose(search);
        });
    }

    private void choose(QuickSearch search) {
        list.getSelectionModel().clearAndSelect(search.chosenIndex());
        int first = Math.max(0, search.chosenIndex() - ROWS + 1);
        list.scrollTo(first);
        help.setText(search.chosen().map(BlockEntry::help).orElse(""));
    }

    private void key(KeyEvent event) {
        int way = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> ROWS;
            case PAGE_UP -> -ROWS;
            default -> 0;
        };
        switch (event.getCode()) {
            case ENTER, TAB -> tools.accept();
            case ESCAPE -> model.closeSearch();
            default -> shown.filter(_ -> way != 0).ifPresent(search -> {
                search.step(way);
                choose(search);
            });
        }
        boolean taken = way != 0 || switch (event.getCode()) {
            case ENTER, TAB, ESCAPE -> true;
            default -> false;
        };
        if (taken) {
            event.consume();
        }
    }

    /// At the place that is meant, within the canvas.
    private void place() {
        shown.ifPresent(search -> {
            applyCss();
            double height = prefHeight(WIDTH);
            Point at = model.viewport().toScreen(search.at());
            double x = Math.clamp(at.x(), AIR, Math.max(AIR, model.viewport().width() - WIDTH - AIR));
            double y = Math.clamp(at.y() - ROW, AIR, Math.max(AIR, model.viewport().height() - height - AIR));
            resizeRelocate(Math.rint(x), Math.rint(y), WIDTH, height);
        });
    }

    private final class EntryCell extends ListCell<BlockEntry> {
        EntryCell() {
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    tools.accept(getItem());
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(BlockEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(null);
            if (!empty && entry != null) {
                var name = new Label(entry.name());
                var gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                boolean fits = shown.map(search -> search.fits(entry)).orElse(true);
                var category = new Label(fits ? entry.category() : model.texts().get("canvas.search.unfit"));
                category.getStyleClass().add("text-muted");
                var row = new HBox(Icons.of(entry.look()), name, gap, category);
                row.getStyleClass().add("search-row");
                row.setAlignment(Pos.CENTER_LEFT);
                setGraphic(row);
                setAccessibleText(entry.name() + ". " + category.getText() + ". " + entry.help());
            }
        }
    }
}
