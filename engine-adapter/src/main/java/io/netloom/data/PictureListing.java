package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The rows of an [ImageTable]: paths, and what is to be learnt. Nothing else of pictures reads tables.
final class PictureListing {
    private final ImageTable source;
    private final List<String> names = new ArrayList<>();
    private final List<TargetValues> targets = new ArrayList<>();
    private final List<OpenTable.Asked> asked = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();
    private final List<PictureFile> pictures = new ArrayList<>();
    private final List<Sentence> warnings = new ArrayList<>();
    private int row;

    private PictureListing(ImageTable source) {
        this.source = source;
    }

    /// To learn from: targets that differ.
    static PictureListing learnt(ImageTable source) {
        PictureListing listing = read(source, source.targets(), Map.of());
        listing.targets.forEach(TargetValues::refuseOneClass);
        return listing;
    }

    /// With targets of any kind.
    ///
    /// @param known what they mean to a model, by name
    static PictureListing labelled(ImageTable source, Map<String, Task> known) {
        return read(source, source.targets(), known);
    }

    /// The pictures alone; the targets' columns need not be there.
    static PictureListing unlabelled(ImageTable source) {
        return read(source, new LinkedHashMap<>(), Map.of());
    }

    private static PictureListing read(ImageTable source, SequencedMap<String, TargetColumn> wanted,
            Map<String, Task> known) {
        var listing = new PictureListing(source);
        try (OpenTable open = OpenTable.open(source.file())) {
            listing.read(open, wanted, known);
        }
        return listing;
    }

    private void read(OpenTable open, SequencedMap<String, TargetColumn> wanted, Map<String, Task> known) {
        var used = new ArrayList<>(List.of(open.index(source.column())));
        wanted.values().forEach(target -> target.columns().forEach(name -> used.add(open.index(name))));
        var facts = new TableColumns(open, open.load(used));
        int rows = Math.toIntExact(facts.rows());
        asked.add(new OpenTable.Asked(open.index(source.column()), OpenTable.As.TEXT));
        wanted.forEach((name, target) -> add(name, target, facts, rows, Optional.ofNullable(known.get(name))));
        open.read(asked, this::take);
        if (pictures.isEmpty()) {
            throw new BadInput(Sentence.of("input.listing-empty",
                    "No row of {0} has both a picture in \"{1}\" and what is to be learnt. Fill in the paths of"
                            + " pictures.",
                    source.file().path().toString(), source.column()));
        }
        if (pictures.size() < row) {
            warnings.add(Sentence.of("warning.listing",
                    "{0,number,0} of {1,number,0} rows were left out because a value is missing, or the path is none.",
                    row - pictures.size(), row));
        }
        targets.forEach(TargetValues::finish);
        targets.forEach(target -> warnings.addAll(target.warnings()));
    }

    private void add(String name, TargetColumn target, TableColumns facts, int rows, Optional<Task> known) {
        Path file = source.file().path();
        names.add(name);
        begins.add(asked.size() + 1);
        boolean text = target.kind() == TargetColumn.Kind.CLASS || !target.separator().isEmpty();
        target.columns().forEach(column -> asked.add(new OpenTable.Asked(facts.of(column).index(),
                text ? OpenTable.As.TEXT : OpenTable.As.NUMBER)));
        if (target.kind() == TargetColumn.Kind.CLASS) {
            ColumnFacts column = facts.of(target.columns().getFirst());
            targets.add(new TargetValues.Classes(file, column.name(), column.isWhole(), rows));
        } else if (text) {
            targets.add(new TargetTags(file, target,
                    known.orElse(null) instanceof Task.Tags(List<String> tags) ? tags : List.of()));
        } else {
            target.columns().forEach(facts::refuseTexts);
            targets.add(new TargetNumbers(file, target, rows));
        }
    }

    private void take(ResultSet values) throws SQLException {
        row++;
        String path = values.getString(1);
        if (path == null) {
            return;
        }
        for (int t = 0; t < targets.size(); t++) {
            if (!targets.get(t).take(pictures.size(), row, values, begins.get(t))) {
                return;
            }
        }
        try {
            pictures.add(new PictureFile(resolve(source.folder(), path), "", Optional.empty()));
        } catch (InvalidPathException _) {
            // counted among the rows that are left out
        }
    }

    static Path resolve(Path folder, String path) {
        return folder.resolve(path.replace('\\', '/')).normalize();
    }

    List<PictureFile> pictures() {
        return pictures;
    }

    List<String> names() {
        return names;
    }

    List<TargetValues> targets() {
        return targets;
    }

    List<Sentence> warnings() {
        return warnings;
    }
}
