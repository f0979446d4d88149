package io.netloom.app.palette;

import io.netloom.app.look.Icons;
import io.netloom.app.palette.PaletteViewModel.Row;
import io.netloom.app.text.Texts;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The palette at the left: a search field over the list of blocks. Enter or a double click adds.
public final class PaletteView {
    private final PaletteViewModel model;
    private final VBox root = new VBox();
    private final TextField search = new TextField();
    private final ListView<Row> list = new ListView<>();

    public PaletteView(PaletteViewModel model, Texts texts) {
        this.model = model;
        root.getStyleClass().add("palette");
        search.setId("palette-search");
        search.setPromptText(texts.get("palette.search"));
        list.setId("palette-list");
        list.setAccessibleText(texts.get("palette.title"));
        list.setCellFactory(_ -> new RowCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        search.textProperty().addListener(_ -> fill());
        search.setOnAction(_ -> addFirst());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().select(firstEntry());
                event.consume();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                addSelected();
                event.consume();
            }
        });
        var top = new StackPane(search);
        top.getStyleClass().add("search-row");
        root.getChildren().addAll(top, list);
        fill();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user type a search.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void fill() {
        list.getItems().setAll(model.rows(search.getText()));
    }

    private int firstEntry() {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof Row.Entry) {
                return i;
            }
        }
        return -1;
    }

    private void addFirst() {
        list.getItems().stream().filter(Row.Entry.class::isInstance).findFirst().map(Row.Entry.class::cast)
                .ifPresent(model::add);
        search.selectAll();
    }

    private void addSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Entry entry) {
            model.add(entry);
        }
    }

    private final class RowCell extends ListCell<Row> {
        RowCell() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() instanceof Row.Entry entry) {
                    model.add(entry);
                }
            });
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(null);
            setTooltip(null);
            getStyleClass().removeAll("heading");
            setDisable(false);
            if (empty || row == null) {
                setText(null);
                return;
            }
            switch (row) {
                case Row.Heading(String words) -> {
                    setText(words.toUpperCase(Locale.ROOT));
                    getStyleClass().add("heading");
                    setDisable(true);
                }
                case Row.Entry entry -> {
                    setText(entry.name());
                    setGraphic(Icons.of(entry.look()));
                    setTooltip(new Tooltip(entry.help()));
                    setAccessibleText(entry.name() + ". " + entry.help());
                }
            }
        }
    }
}
