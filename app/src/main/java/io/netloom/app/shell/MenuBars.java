package io.netloom.app.shell;

import io.netloom.app.command.Command;
import io.netloom.app.command.Command.Reach;
import io.netloom.app.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The menu bar, made from the commands.
final class MenuBars {
    private final Texts texts;
    private final MenuBar bar = new MenuBar();
    private final List<Runnable> refreshers = new ArrayList<>();

    MenuBars(Texts texts) {
        this.texts = texts;
        bar.setUseSystemMenuBar(true);
    }

    MenuBar bar() {
        return bar;
    }

    void show(List<Command> commands) {
        refreshers.clear();
        bar.getMenus().setAll(Arrays.stream(io.netloom.app.command.Menu.values()).map(menu -> menu(menu, commands))
                .filter(menu -> !menu.getItems().isEmpty()).toList());
        refresh();
    }

    /// After something has changed: names of steps, and what can be done.
    void refresh() {
        refreshers.forEach(Runnable::run);
    }

    private Menu menu(io.netloom.app.command.Menu which, List<Command> commands) {
        var menu = new Menu(texts.get(which.key()));
        menu.setId("menu-" + which.name());
        int group = 0;
        for (Command command : sorted(which, commands)) {
            if (command.group() != group && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group = command.group();
            menu.getItems().add(item(command));
        }
        return menu;
    }

    private MenuItem item(Command command) {
        MenuItem item = command.chosen().<MenuItem>map(present -> {
            var check = new CheckMenuItem();
            refreshers.add(() -> check.setSelected(present.getAsBoolean()));
            return check;
        }).orElseGet(MenuItem::new);
        item.setId(command.id());
        item.setMnemonicParsing(false);
        command.shortcut().ifPresent(keys -> item.setAccelerator(KeyCombination.valueOf(keys)));
        item.setOnAction(_ -> {
            command.run();
            refresh();
        });
        refreshers.add(() -> {
            item.setText(command.title(texts));
            item.setDisable(!command.enabled().getAsBoolean());
        });
        return item;
    }

    private static List<Command> sorted(io.netloom.app.command.Menu which, List<Command> commands) {
        return commands.stream().filter(command -> command.menu() == which && command.reach() == Reach.WINDOW)
                .sorted(Comparator.comparingInt(Command::group)).toList();
    }
}
