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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table in a file. The columns that are used are read once, when it is opened. Empty fields, `NA`, `N/A`, `NaN`, `null` and `?` (in any
/// case) are missing values, unless the [Dialect] says otherwise; a row that misses a value in a column where nothing fills it is left out
/// and counted in the warnings.
///
/// @param file the file
/// @param test a file of the same columns whose rows are the test part; empty where the test part is taken from `file`
/// @param inputs for each input of the network, by name, its columns in order
/// @param targets for each output of the network, by name, the column or columns that it learns; none where the network is to give its
///     inputs back
public record Table(TableFile file, Optional<Path> test, SequencedMap<String, List<Feature>> inputs,
        SequencedMap<String, TargetColumn> targets) implements DataSource {
    /// The name of the input that [#detect] proposes.
    public static final String INPUT = "features";

    /// @throws BadInput if no input, or an input without columns, is given, or a column is both input and target
    public Table {
        SequencedMap<String, List<Feature>> copy = new LinkedHashMap<>();
        inputs.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
        inputs = Collections.unmodifiableSequencedMap(copy);
        targets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(targets));
        if (inputs.isEmpty() || inputs.values().stream().anyMatch(List::isEmpty)) {
            throw new BadInput(Sentence.of("input.table-without-columns",
                    "The table {0} is used without columns for an input. Choose at least one column for each"
                            + " input.",
                    file.path().toString()));
        }
        Set<String> used = copy.values().stream().flatMap(List::stream).map(Feature::column)
                .collect(Collectors.toSet());
        copy.values().stream().flatMap(List::stream).filter(f -> f.missing().fill() == Missing.Fill.LAST).findFirst()
                .ifPresent(f -> {
                    throw new BadInput(Sentence.of("input.no-last",
                            "Missing values of the column \"{0}\" cannot take the last value before them, for the rows"
                                    + " of a table have no order of time. Fill them in another way, or use the table as a series.",
                            f.column()));
                });
        for (TargetColumn target : targets.values()) {
            Optional<String> both = target.columns().stream().filter(used::contains).findFirst();
            if (both.isPresent()) {
                throw new BadInput(Sentence.of("input.target-is-input",
                        "The column \"{0}\" of {1} is to be learned and is also an input, which would give the"
                                + " answer away. Take it out of the inputs.",
                        both.get(), file.path().toString()));
            }
        }
    }

    /// A table whose inputs are columns of numbers.
    public Table(Path file, SequencedMap<String, List<String>> numbers, SequencedMap<String, TargetColumn> targets) {
        this(new TableFile(file), Optional.empty(), features(numbers), targets);
    }

    private static SequencedMap<String, List<Feature>> features(SequencedMap<String, List<String>> numbers) {
        SequencedMap<String, List<Feature>> features = new LinkedHashMap<>();
        numbers.forEach((name, columns) -> features.put(name,
                columns.stream().<Feature>map(Feature.Number::new).toList()));
        return features;
    }

    /// Proposes how to use a table; see [TableChoice].
    ///
    /// @throws BadInput if the file cannot be read as a table, has no such column, or has nothing to learn from
    public static Table detect(Path file, Optional<String> target) {
        return TableChoice.of(new TableFile(file), target.stream().toList()).table();
    }

    /// Whether a path's ending is that of a table.
    public static boolean isTable(Path path) {
        return TableFile.isTable(path);
    }

    /// The file, and that for the test if there is one.
    List<TableFile> files() {
        return Stream.concat(Stream.of(file), test.map(file::at).stream()).toList();
    }

    @Override
    public List<Path> watched() {
        return files().stream().map(TableFile::path).toList();
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
        return (inputs.size() == 1 ? inputs.firstEntry().getValue() : inputs.getOrDefault(input, List.of())).stream()
                .flatMap(feature -> feature.names().stream()).toList();
    }

    @Override
    public List<String> learnt(String output) {
        return TargetColumn.of(targets, output);
    }

    private Table withTargets() {
        if (targets.isEmpty()) {
            throw new BadInput(Sentence.of("input.table-without-target",
                    "The table {0} is used without a target. Choose a column to be learned.", file.path().toString()));
        }
        return this;
    }

    /// The same columns of another file, without a file for the test.
    @Override
    public Table at(Path path) {
        return new Table(file.at(path), Optional.empty(), inputs, targets);
    }
}
