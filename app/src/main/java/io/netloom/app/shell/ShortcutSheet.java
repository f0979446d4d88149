package io.netloom.app.shell;

import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All shortcuts at a glance.
final class ShortcutSheet {
    private ShortcutSheet() {}

    static void show(List<Command> commands, Texts texts, Overlay overlay) {
        var columns = new FlowPane();
        columns.getStyleClass().add("shortcut-columns");
        for (Menu menu : Menu.values()) {
            List<Command> ours = commands.stream().filter(c -> c.menu() == menu && c.shortcut().isPresent()).toList();
            if (!ours.isEmpty()) {
                columns.getChildren().add(column(menu, ours, texts));
            }
        }
        var title = new Label(texts.get("shell.shortcuts"));
        title.getStyleClass().add("panel-title");
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        var panel = new VBox(title, scroll);
        panel.setId("shortcut-sheet");
        panel.getStyleClass().addAll("overlay-panel", "shortcut-sheet");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(panel, scroll);
    }

    private static VBox column(Menu menu, List<Command> commands, Texts texts) {
        var grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        for (Command command : commands) {
            var keys = new Label(KeyCombination.valueOf(command.shortcut().orElseThrow()).getDisplayText());
            keys.getStyleClass().add("key");
            grid.addRow(grid.getRowCount(), new Label(texts.get(command.id())), keys);
        }
        var heading = new Label(texts.get(menu.key()));
        heading.getStyleClass().add("panel-title");
        return new VBox(8, heading, grid);
    }
}
