package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A table of text: CSV with commas, semicolons or bars, or tab-separated, gzipped or not, in UTF-8, with the columns'
/// names in its first line. The columns that are used are read into memory when it is opened. Empty fields, `NA`,
/// `N/A`, `NaN`, `null` and `?` (in any case) are missing values; a row that misses a value in a used column is left
/// out and counted in the warnings.
///
/// @param file the file
/// @param inputs for each input of the network, by name, its columns of numbers in order
/// @param targets for each output of the network, by name, the column or columns that it learns; none where the network is to give its
///     inputs back
public record Table(Path file, SequencedMap<String, List<String>> inputs, SequencedMap<String, TargetColumn> targets)
        implements DataSource {
    /// The name of the input that [#detect] proposes.
    public static final String INPUT = "features";

    /// @throws BadInput if no input, or an input without columns, is given, or a column is both input and target
    public Table {
        SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
        inputs.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
        inputs = Collections.unmodifiableSequencedMap(copy);
        targets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(targets));
        if (inputs.isEmpty() || inputs.values().stream().anyMatch(List::isEmpty)) {
            throw new BadInput("The table " + file + " is used without columns for an input."
                    + " Choose at least one column for each input.");
        }
        for (TargetColumn target : targets.values()) {
            Optional<String> both = target.columns().stream()
                    .filter(name -> copy.values().stream().anyMatch(columns -> columns.contains(name))).findFirst();
            if (both.isPresent()) {
                throw new BadInput("The column \"" + both.get() + "\" of " + file
                        + " is to be learned and is also an input, which would"
                        + " give the answer away. Take it out of the inputs.");
            }
        }
    }

    /// Proposes how to use a table: what is to be learned is the column `target`, or else one with a usual name
    /// (target, label, class, species, y, …), or else the last; every other column of numbers is a feature, unless it
    /// has no name or more than half of it is missing. A target of text, or of at most 20 different whole numbers that
    /// each stand for ten rows, is a class; other numbers are numbers. The target is named after its column.
    ///
    /// @throws BadInput if the file cannot be read as a table, has no such column, or has nothing to learn from
    public static Table detect(Path file, Optional<String> target) {
        return TableDetection.of(file, target);
    }

    /// Whether a path's ending is that of a table.
    static boolean isTable(Path path) {
        return path.getFileName() != null
                && path.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.[ct]sv(\\.gz)?");
    }

    @Override
    public Dataset open(Labels labels) {
        return switch (labels) {
            case Labels.Learnt() -> TableReading.learnt(withTargets());
            case Labels.Known(Map<String, Task> tasks) ->
                new KnownClasses(TableReading.labelled(withTargets(), tasks), tasks);
            case Labels.None() -> TableReading.unlabelled(this);
        };
    }

    @Override
    public List<String> columns(String input) {
        // A single input belongs to the only Input block, whatever its name.
        return inputs.size() == 1 ? inputs.firstEntry().getValue() : inputs.getOrDefault(input, List.of());
    }

    private Table withTargets() {
        if (targets.isEmpty()) {
            throw new BadInput("The table " + file + " is used without a target. Choose a column to be learned.");
        }
        return this;
    }

    @Override
    public Table at(Path path) {
        return new Table(path, inputs, targets);
    }
}
