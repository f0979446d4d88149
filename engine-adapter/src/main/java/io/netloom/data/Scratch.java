package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Bytes;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for temporary files, which is removed with all that is in it.
final class Scratch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Scratch.class.getName());
    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /// Makes a folder where the system keeps temporary files.
    static Scratch create() {
        try {
            return new Scratch(Files.createTempDirectory("netloom-"));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for temporary files", e);
        }
    }

    /// @throws BadInput if there is no room for so many bytes; the folder is gone then
    void require(long bytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < bytes) {
                close();
                throw new BadInput(Sentence.of("input.no-disk",
                        "This data needs {0} of temporary files in {1}, which has only {2}. Make room there, or use"
                                + " fewer columns.",
                        Bytes.text(bytes), folder.getParent().toString(), Bytes.text(free)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + folder, e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inner) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "temporary files stay in " + folder, e);
        }
    }
}
