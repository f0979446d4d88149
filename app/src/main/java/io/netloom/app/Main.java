package io.netloom.app;

import io.netloom.app.cli.CommandLineInterface;
import io.netloom.app.crash.CrashHandler;
import io.netloom.app.crash.CrashReports;
import io.netloom.app.crash.LogFile;
import io.netloom.app.document.Folders;
import io.netloom.app.shell.WindowApplication;
import java.util.List;
import java.util.Set;

/// Where the program starts: without arguments, or with project files, its window; else the command line, for which nothing
/// of JavaFX is loaded.
public final class Main {
    private static final int NO_DISPLAY = 1;
    private static final int FAILURE = 2;
    private static final Set<String> ASKS = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    /// Opens the window, or runs the command line.
    public static void main(String[] arguments) {
        // Charts are drawn, and fonts looked at, with Java's own graphics, which needs no window system of its own.
        System.setProperty("java.awt.headless", "true");
        Folders folders = Folders.ofThisUser();
        var reports = new CrashReports(folders.crashes(), folders.logs());
        // Java's logging takes a quarter of the time in which help is there.
        if (List.of(arguments).stream().noneMatch(ASKS::contains)) {
            LogFile.keep(folders.logs());
        }
        Thread.setDefaultUncaughtExceptionHandler(new CrashHandler(reports, Main::tell));
        if (!List.of(arguments).stream().allMatch(argument -> argument.endsWith(".netloom"))) {
            System.exit(CommandLineInterface.run(arguments, System.out, System.err, reports));
        } else if (hasDisplay()) {
            WindowApplication.open(List.of(arguments));
        } else {
            System.err.println("There is no display to open the window on (DISPLAY is not set). "
                    + "Everything can be done from the command line, too: `netloom --help`.");
            System.exit(NO_DISPLAY);
        }
    }

    /// What fails on the first thread ends the program; another may still do its work.
    private static void tell(CrashHandler.Crash crash) {
        System.err.println("Netloom failed: " + crash.failure()
                + crash.report().map(file -> ". What happened is written down in " + file).orElse("") + ".");
        if (crash.thread().getName().equals("main")) {
            System.exit(FAILURE);
        }
    }

    /// Only Linux runs programs without a display; its window needs X11, or XWayland.
    private static boolean hasDisplay() {
        return !System.getProperty("os.name").startsWith("Linux") || System.getenv("DISPLAY") != null;
    }
}
