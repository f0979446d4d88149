package io.netloom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the machine's processor can do.
final class Processor {
    private static final Path FEATURES = Path.of("/proc/cpuinfo");
    private static final Pattern LINE = Pattern.compile("(flags|Features)\\s*:.*");
    private static final Pattern BFLOAT16 = Pattern.compile(".*\\b(avx512_bf16|amx_bf16|bf16)\\b.*");

    private static final Pattern ID = Pattern.compile("(physical id|core id)\\s*:\\s*(\\d+)");

    private Processor() {}

    /// Physical cores of the machine; where the system does not tell them from threads, its threads.
    static int cores() {
        int threads = Runtime.getRuntime().availableProcessors();
        if (!Files.isReadable(FEATURES)) {
            return threads;
        }
        try (Stream<String> lines = Files.lines(FEATURES)) {
            int cores = cores(lines);
            return cores == 0 ? threads : cores;
        } catch (IOException _) {
            return threads;
        }
    }

    /// @param lines as `/proc/cpuinfo` has them
    /// @return 0 where they do not say
    static int cores(Stream<String> lines) {
        var cores = new HashSet<String>();
        String socket = "0";
        for (String line : (Iterable<String>) lines::iterator) {
            Matcher id = ID.matcher(line);
            if (id.matches() && id.group(1).equals("core id")) {
                cores.add(socket + "/" + id.group(2));
            } else if (id.matches()) {
                socket = id.group(2);
            }
        }
        return cores.size();
    }

    /// Whether the system says that there are no instructions for `BFLOAT16`.
    static boolean lacksBfloat16() {
        if (!Files.isReadable(FEATURES)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(FEATURES)) {
            return lacksBfloat16(lines);
        } catch (IOException _) {
            return false;
        }
    }

    /// @param lines as `/proc/cpuinfo` has them
    static boolean lacksBfloat16(Stream<String> lines) {
        return lines.filter(line -> LINE.matcher(line).matches()).findFirst()
                .map(line -> !BFLOAT16.matcher(line).matches()).orElse(false);
    }
}
