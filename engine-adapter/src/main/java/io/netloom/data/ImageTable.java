package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Pictures that a table names, a row each, with what is to be learnt about them in other columns: classes, tags or numbers. Rows
/// that name no picture or miss a target, and pictures that cannot be read, are left out with a warning.
///
/// @param file the table
/// @param folder where paths in the table begin that are not absolute
/// @param column the column of paths, with `/` between names
/// @param form what each picture is brought to
/// @param targets for each output of the network, by name, the column or columns that it learns; none where the network is to give
///     its input back
public record ImageTable(TableFile file, Path folder, String column, PictureForm form,
        SequencedMap<String, TargetColumn> targets) implements DataSource {

    /// @throws BadInput if the column of paths is to be learnt
    public ImageTable {
        targets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(targets));
        for (TargetColumn target : targets.values()) {
            if (target.columns().contains(column)) {
                throw new BadInput(Sentence.of("input.target-names-pictures",
                        "The column \"{0}\" of {1} names the pictures, so that it cannot be learnt. Choose another"
                                + " target.",
                        column, file.path().toString()));
            }
        }
    }

    /// Proposes how to use a table that names pictures: those beside it, or in a folder beside it. What is to be learned is chosen as
    /// for a [Table], but that texts with `;` or `|` between them are tags. Empty where no column names pictures.
    ///
    /// @param targets the columns that are to be learned; none lets Netloom choose
    /// @throws BadInput if a column has the names of pictures, and none of them is there
    public static Optional<ImageTable> detect(TableFile file, List<String> targets) {
        return ListingDetection.of(file, targets);
    }

    @Override
    public Dataset open(Labels labels) {
        return switch (labels) {
            case Labels.Learnt() when targets.isEmpty() ->
                throw new BadInput(Sentence.of("input.pictures-without-target",
                        "The pictures that {0} names are used without a target. Choose a column to be learned.",
                        file.path().toString()));
            case Labels.Learnt() -> open(PictureListing.learnt(this));
            case Labels.Known(Map<String, Task> tasks) ->
                new KnownClasses(open(PictureListing.labelled(this, tasks)), tasks);
            case Labels.None() -> open(PictureListing.unlabelled(this));
        };
    }

    private Dataset open(PictureListing listing) {
        var pictures = listing.pictures();
        PictureCheck check = PictureCheck.of(folder, pictures.stream().map(PictureFile::file).toList());
        listing.warnings().addAll(check.warnings());
        Answers answers = listing.targets().isEmpty() ? new Answers.None()
                : new Answers.Columns(listing.names(), listing.targets(), check.readable());
        return ImageFolderReading.dataset(form, folder, ImageDataset.at(pictures, check.readable()), answers,
                listing.warnings(), check);
    }

    @Override
    public List<String> learnt(String output) {
        return TargetColumn.of(targets, output);
    }

    /// Another table with the same columns; or, where `path` is none, the pictures that lie there.
    @Override
    public List<Path> watched() {
        return List.of(file.path());
    }

    @Override
    public DataSource at(Path path) {
        return Table.isTable(path) ? new ImageTable(file.at(path), path.resolveSibling(""), column, form, targets)
                : new ImageFolder(path, form);
    }
}
