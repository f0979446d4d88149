package io.netloom.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The names of classes in a file `classes.txt` beside data that has only their numbers: one a line, the first for number 0.
final class ClassNames {
    static final String FILE = "classes.txt";

    private ClassNames() {}

    /// The names; empty where there is no such file.
    static List<String> beside(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(String::strip).filter(name -> !name.isEmpty()).toList()
                    : List.of();
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }
}
