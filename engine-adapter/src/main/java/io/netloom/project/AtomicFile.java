package io.netloom.project;

import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file so that it is there whole or not at all: beside it, to the disk, then renamed.
public final class AtomicFile {
    private static final String ENDING = ".tmp";

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
            sweep(folder, "." + file.getFileName() + ".");
            Path beside = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ENDING);
            try {
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS)) {
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
            throw WriteFailure.of(file, e,
                    Sentence.of("mend.other-folder", "Choose a folder that you may write to."));
        }
    }

    /// Takes away what processes have left half written that ended meanwhile.
    private static void sweep(Path folder, String begin) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, file -> isLeft(file, begin))) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isLeft(Path file, String begin) {
        String name = file.getFileName().toString();
        if (!name.startsWith(begin) || !name.endsWith(ENDING) || name.length() <= begin.length() + ENDING.length()) {
            return false;
        }
        String process = name.substring(begin.length(), name.length() - ENDING.length());
        return process.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }
}
