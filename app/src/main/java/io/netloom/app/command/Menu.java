package io.netloom.app.command;

import java.util.Locale;

/// The menus of the window, from left to right.
public enum Menu {
    FILE, EDIT, VIEW, ARRANGE, TRAIN, HELP;

    /// The key of its words.
    public String key() {
        return "shell.menu." + name().toLowerCase(Locale.ROOT);
    }
}
