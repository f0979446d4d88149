package io.netloom.project;

import io.netloom.train.TrainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/// The weights of a run that say most of it now: while it is being trained those of the last epoch, else the best.
///
/// @param kept which
/// @param written when they were written
/// @param bytes of their file
record Newest(Run.Kept kept, FileTime written, long bytes) {
    /// Of the events of a run whose epochs follow each other fast, only the end is read each time.
    private static final int END = 1 << 16;

    /// Looks for them; nothing while there are none.
    static Optional<Newest> of(Path folder) {
        Run.Kept wanted = RunningProcess.isAlive(folder) ? Run.Kept.LAST : Run.Kept.BEST;
        try {
            BasicFileAttributes file = Files.readAttributes(wanted.in(folder), BasicFileAttributes.class);
            return Optional.of(new Newest(wanted, file.lastModifiedTime(), file.size()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + folder, e);
        }
    }

    /// The epoch after which they were kept; 0 for those before training.
    ///
    /// @throws io.netloom.shape.BadInput if what the run tells of itself cannot be read
    int epoch(Path folder) {
        return switch (kept) {
            case BEST -> last(RunEvents.read(folder).stream().filter(e -> e instanceof TrainEvent.EpochEnded ended
                    && ended.best()).toList());
            case LAST -> lastOfEnd(folder.resolve(Run.METRICS));
        };
    }

    private static int last(List<TrainEvent> events) {
        return events.stream().filter(TrainEvent.EpochEnded.class::isInstance).map(TrainEvent.EpochEnded.class::cast)
                .mapToInt(TrainEvent.EpochEnded::epoch).reduce(0, (_, later) -> later);
    }

    private int lastOfEnd(Path metrics) {
        try (FileChannel file = FileChannel.open(metrics)) {
            var end = ByteBuffer.allocate((int) Math.min(END, file.size()));
            file.position(file.size() - end.capacity());
            while (end.hasRemaining() && file.read(end) >= 0) {
                // A single call may read less.
            }
            // Of a longer file the first line that is read may lack its beginning.
            List<TrainEvent> events = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8).lines()
                    .skip(file.size() > END ? 1 : 0).flatMap(line -> EventJson.read(line).stream()).toList();
            // The weights are written just before the event that tells of them.
            boolean told = Files.getLastModifiedTime(metrics).compareTo(written) >= 0;
            return last(events) + (told ? 0 : 1);
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + metrics, e);
        }
    }
}
