package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which versions of Netloom have trained a run, the first first: one that goes on may be trained by several. They lie in the run's folder, as
/// `program.json`.
final class ProgramVersion {
    private static final int VERSION = 1;
    private static final String FILE = "program.json";
    private static final String UNKNOWN = "unpackaged";

    private ProgramVersion() {}

    /// The one that runs now, as the build wrote it into the jar.
    static String now() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion()).orElse(UNKNOWN);
    }

    /// Those of a run; none where it is older than the file.
    ///
    /// @throws io.netloom.shape.BadInput if they cannot be read
    static List<String> read(Path run) {
        Path file = run.resolve(FILE);
        return Files.exists(file)
                ? new Fields(ProjectFile.json(file), file.toString()).only("program", "versions").texts("versions")
                : List.of();
    }

    /// Adds the one that runs now, unless it was the last already.
    static void write(Path run) {
        var all = new ArrayList<>(read(run));
        if (all.isEmpty() || !all.getLast().equals(now())) {
            all.add(now());
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("program", VERSION);
            all.forEach(json.putArray("versions")::add);
            AtomicFile.write(run.resolve(FILE), ProjectFile.text(json).getBytes(StandardCharsets.UTF_8));
        }
    }
}
