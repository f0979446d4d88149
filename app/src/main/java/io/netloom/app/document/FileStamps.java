package io.netloom.app.document;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How files were when this window last read or wrote them, so that it writes over nobody else's work.
final class FileStamps {
    private final Map<Path, Stamp> known = new ConcurrentHashMap<>();

    private record Stamp(FileTime changed, long bytes) {}

    /// Notes how a file is now.
    void note(Path file) {
        look(file).ifPresentOrElse(stamp -> known.put(file, stamp), () -> known.remove(file));
    }

    /// Sees to it that a file is as it was noted; one that is gone may be written again.
    ///
    /// @throws BadInput if somebody else has changed it; said once, for whoever saves again wants to
    void check(Path file) {
        Optional<Stamp> before = Optional.ofNullable(known.get(file));
        Optional<Stamp> now = look(file);
        if (before.isPresent() && now.isPresent() && !now.equals(before)) {
            note(file);
            throw new BadInput(Sentence.of("file.changed-elsewhere",
                    "Not saved: another program has changed {0} since it was opened here. "
                            + "Save under another name to keep both, or save once more to replace what is there.",
                    file));
        }
    }

    private static Optional<Stamp> look(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Whoever reads or writes it next says why that cannot be.
            System.getLogger(FileStamps.class.getName()).log(System.Logger.Level.DEBUG, "no attributes", e);
            return Optional.empty();
        }
    }
}
