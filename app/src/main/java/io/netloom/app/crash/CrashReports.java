package io.netloom.app.crash;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reports of failures that are nobody's fault but ours. They stay on this machine; a report holds versions, where in the program it
/// happened, and the last lines of the log, in which the user's own folder is written `~`.
public final class CrashReports {
    private static final String BEGIN = "crash-";
    private static final String UNSEEN = ".new.txt";
    private static final String SEEN = ".txt";
    private static final int MOST = 20;
    private static final int LINES_OF_LOG = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private final Path folder;
    private final Path logs;

    /// @param folder where reports lie; Java writes of native crashes there, too. It is made when there is something to keep
    /// @param logs where logs lie
    public CrashReports(Path folder, Path logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /// Writes a failure down, to be offered to the user.
    ///
    /// @param where in which thread or command it happened
    /// @return the report; nothing if it cannot be written
    public Optional<Path> keep(Throwable failure, String where) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return write(Instant.now(), "In " + where, trace.toString().lines().toList());
    }

    /// Reports that nobody was shown yet, the newest first; those that Java wrote when native code failed become reports here.
    public List<Path> unseen() {
        for (Path file : list(NativeCrash::isOne)) {
            try {
                write(Files.getLastModifiedTime(file).toInstant(), "In native code", NativeCrash.lines(file));
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return list(file -> isReport(file) && file.toString().endsWith(UNSEEN));
    }

    /// Its text.
    public static String read(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes that the user knows of a report, so that it is not offered again.
    ///
    /// @return where it lies now
    public Path see(Path report) {
        String name = report.getFileName().toString();
        if (!name.endsWith(UNSEEN)) {
            return report;
        }
        try {
            return Files.move(report,
                    report.resolveSibling(name.substring(0, name.length() - UNSEEN.length()) + SEEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Throws a report away.
    public void forget(Path report) {
        try {
            Files.deleteIfExists(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> write(Instant time, String where, List<String> what) {
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneId.systemDefault());
        var lines = new ArrayList<String>();
        lines.add("Netloom crash report, " + local);
        lines.add("It was sent nowhere. It names no data of yours, unless a message below does.");
        lines.add(where);
        lines.addAll(Facts.lines());
        lines.add("");
        lines.addAll(what);
        List<String> log = LogFile.last(logs, LINES_OF_LOG);
        if (!log.isEmpty()) {
            lines.add("");
            lines.add("The last lines of the log:");
            lines.addAll(log);
        }
        Path file = folder.resolve(BEGIN + TIME.format(local) + "-" + ProcessHandle.current().pid() + UNSEEN);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, withoutHome(String.join("\n", lines)) + "\n", StandardCharsets.UTF_8);
            List<Path> all = list(CrashReports::isReport);
            all.subList(Math.min(MOST, all.size()), all.size()).forEach(this::forget);
            return Optional.of(file);
        } catch (IOException e) {
            System.getLogger(CrashReports.class.getName()).log(System.Logger.Level.WARNING, "no crash report", e);
            return Optional.empty();
        }
    }

    private static String withoutHome(String text) {
        String home = System.getProperty("user.home", "");
        return home.length() < 2 ? text : text.replace(home, "~");
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(BEGIN) && name.endsWith(SEEN);
    }

    private List<Path> list(Predicate<Path> condition) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(condition).sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
