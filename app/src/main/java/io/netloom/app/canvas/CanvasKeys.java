package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Direction;
import io.netloom.app.command.Command;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Hands on what the keys do while the canvas has the focus. Shortcuts of the menus are looked up here first, so that keys
/// like Delete mean the canvas only where it is meant.
final class CanvasKeys {
    private final CanvasView view;
    private final CanvasViewModel model;
    private final CanvasTools tools;
    private final Map<KeyCombination, Command> shortcuts = new LinkedHashMap<>();

    CanvasKeys(CanvasView view, CanvasViewModel model, CanvasTools tools) {
        this.view = view;
        this.model = model;
        this.tools = tools;
        for (Command command : tools.commands()) {
            command.shortcut().ifPresent(keys -> shortcuts.put(KeyCombination.valueOf(keys), command));
        }
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == view && pressed(event)) {
                event.consume();
            }
        });
        view.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getTarget() == view) {
                typed(event);
            }
        });
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                view.holdSpace(CanvasView.Space.FREE);
            }
        });
        view.focusedProperty().addListener(_ -> view.holdSpace(CanvasView.Space.FREE));
    }

    private boolean pressed(KeyEvent event) {
        if (tools.joining().busy()) {
            return joining(event);
        }
        if (tools.pointer().busy()) {
            return whilePulling(event);
        }
        Optional<Command> command = shortcuts.entrySet().stream().filter(e -> e.getKey().match(event))
                .map(Map.Entry::getValue).findFirst();
        if (command.isPresent() && command.get().enabled().getAsBoolean()) {
            command.get().run();
            return true;
        }
        return plain(event);
    }

    /// What is pulled about must stay there until it is let go: only Escape ends that, and no shortcut comes between.
    private boolean whilePulling(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            tools.escape();
        }
        return !event.getCode().isModifierKey();
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case SPACE -> {
                view.holdSpace(CanvasView.Space.HELD);
                yield true;
            }
            case BACK_SPACE -> {
                shortcuts.values().stream().filter(c -> c.id().equals("canvas.remove")).forEach(Command::run);
                yield true;
            }
            default -> {
                // With nothing selected the arrows look for something.
                Optional<Direction> way = direction(event.getCode());
                way.ifPresent(tools::walk);
                yield way.isPresent();
            }
        };
    }

    private static Optional<Direction> direction(KeyCode code) {
        return switch (code) {
            case LEFT -> Optional.of(Direction.LEFT);
            case RIGHT -> Optional.of(Direction.RIGHT);
            case UP -> Optional.of(Direction.UP);
            case DOWN -> Optional.of(Direction.DOWN);
            default -> Optional.empty();
        };
    }

    private boolean joining(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> tools.joining().accept();
            case ESCAPE -> tools.joining().cancel();
            case TAB -> tools.joining().step(event.isShiftDown() ? -1 : 1);
            case RIGHT, DOWN -> tools.joining().step(1);
            case LEFT, UP -> tools.joining().step(-1);
            default -> {
                return event.getCode().isModifierKey();
            }
        }
        return true;
    }

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        boolean word = !typed.isEmpty() && Character.isLetterOrDigit(typed.codePointAt(0));
        if (word && !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown()
                && !tools.joining().busy() && !tools.pointer().busy()) {
            tools.type(typed);
            event.consume();
        }
    }
}
