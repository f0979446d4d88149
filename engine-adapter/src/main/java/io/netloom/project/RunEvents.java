package io.netloom.project;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.TrainEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run's folder tells of its training, whoever trained it.
public final class RunEvents {
    private static final long MOST_BYTES = 128L << 20;

    private RunEvents() {}

    /// The events that are written down, in their order: all but progress within epochs. A last line that is being written, and
    /// lines of kinds that only a newer Netloom knows, are passed over.
    ///
    /// @return nothing where the run has not begun yet
    /// @throws BadInput if they cannot be read
    public static List<TrainEvent> read(Path run) {
        Path file = run.resolve(Run.METRICS);
        if (!Files.exists(file)) {
            return List.of();
        }
        refuseHuge(file);
        var events = new ArrayList<TrainEvent>();
        try (var lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<TrainEvent> event = EventJson.read(line);
                event.ifPresent(events::add);
            }
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unreadable",
                    "{0} cannot be read ({1}). Train anew.", file.toString(), String.valueOf(e.getMessage())), e);
        }
        return events;
    }

    /// Of a run of a hundred thousand epochs it has some thirty.
    private static void refuseHuge(Path file) {
        if (file.toFile().length() > MOST_BYTES || !Files.isRegularFile(file)) {
            throw new BadInput(Sentence.of("run.long-events",
                    "{0} is larger than what any run tells, or no file. Delete it; the run''s weights stay.",
                    file.toString()));
        }
    }
}
