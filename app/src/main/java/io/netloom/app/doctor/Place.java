package io.netloom.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A folder that Netloom writes to.
///
/// @param use what it is for
/// @param folder where it is, or would be made
/// @param writable whether files can be made there
/// @param free bytes of the disk that are free there; empty where the system does not say
public record Place(Use use, Path folder, boolean writable, OptionalLong free) {

    /// What a folder is for.
    public enum Use {
        /// Settings and the user's own blocks.
        CONFIG,
        /// Logs, recovery copies, the trash.
        STATE,
        /// Where the engine is unpacked.
        CACHE,
        /// Where the command runs, and so where it puts what it makes.
        CURRENT
    }

    /// Tries it with a file that is thrown away at once. A folder that is not there yet is judged by where it would be made.
    static Place look(Use use, Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return new Place(use, folder.toAbsolutePath(), canWrite(there), free(there));
    }

    private static boolean canWrite(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".netloom", ".tmp"));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static OptionalLong free(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
