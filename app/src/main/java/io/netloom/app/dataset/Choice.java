package io.netloom.app.dataset;

import io.netloom.app.dataset.Answers.Order;
import io.netloom.data.DataSource;
import io.netloom.data.Feature;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.ImageTable;
import io.netloom.data.MaskFolder;
import io.netloom.data.PictureForm;
import io.netloom.data.Reconstructed;
import io.netloom.data.Series;
import io.netloom.data.SeriesChoice;
import io.netloom.data.Table;
import io.netloom.data.TableChoice;
import io.netloom.data.TableQuery;
import io.netloom.data.TargetColumn;
import io.netloom.data.TextFile;
import io.netloom.shape.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How data is to be read, as the user says and Netloom proposes.
///
/// @param source what to learn from what
/// @param remarks what was done with columns, a sentence each
record Choice(DataSource source, List<Sentence> remarks) {

    /// Whether something is a table, rather than a folder.
    static boolean isTable(Path path) {
        return Table.isTable(path) && Files.isRegularFile(path);
    }

    /// Data that is no table.
    ///
    /// @throws io.netloom.shape.BadInput if the data cannot be used so
    static Choice of(Path path, Answers answers) {
        DataSource source = DataSource.detect(path, Optional.empty());
        return new Choice(answers.form().map(form -> formed(source, form)).orElse(source), List.of());
    }

    /// A table.
    ///
    /// @throws io.netloom.shape.BadInput if it cannot be used so
    static Choice of(TableQuery table, Answers answers) {
        if (answers.order() == Order.SERIES) {
            return of(table.series(answers.columns(), answers.series()));
        }
        Optional<ImageTable> pictures = table.pictures(answers.columns().targets());
        if (pictures.isPresent()) {
            ImageTable images = pictures.get();
            return new Choice(answers.form().map(form -> formed(images, form)).orElse(images), List.of());
        }
        TableChoice choice = table.choice(answers.columns());
        Optional<SeriesChoice> series = answers.order() == Order.FOUND_OUT && answers.test().isEmpty()
                ? table.series(choice, answers.columns()) : Optional.empty();
        return series.map(Choice::of).orElseGet(() -> new Choice(tested(choice.table(), answers), choice.remarks()));
    }

    private static Table tested(Table table, Answers answers) {
        return new Table(table.file(), answers.test(), table.inputs(), table.targets());
    }

    private static Choice of(SeriesChoice choice) {
        return new Choice(choice.series(), choice.remarks());
    }

    private static DataSource formed(DataSource source, PictureForm form) {
        return switch (source) {
            case ImageFolder(Path folder, PictureForm _) -> new ImageFolder(folder, form);
            case MaskFolder masks -> new MaskFolder(masks.pictures(), masks.masks(), form, masks.classes());
            case ImageTable table -> new ImageTable(table.file(), table.folder(), table.column(), form,
                    table.targets());
            case IdxFiles _,Table _,Series _,TextFile _,Reconstructed _ -> source;
        };
    }

    /// What pictures are brought to, where there are any.
    Optional<PictureForm> form() {
        return switch (source) {
            case ImageFolder folder -> Optional.of(folder.form());
            case MaskFolder masks -> Optional.of(masks.form());
            case ImageTable table -> Optional.of(table.form());
            case IdxFiles _,Table _,Series _,TextFile _,Reconstructed _ -> Optional.empty();
        };
    }

    /// The columns that the network sees.
    List<Feature> features() {
        return switch (source) {
            case Table table -> table.inputs().values().stream().flatMap(List::stream).toList();
            case Series series -> series.inputs().values().stream().flatMap(List::stream).toList();
            case IdxFiles _,ImageFolder _,ImageTable _,MaskFolder _,TextFile _,Reconstructed _ -> List.of();
        };
    }

    /// The columns that are to be learnt.
    List<String> targets() {
        return (switch (source) {
            case Table table -> table.targets().values().stream();
            case Series series -> series.targets().values().stream();
            case ImageTable table -> table.targets().values().stream();
            case IdxFiles _,ImageFolder _,MaskFolder _,TextFile _,Reconstructed _ -> Stream.<TargetColumn>empty();
        }).flatMap(target -> target.columns().stream()).toList();
    }
}
