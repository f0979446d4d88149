import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What is done to whole folders.
final class Tree {
    private Tree() {}

    /// Copies those files that lie below one of the folders named; `""` is all of it.
    ///
    /// @return the copy
    static Path copy(Path from, Path to, List<String> folders) throws IOException {
        for (var file : files(from)) {
            var name = from.relativize(file);
            if (folders.contains("") || folders.contains(name.getName(0).toString())) {
                Files.createDirectories(to.resolve(name).getParent());
                Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        return to;
    }

    /// Deletes a folder, if it is there.
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Gives everything one time, so that two builds differ in no date.
    static void setTimes(Path folder, Instant instant) throws IOException {
        var time = FileTime.from(instant);
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    /// Bytes of all files.
    static long size(Path folder) throws IOException {
        long size = 0;
        for (var file : files(folder)) {
            size += Files.size(file);
        }
        return size;
    }

    /// All files, in the order of their names.
    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }
}
