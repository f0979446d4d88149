package io.netloom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the machine's processor can do.
final class Processor {
    private static final Path FEATURES = Path.of("/proc/cpuinfo");
    private static final Pattern LINE = Pattern.compile("(flags|Features)\\s*:.*");
    private static final Pattern BFLOAT16 = Pattern.compile(".*\\b(avx512_bf16|amx_bf16|bf16)\\b.*");

    private Processor() {}

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
