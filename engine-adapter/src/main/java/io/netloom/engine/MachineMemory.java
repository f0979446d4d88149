package io.netloom.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The memory of the machine, or of the container that this program runs in.
final class MachineMemory {
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path PROCESS = Path.of("/proc/self/status");
    private static final long KIBI = 1024;

    private MachineMemory() {}

    /// Bytes that this program can still take without pushing others out.
    static long free() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        OptionalLong machine = entry(MACHINE, "MemTotal:");
        OptionalLong available = entry(MACHINE, "MemAvailable:");
        if (machine.isEmpty() || available.isEmpty()) {
            return system.getFreeMemorySize();
        }
        // Java knows a container's limit. What is counted as used there holds files that would make room, so only what this
        // program holds itself is taken off.
        boolean contained = system.getTotalMemorySize() < machine.getAsLong();
        return contained
                ? Math.min(available.getAsLong(), system.getTotalMemorySize() - resident().orElse(0))
                : available.getAsLong();
    }

    /// Bytes that this program holds now; empty where the system does not say.
    static OptionalLong resident() {
        return entry(PROCESS, "VmRSS:");
    }

    /// Bytes that Java will fill with new objects before it sweeps them away for the first time.
    static long unusedEden() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().contains("Eden"))
                .mapToLong(pool -> pool.getUsage().getCommitted() - pool.getPeakUsage().getUsed())
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static OptionalLong entry(Path file, String name) {
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI).findFirst();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
