package io.netloom.app.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The file that Java writes when native code fails. Of it only what happened is taken, for the rest lists the user's environment.
final class NativeCrash {
    private static final int MOST_LINES = 150;
    private static final String NEXT_PART = "P R O C E S S";

    private NativeCrash() {}

    static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("hs_err_pid") && name.endsWith(".log");
    }

    static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
                .takeWhile(line -> !line.contains(NEXT_PART))
                .filter(line -> !line.startsWith("Command Line:") && !line.startsWith("Host:")).limit(MOST_LINES)
                .toList();
    }
}
