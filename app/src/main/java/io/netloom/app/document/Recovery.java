package io.netloom.app.document;

import io.netloom.project.AtomicFile;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.WriteFailure;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Copies of what is not saved, beyond the end of the process. Each start of the program has a folder that it holds a lock on;
/// the system lets go of the lock when the process ends in whatever way, and so the next start knows which copies are lost work.
/// Its methods may be called on any one thread at a time.
public final class Recovery implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String PROJECT = ".netloom";
    private static final String ORIGIN = ".origin";

    private final Path all;
    private final Path ours;
    private final FileChannel lock;

    /// A copy that a process left behind.
    ///
    /// @param copy the project file with the work
    /// @param origin the file that it belongs to; nothing for a project that was never saved
    /// @param home beside which its runs lie, where it was never saved
    public record Lost(Path copy, Optional<Path> origin, Optional<Path> home) {}

    private Recovery(Path all, Path ours, FileChannel lock) {
        this.all = all;
        this.ours = ours;
        this.lock = lock;
    }

    /// Opens a folder of its own.
    ///
    /// @param state where this user's states lie
    /// @throws BadInput if it cannot be written to
    public static Recovery open(Path state) {
        Path all = state.resolve("recovery");
        Path ours = all.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(ours);
            FileChannel lock = FileChannel.open(ours.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            lock.lock();
            return new Recovery(all, ours, lock);
        } catch (IOException e) {
            throw WriteFailure.of(ours, e,
                    Sentence.of("mend.right-to-write", "Give yourself the right to write there."));
        }
    }

    /// Keeps a copy, in place of the one with this name.
    ///
    /// @param name a name for the document that holds as long as this process
    /// @param origin the file that it belongs to; nothing for a project that was never saved
    /// @param home beside which its runs lie
    /// @throws BadInput if it cannot be written
    public void keep(String name, Project project, Optional<Path> origin, Path home) {
        Path note = ours.resolve(name + ORIGIN);
        if (!Files.exists(note)) {
            AtomicFile.write(note, (origin.map(Path::toString).orElse("") + "\n" + home)
                    .getBytes(StandardCharsets.UTF_8));
        }
        ProjectFile.write(project, ours.resolve(name + PROJECT));
    }

    /// Throws the copy of this name away, for it is saved or was given up.
    public void forget(String name) {
        delete(ours.resolve(name + PROJECT));
        delete(ours.resolve(name + ORIGIN));
    }

    /// What processes that have ended left behind, the newest first.
    public List<Lost> lost() {
        var lost = new ArrayList<Lost>();
        for (Path folder : list(all)) {
            if (!folder.equals(ours) && ended(folder)) {
                sweep(folder);
                for (Path copy : list(folder)) {
                    if (copy.getFileName().toString().endsWith(PROJECT)) {
                        lost.add(new Lost(copy, noted(copy, 0), noted(copy, 1)));
                    }
                }
                removeIfEmpty(folder);
            }
        }
        lost.sort(Comparator.comparing((Lost l) -> l.copy().toFile().lastModified()).reversed());
        return lost;
    }

    /// Whether another copy, of whatever process, belongs to a document whose runs lie there.
    ///
    /// @param lost is not asked
    boolean isClaimed(Path home, Lost lost) {
        return list(all).stream().flatMap(folder -> list(folder).stream())
                .filter(copy -> copy.getFileName().toString().endsWith(PROJECT) && !copy.equals(lost.copy()))
                .anyMatch(copy -> noted(copy, 1).equals(Optional.of(home)));
    }

    /// Throws a copy away that was offered. It may have been opened before: what is open has a copy of its own.
    public void forget(Lost lost) {
        delete(lost.copy());
        delete(noteOf(lost.copy()));
        removeIfEmpty(lost.copy().getParent());
    }

    /// Lets go of the folder; of a program that ends well nothing stays.
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        removeIfEmpty(ours);
    }

    /// A path of those that are noted beside a copy, a line each; older versions noted only the first.
    private static Optional<Path> noted(Path copy, int line) {
        try {
            Path note = noteOf(copy);
            return (Files.exists(note) ? Files.readAllLines(note) : List.<String>of()).stream().skip(line).findFirst()
                    .filter(text -> !text.isEmpty()).map(Path::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path noteOf(Path copy) {
        String name = copy.getFileName().toString();
        return copy.resolveSibling(name.substring(0, name.length() - PROJECT.length()) + ORIGIN);
    }

    private static boolean ended(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return Files.isDirectory(folder);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of a process that was cut off in the middle of writing, what it had not finished.
    private static void sweep(Path folder) {
        List<Path> files = list(folder);
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean alone = name.endsWith(ORIGIN) && !files.contains(
                    file.resolveSibling(name.substring(0, name.length() - ORIGIN.length()) + PROJECT));
            if (name.endsWith(".tmp") || alone) {
                delete(file);
            }
        }
    }

    private static void removeIfEmpty(Path folder) {
        if (list(folder).stream().allMatch(file -> file.endsWith(LOCK))) {
            delete(folder.resolve(LOCK));
            delete(folder);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
