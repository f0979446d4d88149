package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The columns of a table file that are used, and what was counted in them.
final class TableColumns {
    private final OpenTable file;
    private final SequencedMap<String, ColumnFacts> facts = new LinkedHashMap<>();

    TableColumns(OpenTable file, List<ColumnFacts> counted) {
        this.file = file;
        counted.forEach(column -> facts.put(column.name(), column));
    }

    OpenTable file() {
        return file;
    }

    ColumnFacts of(String column) {
        return facts.get(column);
    }

    long rows() {
        return facts.firstEntry().getValue().rows();
    }

    /// @throws BadInput if a column holds nothing at all
    void refuseEmpty() {
        for (ColumnFacts column : facts.values()) {
            if (column.present() == 0) {
                throw new BadInput(Sentence.of("input.empty-column",
                        "The column \"{0}\" of {1} is empty. Do not use it, or fill it.", column.name(),
                        file.file().path().toString()));
            }
        }
    }

    /// @throws BadInput if a column of numbers holds something else
    void refuseTexts(String name) {
        ColumnFacts column = of(name);
        if (column.present() > 0 && !column.isNumeric()) {
            throw new BadInput(Sentence.of("input.needs-numbers",
                    "The column \"{0}\" of {1} must hold numbers, but it holds \"{2}\". Take it out, or replace its texts by"
                            + " numbers.",
                    name, file.file().path().toString(), column.text()));
        }
    }

    /// @throws BadInput if all of these columns of numbers hold one value each
    void refuseConstants(List<String> columns) {
        if (columns.stream().map(this::of).allMatch(column -> column.least() == column.greatest())) {
            ColumnFacts column = of(columns.getFirst());
            throw new BadInput(Sentence.of("input.constant",
                    "The column \"{0}\" of {1} is {2} in every row, so that there is nothing to learn. Choose another"
                            + " target.",
                    column.name(), file.file().path().toString(), Float.toString((float) column.least())));
        }
    }

    /// The columns with gaps, and how many there are, for messages.
    Sentence missing() {
        return ReadFailure.some(facts.values().stream().filter(column -> column.missing() > 0)
                .map(column -> column.name() + " (" + column.missing() + ")").toList());
    }
}
