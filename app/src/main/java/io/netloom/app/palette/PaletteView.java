package io.netloom.app.palette;

import io.netloom.app.look.Icons;
import io.netloom.app.palette.PaletteViewModel.Row;
import io.netloom.app.text.Texts;
import io.netloom.graph.Block;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The palette at the left: a search field over the list of blocks. Enter or a double click adds, dragging puts where one
/// wants it; below, what is selected can be kept as a template.
public final class PaletteView {
    private final PaletteViewModel model;
    private final VBox root = new VBox();
    private final TextField search = new TextField();
    private final ListView<Row> list = new ListView<>();
    private final SaveRow saving;
    private Consumer<String> explain = _ -> {};

    public PaletteView(PaletteViewModel model, Texts texts) {
        this.model = model;
        saving = new SaveRow(model, texts);
        root.getStyleClass().add("palette");
        search.setId("palette-search");
        search.setPromptText(texts.get("palette.search"));
        search.setAccessibleText(texts.get("palette.search"));
        list.setId("palette-list");
        list.setAccessibleText(texts.get("palette.title"));
        list.setCellFactory(_ -> new PaletteCell(model, texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        search.textProperty().addListener(_ -> fill());
        search.setOnAction(_ -> addFirst());
        search.setOnKeyPressed(this::pressedInSearch);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInList);
        list.setOnKeyTyped(this::typedInList);
        var icon = Icons.of("mdi2m-magnify");
        icon.getStyleClass().add("search-icon");
        icon.setMouseTransparent(true);
        var top = new StackPane(search, icon);
        StackPane.setAlignment(icon, javafx.geometry.Pos.CENTER_LEFT);
        top.getStyleClass().add("search-row");
        root.getChildren().addAll(top, list, saving);
        model.onChange(this::refresh);
        fill();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// What F1 on a kind of layer does, given its type.
    public void onExplain(Consumer<String> action) {
        explain = action;
    }

    /// Lets the user type a search.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /// Lets the user name the template that what is selected becomes.
    public void focusSaving() {
        saving.ask();
    }

    private void refresh() {
        if (!model.rows(search.getText()).equals(list.getItems())) {
            int chosen = list.getSelectionModel().getSelectedIndex();
            fill();
            list.getSelectionModel().select(Math.min(chosen, list.getItems().size() - 1));
        }
        saving.refresh();
    }

    private void fill() {
        list.getItems().setAll(model.rows(search.getText()));
        saving.refresh();
    }

    private int firstEntry() {
        List<Row> rows = list.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Entry) {
                return i;
            }
        }
        return -1;
    }

    private void addFirst() {
        int first = search.getText().isBlank() ? -1 : firstEntry();
        if (first >= 0) {
            choose(list.getItems().get(first));
            search.selectAll();
        }
    }

    private void choose(Row row) {
        switch (row) {
            case Row.Heading heading -> model.toggle(heading);
            case Row.Entry entry -> model.add(entry.block());
        }
    }

    private void pressedInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            list.getSelectionModel().select(Math.max(0, firstEntry()));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.F1 && !search.getText().isBlank() && firstEntry() >= 0) {
            explain(list.getItems().get(firstEntry()), event);
        }
    }

    private void explain(Row row, KeyEvent event) {
        if (row instanceof Row.Entry entry && entry.block().block() instanceof Block.Single) {
            explain.accept(entry.block().type());
            event.consume();
        }
    }

    private void pressedInList(KeyEvent event) {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        boolean foldKey = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        if (event.getCode() == KeyCode.ENTER) {
            choose(row);
            event.consume();
        } else if (event.getCode() == KeyCode.F1) {
            explain(row, event);
        } else if (foldKey && row instanceof Row.Heading heading
                && heading.open() == (event.getCode() == KeyCode.LEFT)) {
            model.toggle(heading);
            event.consume();
        } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() == 0) {
            focusSearch();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && row instanceof Row.Entry entry
                && model.isOwn(entry.block())) {
            model.remove(entry.block());
            event.consume();
        }
    }

    /// Letters go on with the search, wherever the focus is.
    private void typedInList(KeyEvent event) {
        String typed = event.getCharacter();
        if (!typed.isBlank() && typed.codePoints().allMatch(Character::isLetterOrDigit) && !event.isShortcutDown()) {
            search.requestFocus();
            search.setText(typed);
            search.end();
            event.consume();
        }
    }
}
