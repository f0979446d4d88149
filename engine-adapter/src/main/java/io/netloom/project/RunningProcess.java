package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Which process trains a run: while it does, `process.json` in the run's folder names it. A file that is left over from a process that
/// is gone tells that it crashed.
final class RunningProcess {
    private static final int VERSION = 1;

    private RunningProcess() {}

    /// Says that this process trains the run.
    static void write(Path run) {
        ProcessHandle here = ProcessHandle.current();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("process", VERSION).put("id", here.pid());
        here.info().startInstant().map(Instant::toEpochMilli).ifPresent(start -> json.put("start", start));
        AtomicFile.write(run.resolve(Run.PROCESS), ProjectFile.text(json).getBytes(StandardCharsets.UTF_8));
    }

    /// Says that nobody trains it any more.
    static void forget(Path run) {
        try {
            Files.deleteIfExists(run.resolve(Run.PROCESS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + run, e);
        }
    }

    /// Whether a process that still runs trains it. A number that another process has got since counts for nothing.
    static boolean isAlive(Path run) {
        return Files.exists(run.resolve(Run.PROCESS)) && named(run);
    }

    /// Whether a process trained it that is gone without having said so.
    static boolean isGone(Path run) {
        return Files.exists(run.resolve(Run.PROCESS)) && !named(run);
    }

    private static boolean named(Path run) {
        try {
            Fields json = new Fields(ProjectFile.json(run.resolve(Run.PROCESS)), run.toString());
            long start = json.has("start") ? json.longInteger("start") : -1;
            return ProcessHandle.of(json.longInteger("id"))
                    .filter(process -> process.isAlive() && (start < 0 || process.info().startInstant()
                            .map(Instant::toEpochMilli).filter(then -> then != start).isEmpty()))
                    .isPresent();
        } catch (BadInput _) {
            // It came to its end meanwhile, or another version trains it.
            return false;
        }
    }
}
