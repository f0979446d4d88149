package io.netloom.app.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// What is told while measurements go on: on a terminal a line that moves, else a line for each network.
final class BenchNotes implements Consumer<String> {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private final Set<String> told = new HashSet<>();

    BenchNotes(PrintWriter err) {
        this.err = err;
    }

    /// @param progress the network, a colon, and what is going on
    @Override
    public void accept(String progress) {
        if (terminal) {
            err.print(CLEAR_LINE + progress);
            err.flush();
        } else if (told.add(progress.substring(0, progress.indexOf(':')))) {
            err.println(progress);
        }
    }

    /// Takes away the line that moves.
    void clear() {
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    /// Tells what stays, once.
    void keep(String note) {
        if (told.add(note)) {
            clear();
            err.println(note);
        }
    }
}
