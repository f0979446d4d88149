package io.netloom.app.document;

import io.netloom.project.Relocation;
import io.netloom.project.Runs;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where the runs of documents lie that have no file yet: each document has a folder of its own, so that two of one name share nothing. It
/// is found again by its place alone, after a crash, too.
public final class Homes {
    private final Path all;
    private final Path trash;

    /// @param all a folder for them
    /// @param trash a folder for runs that are given up
    public Homes(Path all, Path trash) {
        this.all = all.toAbsolutePath().normalize();
        this.trash = trash;
    }

    /// A place of its own for a document that is new.
    ///
    /// @param name what its tab says; its runs are called so
    Path of(String name) {
        String file = name.replaceFirst("\\.netloom$", "").replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return all.resolve(UUID.randomUUID().toString()).resolve(file + ".netloom");
    }

    /// The folders in which documents have runs.
    ///
    /// @throws BadInput if they cannot be listed
    List<Path> folders() {
        try (Stream<Path> folders = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
            return folders.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new BadInput(Sentence.of("file.unreadable-there", "{0} cannot be read ({1}).", all.toString(),
                    String.valueOf(e.getMessage())), e);
        }
    }

    /// Notes that the runs of a document belong to its file, so that they find there even after a crash.
    ///
    /// @throws BadInput if it cannot be written
    void announce(Path home, Path file) {
        if (isOurs(home)) {
            new Relocation(home, file).announce();
        }
    }

    /// Takes the runs of a document to its file.
    ///
    /// @return where they lie now, by where they lay; nothing while one of them is being trained
    /// @throws BadInput if they cannot be moved
    Optional<Map<Path, Path>> bring(Path home, Path file) {
        Optional<Map<Path, Path>> moved = new Relocation(home, file).move();
        sweep(home);
        return moved;
    }

    /// Takes those to their files that an earlier process could not.
    ///
    /// @throws BadInput if they cannot be moved
    void bringAll() {
        folders().stream().flatMap(folder -> Relocation.pending(folder).stream())
                .forEach(pending -> bring(pending.from(), pending.to()));
    }

    /// Throws the runs of a document away that is given up, into the trash. Runs that lie elsewhere belong to others, too.
    ///
    /// @return where they lay
    /// @throws BadInput if they cannot be moved
    List<Path> giveUp(Path home) {
        if (!isOurs(home)) {
            return List.of();
        }
        Path there = trash.resolve(home.getParent().getFileName());
        List<Path> runs = Runs.of(home);
        runs.forEach(run -> Runs.move(run, there));
        sweep(home);
        return runs;
    }

    private boolean isOurs(Path home) {
        return home.startsWith(all);
    }

    /// Takes folders away in which nothing is left.
    private void sweep(Path home) {
        if (isOurs(home) && Runs.of(home).isEmpty()) {
            deleteIfEmpty(home.resolveSibling("runs"));
            deleteIfEmpty(home.getParent());
        }
    }

    private static void deleteIfEmpty(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            if (files.findAny().isEmpty()) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new BadInput(Sentence.of("file.undeletable-there", "{0} cannot be deleted ({1}).", folder.toString(),
                    String.valueOf(e.getMessage())), e);
        }
    }
}
