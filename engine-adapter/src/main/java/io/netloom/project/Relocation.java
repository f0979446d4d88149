package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The runs of a project go with it to another place, where they are called as it is then. While one of them is being trained they stay. A note
/// beside the old place says until they are moved where they belong, so that a crash leaves none behind.
///
/// @param from the file that they lie beside, which need not exist
/// @param to the file that they are to lie beside
public record Relocation(Path from, Path to) {
    private static final int VERSION = 1;
    private static final String NOTE = ".moved.json";

    /// What was begun in a folder, by whatever process, and not brought to its end.
    ///
    /// @throws BadInput if it cannot be read
    public static List<Relocation> pending(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith(NOTE)).map(Relocation::read).toList();
        } catch (IOException e) {
            throw new BadInput(Sentence.of("file.unreadable-there", "{0} cannot be read ({1}).", folder.toString(),
                    String.valueOf(e.getMessage())), e);
        }
    }

    private static Relocation read(Path note) {
        Fields json = new Fields(ProjectFile.json(note), note.toString()).only("moved", "to");
        String name = note.getFileName().toString();
        return new Relocation(note.resolveSibling(name.substring(0, name.length() - NOTE.length()) + ".netloom"),
                Path.of(json.text("to")));
    }

    /// Leaves the note that makes it one of those that are [#pending].
    ///
    /// @throws BadInput if it cannot be written
    public void announce() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("moved", VERSION).put("to",
                to.toAbsolutePath().normalize().toString());
        try {
            Files.createDirectories(note().getParent());
        } catch (IOException e) {
            throw WriteFailure.of(note(), e,
                    Sentence.of("mend.right-to-write", "Give yourself the right to write there."));
        }
        AtomicFile.write(note(), ProjectFile.text(json).getBytes(StandardCharsets.UTF_8));
    }

    /// Moves all runs, if nobody trains one of them now.
    ///
    /// @return where they lie now, by where they lay, the oldest first; nothing while one is being trained
    /// @throws BadInput if they cannot be moved; those that are left can be moved later
    public Optional<Map<Path, Path>> move() {
        List<Path> runs = Runs.of(from).reversed();
        if (runs.stream().anyMatch(RunningProcess::isAlive)) {
            return Optional.empty();
        }
        var moved = new LinkedHashMap<Path, Path>();
        for (Path run : runs) {
            Project project = Run.project(run);
            Path target = place(run);
            Runs.carry(run, target);
            // Its data is named relative to where it lies.
            ProjectFile.write(project, target.resolve(Run.PROJECT));
            moved.put(run, target);
        }
        moved.values().forEach(run -> renameOrigin(run, moved));
        forget();
        return Optional.of(moved);
    }

    /// A run's time, and the project's new name; a run of that name may have begun in the same second.
    private Path place(Path run) {
        Path runs = to.toAbsolutePath().normalize().resolveSibling("runs");
        String second = Runs.second(run);
        for (int i = 1;; i++) {
            Path wish = runs.resolve(second + (i == 1 ? "" : "." + i) + "-" + Runs.name(to));
            if (!Files.exists(wish)) {
                return wish;
            }
        }
    }

    private static void renameOrigin(Path run, Map<Path, Path> moved) {
        Origin.read(run).ifPresent(origin -> moved.forEach((before, now) -> {
            if (before.getFileName().toString().equals(origin.run())) {
                new Origin(now.getFileName().toString(), origin.kept(), origin.anew()).write(run);
            }
        }));
    }

    private Path note() {
        return from.toAbsolutePath().normalize().resolveSibling(Runs.name(from) + NOTE);
    }

    private void forget() {
        try {
            Files.deleteIfExists(note());
        } catch (IOException e) {
            throw WriteFailure.of(note(), e,
                    Sentence.of("mend.delete", "Delete it with another program."));
        }
    }
}
