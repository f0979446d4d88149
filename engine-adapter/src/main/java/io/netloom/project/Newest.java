package io.netloom.project;

import io.netloom.train.TrainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// The weights of a run that say most of it now: while it is being trained those of the last epoch, else the best.
///
/// @param kept which
/// @param written when they were written
/// @param bytes of their file
/// @param epoch after which; 0 for those before training
record Newest(Run.Kept kept, FileTime written, long bytes, int epoch) {

    /// Looks for them; nothing while there are none.
    ///
    /// @throws io.netloom.shape.BadInput if what the run tells of itself cannot be read
    static Optional<Newest> of(Path folder) {
        Run.Kept wanted = RunningProcess.isAlive(folder) ? Run.Kept.LAST : Run.Kept.BEST;
        try {
            BasicFileAttributes file = Files.readAttributes(wanted.in(folder), BasicFileAttributes.class);
            return Optional.of(new Newest(wanted, file.lastModifiedTime(), file.size(), epoch(folder, wanted)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + folder, e);
        }
    }

    private static int epoch(Path folder, Run.Kept kept) {
        return RunEvents.read(folder).stream().filter(TrainEvent.EpochEnded.class::isInstance)
                .map(TrainEvent.EpochEnded.class::cast).filter(e -> kept == Run.Kept.LAST || e.best())
                .mapToInt(TrainEvent.EpochEnded::epoch).reduce(0, (_, last) -> last);
    }
}
