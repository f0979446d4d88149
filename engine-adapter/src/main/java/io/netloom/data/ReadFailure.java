package io.netloom.data;

import io.netloom.shape.Sentence;
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
        return new BadInput(Sentence.of("input.gone",
                "There is no file or folder at {0}. Check the path, or choose the data again.", path.toString()));
    }

    /// A pipe or a device would be waited for, or never end; a project of a stranger may name one as its data.
    ///
    /// @throws BadInput if that is what lies there
    static void refuseEndless(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new BadInput(Sentence.of("input.endless",
                    "{0} is no file with content, but a pipe or a device. Choose a file.", path.toString()));
        }
    }

    static BadInput of(Path path, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _,FileNotFoundException _ -> missing(path);
            case AccessDeniedException _ ->
                new BadInput(Sentence.of("input.denied",
                        "{0} may not be read: permission is denied. Give your user the right to read it.",
                        path.toString()), cause);
            case NotDirectoryException _ ->
                new BadInput(Sentence.of("input.no-folder",
                        "{0} is a file, but a folder is needed. Give the folder that holds the data.",
                        path.toString()), cause);
            case IOException _ when Files.isDirectory(path) ->
                new BadInput(Sentence.of("input.no-file",
                        "{0} is a folder, but a file is needed. Give the file itself.", path.toString()), cause);
            default -> new BadInput(Sentence.of("input.unreadable",
                    "{0} cannot be read: {1}. Copy or download it again.", path.toString(), reason(cause)), cause);
        };
    }

    /// What an exception says, never empty and without a full stop.
    static Sentence reason(Exception cause) {
        return switch (cause) {
            case Unusable e -> e.sentence();
            case AccessDeniedException _ -> Sentence.of("reason.denied", "permission is denied");
            case NoSuchFileException _ -> Sentence.of("reason.gone", "it is not there, or is a link to nothing");
            case FileSystemLoopException _ -> Sentence.of("reason.circle", "its links lead in a circle");
            case FileSystemException e when e.getReason() != null -> Sentence.plain(e.getReason().strip());
            case Exception e when e.getMessage() == null || e.getMessage().isBlank() ->
                Sentence.of("reason.damaged", "it ends too early or is damaged");
            default -> Sentence.plain(cause.getMessage().strip().replaceFirst("\\.$", ""));
        };
    }

    /// The first few of a list of names, and how many more there are.
    static Sentence some(List<String> names) {
        return Sentence.some(names, NAMED);
    }

    /// The first few of a list, and how many more there are.
    static Sentence someOf(List<Sentence> pieces) {
        return Sentence.someOf(pieces, NAMED);
    }
}
