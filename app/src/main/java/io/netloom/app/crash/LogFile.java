package io.netloom.app.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/// What the program and its libraries tell, in files that take each other's place: five of a megabyte. They are not opened
/// before there is something to write, so that a command that has nothing to say makes none.
public final class LogFile extends Handler implements AutoCloseable {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 5;
    private static final String BEGIN = "netloom.";

    private final Path folder;
    private FileHandler open;
    private boolean failed;

    private LogFile(Path folder) {
        this.folder = folder;
        setLevel(Level.INFO);
    }

    /// Writes all that is logged from now on: of this program what informs, of libraries what warns.
    ///
    /// @param folder it is made when something is written
    /// @return to be closed in a test, which puts everything back
    public static LogFile keep(Path folder) {
        var file = new LogFile(folder);
        Logger.getLogger("").addHandler(file);
        ours().setLevel(Level.INFO);
        return file;
    }

    /// The last lines that any process wrote there.
    ///
    /// @param most how many, at most
    public static List<String> last(Path folder, int most) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newest = files.filter(LogFile::isLog)
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed()).toList();
            if (newest.isEmpty()) {
                return List.of();
            }
            List<String> lines = new String(Files.readAllBytes(newest.getFirst()), StandardCharsets.UTF_8).lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean isLog(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(BEGIN) && !name.endsWith(".lck");
    }

    @Override
    public synchronized void publish(LogRecord event) {
        if (isLoggable(event) && opened()) {
            open.publish(event);
        }
    }

    @Override
    public synchronized void flush() {
        if (open != null) {
            open.flush();
        }
    }

    @Override
    public synchronized void close() {
        Logger.getLogger("").removeHandler(this);
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /// Where there is no place for logs the program works all the same.
    private boolean opened() {
        if (open == null && !failed) {
            try {
                Files.createDirectories(folder);
                open = new FileHandler(folder.toString().replace("%", "%%") + "/" + BEGIN + "%g.log", BYTES, FILES,
                        true);
                open.setEncoding("UTF-8");
                open.setFormatter(new SimpleFormatter());
            } catch (IOException e) {
                failed = true;
                reportError("no log in " + folder, e, ErrorManager.OPEN_FAILURE);
            }
        }
        return open != null;
    }

    private static Logger ours() {
        return Logger.getLogger("io.netloom");
    }
}
