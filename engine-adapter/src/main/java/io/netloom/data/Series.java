package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A table whose rows follow each other in time, of which the network sees a window and forecasts numbers of the rows behind it. Examples
/// are views on rows, which are read once. Missing values are treated as in a [Table], and can also be carried forward
/// ([Missing.Fill#LAST]); windows with a gap that nothing fills are left out and counted.
///
/// @param file the file
/// @param time a column of dates, or of numbers that grow; the rows are sorted by it
/// @param group a column that tells apart several series in the file; windows never reach from one into another
/// @param windows how examples are cut
/// @param inputs for each input of the network, by name, its columns in order: positions × numbers of a row. A target may be among
///     them, for its past is known.
/// @param targets for each output of the network, by name, the columns of numbers that it forecasts: all steps of the first column, then
///     those of the next
public record Series(TableFile file, String time, Optional<String> group, Windows windows,
        SequencedMap<String, List<Feature>> inputs, SequencedMap<String, TargetColumn> targets) implements DataSource {
    /// The name of the input that [SeriesChoice] proposes.
    public static final String INPUT = "window";

    /// @throws BadInput if an input has no columns, or a target is made of something else than numbers
    public Series {
        SequencedMap<String, List<Feature>> copy = new LinkedHashMap<>();
        inputs.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
        inputs = Collections.unmodifiableSequencedMap(copy);
        targets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(targets));
        if (inputs.isEmpty() || inputs.values().stream().anyMatch(List::isEmpty)) {
            throw new BadInput(Sentence.of("input.series-without-columns",
                    "The series {0} is used without columns for an input. Choose at least one column for each"
                            + " input.",
                    file.path().toString()));
        }
        copy.values().stream().flatMap(List::stream).filter(Feature.Text.class::isInstance).findFirst()
                .ifPresent(text -> {
                    throw new BadInput(Sentence.of("input.series-with-text",
                            "The column \"{0}\" of the series {1} is used as free text, which has no place in a row of"
                                    + " numbers. Take it out of the inputs, or use it as a category.",
                            text.column(), file.path().toString()));
                });
        if (targets.isEmpty()) {
            throw new BadInput(Sentence.of("input.series-without-target",
                    "The series {0} is used without a target. Choose a column to forecast.", file.path().toString()));
        }
        targets.forEach((name, target) -> {
            switch (target.kind()) {
                case NUMBER, NUMBERS -> {}
                case CLASS, TAGS, SHARES -> throw new BadInput(Sentence.of("input.forecast-kind",
                        "''{0}'' is to be forecast as {1}, but a forecast is of numbers: use the kind number or"
                                + " numbers.",
                        name, target.kind().name().toLowerCase()));
            }
        });
    }

    @Override
    public Dataset open(Labels labels) {
        return SeriesReading.read(this, labels);
    }

    @Override
    public List<String> learnt(String output) {
        return TargetColumn.of(targets, output);
    }

    @Override
    public List<String> columns(String input) {
        List<String> names = new ArrayList<>();
        List<String> row = (inputs.size() == 1 ? inputs.firstEntry().getValue()
                : inputs.getOrDefault(input, List.of())).stream().flatMap(feature -> feature.names().stream()).toList();
        for (int position = windows.length() - 1; position >= 0; position--) {
            for (String name : row) {
                names.add(position == 0 ? name : name + " -" + position);
            }
        }
        return names;
    }

    /// The same columns of another file.
    @Override
    public List<Path> watched() {
        return List.of(file.path());
    }

    @Override
    public Series at(Path path) {
        return new Series(file.at(path), time, group, windows, inputs, targets);
    }
}
