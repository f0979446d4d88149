package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// How a file looked when it was first read, so that a file that changes meanwhile is not taken for a table.
record Unchanged(Path file, long bytes, FileTime time) {
    /// @throws BadInput if there is no such file, or it is a folder
    static Unchanged of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new BadInput(Sentence.of("input.no-file",
                        "{0} is a folder, but a file is needed. Give the file itself.", file.toString()));
            }
            return new Unchanged(file, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }

    /// @throws BadInput if the file is another one now
    void check() {
        if (!of(file).equals(this)) {
            throw new BadInput(Sentence.of("input.changing",
                    "{0} changed while it was read, so that some rows may be old and others new. Wait until nothing writes"
                            + " to it, or copy it, and read it again.",
                    file.toString()));
        }
    }
}
