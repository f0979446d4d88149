package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.command.Command;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;

/// The menu of the right button: for what is selected, or, on the empty canvas, for what can be put there.
final class CanvasMenu {
    private static final List<List<String>> ON_SELECTION = List.of(
            List.of("rename", "look-into", "join", "frame"),
            List.of("cut", "copy", "paste", "duplicate"),
            List.of("remove", "remove-and-join", "bypass", "mute"),
            List.of("upstream", "downstream"));
    private static final List<List<String>> ON_NOTHING = List.of(List.of("add", "note", "paste"),
            List.of("select-all", "lay-out", "show-all", "look-out"));

    private final CanvasView view;
    private final CanvasViewModel model;
    private final CanvasTools tools;
    private final Map<String, Command> commands;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(CanvasView view, CanvasViewModel model, CanvasTools tools) {
        this.view = view;
        this.model = model;
        this.tools = tools;
        commands = tools.commands().stream().collect(Collectors.toMap(Command::id, Function.identity()));
        menu.setId("canvas-menu");
    }

    void show(ContextMenuEvent event) {
        menu.getItems().clear();
        boolean onNothing = model.document().selection().isEmpty()
                || !event.isKeyboardTrigger() && model.target(at(event)) instanceof Target.Empty;
        for (List<String> group : onNothing ? ON_NOTHING : ON_SELECTION) {
            List<Command> possible = group.stream().map(id -> commands.get("canvas." + id))
                    .filter(command -> command.enabled().getAsBoolean()).toList();
            if (!possible.isEmpty() && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            possible.forEach(command -> menu.getItems().add(item(command)));
        }
        if (onNothing && !event.isKeyboardTrigger()) {
            Point here = model.viewport().toWorld(at(event));
            menu.getItems().stream().filter(item -> "menu-canvas.paste".equals(item.getId()))
                    .forEach(item -> item.setOnAction(_ -> tools.pasteAt(here)));
        }
        menu.show(view, event.getScreenX(), event.getScreenY());
    }

    private static Point at(ContextMenuEvent event) {
        return new Point(event.getX(), event.getY());
    }

    private MenuItem item(Command command) {
        var item = new MenuItem(command.title(model.texts()));
        item.setId("menu-" + command.id());
        command.shortcut().ifPresent(keys -> item.setAccelerator(KeyCombination.valueOf(keys)));
        item.setOnAction(_ -> command.run());
        return item;
    }

    void hide() {
        menu.hide();
    }
}
