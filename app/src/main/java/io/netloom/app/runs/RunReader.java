package io.netloom.app.runs;

import io.netloom.project.RunRecord;
import io.netloom.project.Runs;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads the runs of a project again and again, and of those only what has changed since. One thread at a time may use it.
final class RunReader {
    private Map<Path, Seen> seen = Map.of();

    /// A run, and when its files were changed last.
    private record Seen(long stamp, RunRecord run) {}

    /// The runs of a project, the newest first. A folder that is no run, or not yet, is left out.
    ///
    /// @param file of the project
    /// @throws BadInput if they cannot be listed
    synchronized List<RunRecord> read(Path file) {
        var now = new HashMap<Path, Seen>();
        List<Path> folders = Runs.of(file);
        for (Path folder : folders) {
            try {
                long stamp = stamp(folder);
                Seen before = seen.get(folder);
                // Whether its process still lives stands in no file.
                boolean settled = before != null && before.stamp() == stamp
                        && before.run().state() != RunRecord.State.TRAINING;
                now.put(folder, settled ? before : new Seen(stamp, RunRecord.read(folder)));
            } catch (IOException | BadInput e) {
                System.getLogger(RunReader.class.getName()).log(System.Logger.Level.DEBUG, "no run: " + folder, e);
            }
        }
        seen = now;
        return folders.stream().filter(now::containsKey).map(folder -> now.get(folder).run()).toList();
    }

    /// Changes with each file that is written into the folder.
    private static long stamp(Path folder) throws IOException {
        long stamp = 1;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                stamp = 31 * stamp + file.getFileName().hashCode();
                stamp = 31 * stamp + Files.getLastModifiedTime(file).toMillis();
                stamp = 31 * stamp + Files.size(file);
            }
        }
        return stamp;
    }
}
