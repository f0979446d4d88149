package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds out whether a table names pictures, and proposes how to use it then.
final class ListingDetection {
    private static final int LOOKED_AT = 500;
    private static final List<String> SEPARATORS = List.of(";", "|");

    private ListingDetection() {}

    /// @param wanted the columns that are to be learned
    static Optional<ImageTable> of(TableFile file, List<String> wanted) {
        try (OpenTable open = OpenTable.open(file)) {
            return of(open, open.load(IntStream.range(0, open.names().size()).boxed().toList()), wanted);
        }
    }

    /// The same of a table that is open.
    static Optional<ImageTable> of(OpenTable open, List<ColumnFacts> facts, List<String> wanted) {
        Optional<ColumnFacts> column = facts.stream()
                .filter(c -> !c.isNumeric() && PictureTree.isPictureName(Path.of("x", lastName(c.text()))))
                .filter(c -> !c.name().isEmpty()).findFirst();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        List<String> paths = values(open, column.get());
        Optional<Path> folder = folder(open.file().path(), paths);
        if (folder.isEmpty()) {
            throw new BadInput(Sentence.of("input.listed-pictures-gone",
                    "The column \"{0}\" of {1} names pictures, such as {2}, but none is there. Put them beside"
                            + " the table, or into a folder beside it.",
                    column.get().name(), open.file().path().toString(), paths.getFirst()));
        }
        return Optional.of(table(folder.get(), column.get(), wanted, open, facts, paths));
    }

    private static ImageTable table(Path folder, ColumnFacts column, List<String> wanted, OpenTable open,
            List<ColumnFacts> facts, List<String> paths) {
        List<PictureFile> pictures = ImageDetection.spread(paths, LOOKED_AT).stream()
                .filter(path -> isThere(folder, path))
                .map(path -> new PictureFile(PictureListing.resolve(folder, path), "", Optional.empty())).toList();
        List<ColumnFacts> learnt = wanted.isEmpty() ? List.of(usual(column, open, facts))
                : wanted.stream().map(name -> facts.get(open.index(name))).distinct().toList();
        SequencedMap<String, TargetColumn> targets = learnt.size() == 1 && !learnt.getFirst().isNumeric()
                ? texts(open, learnt.getFirst())
                : TableChoice.targets(open, learnt);
        return new ImageTable(open.file(), folder, column.name(), ImageDetection.of(folder, pictures), targets);
    }

    private static ColumnFacts usual(ColumnFacts column, OpenTable open, List<ColumnFacts> facts) {
        List<ColumnFacts> others = facts.stream().filter(c -> c.index() != column.index() && !c.name().isEmpty())
                .filter(c -> c.present() > 0).toList();
        if (others.isEmpty()) {
            throw new BadInput(Sentence.of("input.listed-nothing-to-learn",
                    "{0} names pictures in \"{1}\", but nothing that could be learnt about them. Add a column"
                            + " with classes, tags or numbers.",
                    open.file().path().toString(), column.name()));
        }
        return others.get(TableChoice.usualTarget(others.stream().map(ColumnFacts::name).toList()));
    }

    private static SequencedMap<String, TargetColumn> texts(OpenTable open, ColumnFacts target) {
        List<String> texts = values(open, target);
        var targets = new LinkedHashMap<String, TargetColumn>();
        targets.put(target.name(), SEPARATORS.stream()
                .filter(separator -> texts.stream().anyMatch(text -> text.contains(separator))).findFirst()
                .map(separator -> new TargetColumn(List.of(target.name()), TargetColumn.Kind.TAGS, separator))
                .orElseGet(() -> new TargetColumn(target.name(), TargetColumn.Kind.CLASS)));
        return targets;
    }

    private static List<String> values(OpenTable open, ColumnFacts column) {
        var values = new ArrayList<String>();
        open.read(List.of(new OpenTable.Asked(column.index(), OpenTable.As.TEXT)),
                row -> Optional.ofNullable(row.getString(1)).ifPresent(values::add));
        return values;
    }

    /// Where some of the pictures are: beside the table, or in a folder beside it.
    private static Optional<Path> folder(Path file, List<String> paths) {
        Path beside = file.resolveSibling("");
        List<String> some = ImageDetection.spread(paths, LOOKED_AT);
        return Stream.concat(Stream.of(beside), FolderListing.of(beside).stream().filter(Files::isDirectory))
                .filter(folder -> some.stream().anyMatch(path -> isThere(folder, path))).findFirst();
    }

    private static boolean isThere(Path folder, String path) {
        try {
            return Files.isRegularFile(PictureListing.resolve(folder, path));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("[^\\p{L}\\p{N}.]", "_");
    }
}
