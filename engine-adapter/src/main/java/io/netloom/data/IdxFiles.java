package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.List;
import java.util.Map;

/// The format of MNIST: a folder with files whose names end in `images-idx3-ubyte` and `labels-idx1-ubyte` (a dot may
/// stand for the first hyphen of `-idx`, and `.gz` may follow). What stands before decides the part: `train`, `val`, or
/// `t10k` and `test`; other names leave it open. A file `classes.txt` beside them, one name a line, names the classes;
/// else they are numbers from 0. All pixels are read into memory when the source is opened.
///
/// @param folder the folder that holds the files
public record IdxFiles(Path folder) implements DataSource {
    /// The name of the input.
    public static final String INPUT = "image";
    /// The name of the target.
    public static final String TARGET = "class";

    /// Whether a folder holds at least one file of MNIST's pictures.
    ///
    /// @throws BadInput if the folder cannot be read
    static boolean isIdxFolder(Path folder) {
        return !IdxPair.images(folder).isEmpty();
    }

    @Override
    public Dataset open(Labels labels) {
        return switch (labels) {
            case Labels.Learnt() -> IdxDataset.learnt(folder);
            case Labels.Known(Map<String, Task> tasks) -> new KnownClasses(IdxDataset.labelled(folder), tasks);
            case Labels.None() -> IdxDataset.unlabelled(folder);
        };
    }

    @Override
    public List<Path> watched() {
        return IdxPair.in(folder).stream()
                .flatMap(pair -> Stream.concat(Stream.of(pair.images()), pair.labels().stream()))
                .toList();
    }

    @Override
    public IdxFiles at(Path path) {
        return new IdxFiles(path);
    }
}
