package io.netloom.data;

import io.netloom.shape.BadInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

/// Says in the user's words why a path could not be read.
final class ReadFailure {
    private static final int NAMED = 5;

    private ReadFailure() {}

    static BadInput missing(Path path) {
        return new BadInput("There is no file or folder at " + path + ". Check the path, or choose the data again.");
    }

    /// A pipe or a device would be waited for, or never end; a project of a stranger may name one as its data.
    ///
    /// @throws BadInput if that is what lies there
    static void refuseEndless(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new BadInput(path + " is no file with content, but a pipe or a device. Choose a file.");
        }
    }

    static BadInput of(Path path, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _,FileNotFoundException _ -> missing(path);
            case AccessDeniedException _ ->
                new BadInput(path + " may not be read: permission is denied. Give your user the right to read it.",
                        cause);
            case NotDirectoryException _ ->
                new BadInput(path + " is a file, but a folder is needed. Give the folder that holds the data.", cause);
            case IOException _ when Files.isDirectory(path) ->
                new BadInput(path + " is a folder, but a file is needed. Give the file itself.", cause);
            default -> new BadInput(path + " cannot be read: " + reason(cause) + ". Copy or download it again.", cause);
        };
    }

    /// What an exception says, never empty and without a full stop.
    static String reason(Exception cause) {
        switch (cause) {
            case AccessDeniedException _ -> {
                return "permission is denied";
            }
            case NoSuchFileException _ -> {
                return "it is not there, or is a link to nothing";
            }
            case FileSystemLoopException _ -> {
                return "its links lead in a circle";
            }
            case FileSystemException e when e.getReason() != null -> {
                return e.getReason().strip();
            }
            default -> {}
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? "it ends too early or is damaged"
                : message.strip().replaceFirst("\\.$", "");
    }

    /// The first few of a list of names, and how many more there are.
    static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }
}
