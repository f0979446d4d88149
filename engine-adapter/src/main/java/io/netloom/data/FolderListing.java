package io.netloom.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a folder holds, hidden entries left out, in the order of the names.
final class FolderListing {
    private FolderListing() {}

    /// @throws io.netloom.shape.BadInput if the folder is missing, is a file, or may not be read
    static List<Path> of(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, FolderListing::isWanted)) {
            List<Path> found = new ArrayList<>();
            entries.forEach(found::add);
            found.sort(Comparator.comparing(path -> path.getFileName().toString()));
            return found;
        } catch (DirectoryIteratorException e) {
            throw ReadFailure.of(folder, e.getCause());
        } catch (IOException e) {
            throw ReadFailure.of(folder, e);
        }
    }

    private static boolean isWanted(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".") && !name.equals("__MACOSX");
    }
}
