package io.netloom.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file so that it is there whole or not at all: beside it, to the disk, then renamed.
public final class AtomicFile {
    private AtomicFile() {}

    /// Writes these bytes; a reader finds the old file or the new one.
    ///
    /// @throws io.netloom.shape.BadInput if it cannot be written there
    public static void write(Path file, byte[] content) {
        write(file, ByteBuffer.wrap(content));
    }

    static void write(Path file, ByteBuffer content) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path beside = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                    while (content.hasRemaining()) {
                        channel.write(content);
                    }
                    channel.force(true);
                }
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw WriteFailure.of(file, e, "Choose a folder that you may write to.");
        }
    }
}
