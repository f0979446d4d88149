package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netloom.app.crash.CrashReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a command answered.
///
/// @param status its exit status
/// @param out what it printed
/// @param err what it said
record Terminal(int status, String out, String err) {

    private static final Path REPORTS = Path.of("target", "crashes");

    /// Runs a command; arguments may be texts, paths or numbers.
    static Terminal run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = CommandLineInterface.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                new CrashReports(REPORTS, REPORTS));
        return new Terminal(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The command did what it was asked.
    Terminal done() {
        assertThat(err).doesNotContain("Exception");
        assertThat(status).as(err).isZero();
        return this;
    }

    /// The command refused, in words for people that hold all of these, and printed nothing else.
    Terminal refused(Object... words) {
        assertThat(err).isNotBlank().doesNotContain("Exception", "\tat ", "null", "  at ");
        assertThat(err).contains(Arrays.stream(words).map(Object::toString).toList());
        assertThat(err.strip()).matches("(?s).*[.?`]");
        assertThat(status).as(err).isEqualTo(1);
        return this;
    }

    /// The printed lines as JSON.
    List<JsonNode> lines() {
        return out.lines().map(Terminal::json).toList();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    /// Everything below a folder, by path: to see that nothing was written or lost.
    static Map<String, String> contents(Path folder) {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                contents.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "folder"
                        : Arrays.hashCode(Files.readAllBytes(path)) + " " + Files.getLastModifiedTime(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
