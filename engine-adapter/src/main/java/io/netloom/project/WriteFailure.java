package io.netloom.project;

import io.netloom.shape.BadInput;
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
    public static BadInput of(Path path, IOException cause, String advice) {
        return new BadInput(path + " cannot be written: " + reason(cause) + ". " + advice, cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission is denied";
            case NoSuchFileException _ -> "its folder is not there";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> cause.getMessage() == null ? "the system gives no reason" : cause.getMessage();
        };
    }
}
