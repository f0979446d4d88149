package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a project's examples come from. Paths are absolute: the project file resolves them.
public sealed interface DataSource permits ImageFolder, ImageTable, IdxFiles, MaskFolder, Table, Series, TextFile,
        Reconstructed {

    /// Reads what is needed to know the sizes and classes of all examples; the pixels of an image folder are read
    /// later.
    ///
    /// @param labels what is asked of the answers in the data
    /// @throws BadInput if the source cannot be used
    Dataset open(Labels labels);

    /// Opens the source to learn from it.
    ///
    /// @throws BadInput if the source cannot be used
    default Dataset open() {
        return open(new Labels.Learnt());
    }

    /// What the numbers of an input are called, in their order; empty where they have no names.
    default List<String> columns(String input) {
        return List.of();
    }

    /// The columns that an output learns, in their order; empty where it learns no columns.
    default List<String> learnt(String output) {
        return List.of();
    }

    /// The files whose change a run should notice ([Fingerprint]), in an order that stays; none where it looks at none.
    ///
    /// @throws BadInput if they cannot be listed
    default List<Path> watched() {
        return List.of();
    }

    /// The same way of reading, at another place.
    DataSource at(Path path);

    /// Looks at what lies at `path` and proposes how to read it.
    ///
    /// @param path a folder of images, one that holds `images` and `masks`, one with MNIST's files, or a table (`.csv`, `.tsv`, `.jsonl`, `.ndjson`, also with `.gz`, or `.parquet`),
    ///     which may name pictures, or a plain text (`.txt`, `.text`, `.md`)
    /// @param target the column of a table that is to be learned; empty lets Netloom choose
    /// @throws BadInput if there is nothing that Netloom reads
    static DataSource detect(Path path, Optional<String> target) {
        return detectAt(path.toAbsolutePath().normalize(), target);
    }

    private static DataSource detectAt(Path path, Optional<String> target) {
        if (!Files.exists(path)) {
            throw ReadFailure.missing(path);
        }
        if (Table.isTable(path) && !Files.isDirectory(path)) {
            Optional<ImageTable> pictures = ImageTable.detect(new TableFile(path), target.stream().toList());
            return pictures.isPresent() ? pictures.get() : Table.detect(path, target);
        }
        if (TextFile.isText(path) && !Files.isDirectory(path) && target.isEmpty()) {
            return TextFile.detect(path, Optional.empty());
        }
        if (target.isPresent()) {
            throw new BadInput(Sentence.of("input.target-of-no-table",
                    "{0} has no column \"{1}\", for it is no table. Leave the target away, or give a .csv, .tsv,"
                            + " .jsonl or .parquet file.",
                    path.toString(), target.get()));
        }
        if (!Files.isDirectory(path)) {
            throw new BadInput(Sentence.of("input.no-data",
                    "{0} is a file that Netloom does not read as data. Give a .csv, .tsv, .jsonl (.gz too) or .parquet table,"
                            + " a plain text (.txt), a folder that holds a folder of pictures for each class, or a folder"
                            + " with MNIST''s idx-ubyte files.",
                    path.toString()));
        }
        if (MaskDetection.isMaskFolder(path)) {
            return MaskFolder.detect(path);
        }
        return IdxFiles.isIdxFolder(path) ? new IdxFiles(path) : ImageFolder.detect(path);
    }
}
