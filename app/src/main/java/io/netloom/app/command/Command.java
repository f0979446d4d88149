package io.netloom.app.command;

import io.netloom.app.text.Texts;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Something that the user can do. Menus, the command palette and the sheet of shortcuts are all made from these.
///
/// @param id the key of its words: `shell.save`
/// @param menu where it stands
/// @param group commands of one menu with the same number stand together; a line parts the groups
/// @param shortcut as JavaFX writes key combinations, `Shortcut+Shift+S`; `Shortcut` is Ctrl, on a Mac Cmd
/// @param reach where its shortcut holds
/// @param enabled whether it can be done now
/// @param detail what stands behind its name, such as the name of the step that undo takes back; empty for nothing
/// @param chosen for one of several ways to have something: whether it is the present one
/// @param action does it
public record Command(String id, Menu menu, int group, Optional<String> shortcut, Reach reach,
        BooleanSupplier enabled, Supplier<String> detail, Optional<BooleanSupplier> chosen, Runnable action) {

    /// Where a shortcut holds.
    public enum Reach {
        /// Wherever the focus is.
        WINDOW,
        /// Only while the drawing has the focus, for elsewhere such a key means something else. These commands stand in no
        /// menu.
        CANVAS
    }

    /// A command that can always be done and has no shortcut.
    public static Command of(String id, Menu menu, int group, Runnable action) {
        return new Command(id, menu, group, Optional.empty(), Reach.WINDOW, () -> true, () -> "", Optional.empty(), action);
    }

    /// The same with a shortcut.
    public Command on(String keys) {
        return new Command(id, menu, group, Optional.of(keys), Reach.WINDOW, enabled, detail, chosen, action);
    }

    /// The same with a shortcut that holds while the drawing has the focus.
    public Command onCanvas(String keys) {
        return new Command(id, menu, group, Optional.of(keys), Reach.CANVAS, enabled, detail, chosen, action);
    }

    /// The same, but only where it can be done.
    public Command when(BooleanSupplier condition) {
        return new Command(id, menu, group, shortcut, reach, condition, detail, chosen, action);
    }

    /// The same with something behind its name.
    public Command showing(Supplier<String> what) {
        return new Command(id, menu, group, shortcut, reach, enabled, what, chosen, action);
    }

    /// The same as one of several ways to have something.
    public Command chosenIf(BooleanSupplier present) {
        return new Command(id, menu, group, shortcut, reach, enabled, detail, Optional.of(present), action);
    }

    /// What it is called now.
    public String title(Texts texts) {
        String more = detail.get();
        return more.isEmpty() ? texts.get(id) : texts.get(id) + " " + more;
    }

    /// Does it, if it can be done.
    public void run() {
        if (enabled.getAsBoolean()) {
            action.run();
        }
    }
}
