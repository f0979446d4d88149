package io.netloom.project;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Says in the user's words why something could not be written.
public final class WriteFailure {
    private WriteFailure() {}

    /// @param path what was to be written
    /// @param advice a sentence on how to mend it
    public static BadInput of(Path path, IOException cause, Sentence advice) {
        return new BadInput(Sentence.of("file.unwritable",
                "{0} cannot be written: {1}. {2}", path.toString(), reason(cause), advice), cause);
    }

    private static Sentence reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> Sentence.of("reason.denied", "permission is denied");
            case NoSuchFileException _ -> Sentence.of("reason.no-place", "its folder is not there");
            case FileAlreadyExistsException e ->
                Sentence.of("reason.not-a-folder", "{0} is a file, not a folder", e.getFile());
            case FileSystemException e when e.getReason() != null -> Sentence.plain(e.getReason());
            default -> cause.getMessage() == null ? Sentence.of("reason.none", "the system gives no reason")
                    : Sentence.plain(cause.getMessage());
        };
    }
}
