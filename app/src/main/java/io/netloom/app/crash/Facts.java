package io.netloom.app.crash;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a report says of the program and the machine: only what is known without asking anything that may have failed.
final class Facts {
    private static final long MEGA = 1_000_000;

    private Facts() {}

    static List<String> lines() {
        Runtime runtime = Runtime.getRuntime();
        var process = ManagementFactory.getRuntimeMXBean();
        return List.of(
                "Netloom: " + Optional.ofNullable(Facts.class.getPackage().getImplementationVersion())
                        .orElse("(not packaged)"),
                "Java: " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                "System: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", " + System.getProperty("user.language"),
                "JavaFX: " + System.getProperty("javafx.runtime.version", "not started"),
                "Heap: " + (runtime.totalMemory() - runtime.freeMemory()) / MEGA + " MB of "
                        + runtime.maxMemory() / MEGA
                        + " MB, " + runtime.availableProcessors() + " processors",
                "Running for " + Duration.ofMillis(process.getUptime()).toSeconds() + " s");
    }
}
