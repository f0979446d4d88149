package io.netloom.app.shell;

import io.netloom.app.command.Command;
import io.netloom.app.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All commands by name: type some letters, then Enter.
final class CommandPalette {
    private final Texts texts;
    private final Overlay overlay;
    private final List<Command> commands;
    private final TextField search = new TextField();
    private final ListView<Command> list = new ListView<>();

    CommandPalette(List<Command> commands, Texts texts, Overlay overlay) {
        this.commands = commands.stream().filter(c -> c.enabled().getAsBoolean()).toList();
        this.texts = texts;
        this.overlay = overlay;
    }

    void show() {
        search.setId("command-search");
        search.setPromptText(texts.get("shell.commands.search"));
        list.setId("command-list");
        list.setCellFactory(_ -> new Cell());
        list.setFocusTraversable(false);
        search.textProperty().addListener(_ -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case DOWN -> move(1);
                case UP -> move(-1);
                case ENTER -> run(list.getSelectionModel().getSelectedItem());
                default -> {
                    return;
                }
            }
            event.consume();
        });
        fill();
        var panel = new VBox(search, list);
        panel.getStyleClass().addAll("overlay-panel", "command-palette");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(panel, search);
    }

    private void fill() {
        String[] words = search.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        list.getItems().setAll(commands.stream().filter(c -> matches(title(c), words)).toList());
        list.getSelectionModel().selectFirst();
    }

    private String title(Command command) {
        return texts.get(command.menu().key()) + ": " + command.title(texts);
    }

    private static boolean matches(String title, String[] words) {
        String lower = title.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0,
                Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void run(Command command) {
        overlay.hide();
        if (command != null) {
            command.run();
        }
    }

    private final class Cell extends ListCell<Command> {
        Cell() {
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    run(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var keys = new Label(command.shortcut().map(k -> KeyCombination.valueOf(k).getDisplayText()).orElse(""));
            keys.getStyleClass().add("text-muted");
            var line = new HBox(new Label(title(command)), gap, keys);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
        }
    }
}
