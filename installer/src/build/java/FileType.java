import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The type of project files, as jpackage wants to be told of it: on macOS for the image, which there says by itself what it opens, on Windows for the package.
final class FileType {
    private FileType() {}

    /// @param work the folder to write into
    /// @param icons the drawn icons
    static List<String> options(Path work, Path icons) throws IOException {
        var type = Files.writeString(work.resolve("netloom.properties"),
                "extension=netloom\nmime-type=application/x-netloom\ndescription=Netloom project\nicon="
                        + icons.resolve(Platform.FILE_ICON).toString().replace('\\', '/') + "\n");
        return List.of("--file-associations", type.toString());
    }
}
