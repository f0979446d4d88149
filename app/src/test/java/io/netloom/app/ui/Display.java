package io.netloom.app.ui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A display of its own for windows that are tested. JavaFX asks the process's environment which display to open, and Java cannot
/// change that; the C library can. The server must outlive the window, for without it GTK ends the process; so a shell waits for
/// the end of this process, however it comes, and ends the server then. Keys do not repeat there, for on a busy machine a key
/// that a test presses would count as held.
public final class Display {
    private static final String SCREEN = "2560x1440x24";
    private static final String UNTIL_WE_END = "\"$0\" \"$@\" & server=$!; exec > /dev/null; cat; kill $server";

    private Display() {}

    /// Why there can be no window here, with how to mend it; nothing if there can.
    public static Optional<String> obstacle() {
        if (!isLinux() || System.getenv("DISPLAY") != null || program().isPresent()) {
            return Optional.empty();
        }
        return Optional.of("Tests of the window are skipped, for there is no display and no Xvfb: "
                + "apt-get install --no-install-recommends xvfb libgtk-3-0 libxtst6 fonts-noto-cjk");
    }

    /// Starts one where it can; elsewhere the user's own is taken.
    public static void start() {
        if (isLinux()) {
            program().ifPresent(Display::start);
        }
    }

    private static void start(Path xvfb) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", UNTIL_WE_END, xvfb.toString(), "-displayfd", "1", "-screen",
                    "0", SCREEN, "-nolisten", "tcp", "-r").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var out = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII));
            String number = out.readLine();
            if (number == null) {
                throw new IllegalStateException("Xvfb did not start");
            }
            setEnvironment("DISPLAY", ":" + number.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("restricted")
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            var setenv = linker.downcallHandle(linker.defaultLookup().findOrThrow("setenv"), FunctionDescriptor
                    .of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            int failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv refused " + name);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("setenv cannot be called", e);
        }
    }

    private static Optional<Path> program() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path xvfb = Path.of(folder, "Xvfb");
            if (Files.isExecutable(xvfb)) {
                return Optional.of(xvfb);
            }
        }
        return Optional.empty();
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }
}
