package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Direction;
import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// What arrows, Tab, Enter and Escape do while the drawing has the focus. They are commands like all others, so that the sheet
/// of shortcuts tells of them.
final class KeyCommands {
    private static final double STEP = CardLayout.GRID / 2;
    private static final double FAR = 5 * STEP;

    private final CanvasViewModel model;
    private final Selecting selecting;
    private final Arranging arranging;
    private final Runnable inspect;
    private final Runnable escape;

    KeyCommands(CanvasViewModel model, Selecting selecting, Arranging arranging, Runnable inspect, Runnable escape) {
        this.model = model;
        this.selecting = selecting;
        this.arranging = arranging;
        this.inspect = inspect;
        this.escape = escape;
    }

    List<Command> commands() {
        BooleanSupplier any = () -> !model.document().selection().isEmpty();
        var commands = new ArrayList<Command>();
        for (Direction way : Direction.values()) {
            String key = way.name().charAt(0) + way.name().substring(1).toLowerCase(Locale.ROOT);
            String word = way.name().toLowerCase(Locale.ROOT);
            commands.add(Command.of("canvas.nudge-" + word, Menu.ARRANGE, 5, () -> arranging.nudge(way, STEP))
                    .onCanvas(key).when(any));
            commands.add(Command.of("canvas.nudge-far-" + word, Menu.ARRANGE, 5, () -> arranging.nudge(way, FAR))
                    .onCanvas("Shift+" + key).when(any));
            commands.add(Command.of("canvas.walk-" + word, Menu.EDIT, 5, () -> selecting.walk(way))
                    .onCanvas("Shortcut+" + key));
        }
        commands.add(Command.of("canvas.next", Menu.EDIT, 5, () -> selecting.step(1)).onCanvas("Tab")
                .when(() -> selecting.canStep(1)));
        commands.add(Command.of("canvas.previous", Menu.EDIT, 5, () -> selecting.step(-1)).onCanvas("Shift+Tab")
                .when(() -> selecting.canStep(-1)));
        commands.add(Command.of("canvas.inspect", Menu.EDIT, 5, inspect).onCanvas("Enter").when(any));
        commands.add(Command.of("canvas.escape", Menu.EDIT, 5, escape).onCanvas("Esc"));
        return commands;
    }
}
