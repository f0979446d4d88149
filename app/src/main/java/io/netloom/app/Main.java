package io.netloom.app;

import io.netloom.app.cli.CommandLineInterface;
import io.netloom.app.shell.WindowApplication;
import java.util.List;

/// Where the program starts: without arguments, or with project files, its window; else the command line, for which nothing
/// of JavaFX is loaded.
public final class Main {
    private static final int NO_DISPLAY = 1;

    private Main() {}

    /// Opens the window, or runs the command line.
    public static void main(String[] arguments) {
        // Charts are drawn, and fonts looked at, with Java's own graphics, which needs no window system of its own.
        System.setProperty("java.awt.headless", "true");
        if (!List.of(arguments).stream().allMatch(argument -> argument.endsWith(".netloom"))) {
            System.exit(CommandLineInterface.run(arguments, System.out, System.err));
        } else if (hasDisplay()) {
            WindowApplication.open(List.of(arguments));
        } else {
            System.err.println("There is no display to open the window on (DISPLAY is not set). "
                    + "Everything can be done from the command line, too: `netloom --help`.");
            System.exit(NO_DISPLAY);
        }
    }

    /// Only Linux runs programs without a display; its window needs X11, or XWayland.
    private static boolean hasDisplay() {
        return !System.getProperty("os.name").startsWith("Linux") || System.getenv("DISPLAY") != null;
    }
}
