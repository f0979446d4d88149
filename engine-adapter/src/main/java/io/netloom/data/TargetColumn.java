package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The column of a table that an output learns, or several, and as what.
///
/// @param columns their names in the table's header
/// @param kind how their values are to be understood
/// @param separator stands between the tags in a single column; empty where there is none
public record TargetColumn(List<String> columns, Kind kind, String separator) {

    /// How the values of target columns are understood.
    public enum Kind {
        /// Each distinct value is a class.
        CLASS,
        /// A number to predict.
        NUMBER,
        /// A number in each of several columns.
        NUMBERS,
        /// Tags, several of which may hold: a column of 0 and 1 for each, or one column of texts that names them.
        TAGS,
        /// The share of each class, a column each; those of a row add up to 1.
        SHARES
    }

    /// @throws BadInput if there are too few or too many columns for the kind, or a separator without use
    public TargetColumn {
        columns = List.copyOf(columns);
        Sentence found = Sentence.of("target.columns", "{0,choice,0#0 columns|1#1 column|1<{0,number,0} columns}",
                columns.size());
        boolean named = kind == Kind.TAGS && !separator.isEmpty();
        switch (kind) {
            case CLASS,NUMBER -> require(columns.size() == 1,
                    Sentence.of("target.one-column", "one column, not {0}", found));
            case NUMBERS,SHARES -> require(columns.size() > 1,
                    Sentence.of("target.several-columns", "at least two columns, not {0}", found));
            case TAGS -> require(named ? columns.size() == 1 : !columns.isEmpty(),
                    named ? Sentence.of("target.separated",
                            "one column where a separator stands between the tags, not {0}", found)
                            : Sentence.of("target.column-a-tag", "a column a tag"));
        }
        require(named || separator.isEmpty(), Sentence.of("target.no-separator", "no separator"));
        require(columns.stream().distinct().count() == columns.size(),
                Sentence.of("target.each-once", "each column once"));
    }

    /// A single column.
    public TargetColumn(String column, Kind kind) {
        this(List.of(column), kind, "");
    }

    /// The columns of an output. A single target belongs to the only Output block, whatever its name.
    static List<String> of(SequencedMap<String, TargetColumn> targets, String output) {
        return Optional.ofNullable(targets.size() == 1 ? targets.firstEntry().getValue() : targets.get(output))
                .map(TargetColumn::columns).orElse(List.of());
    }

    private static void require(boolean good, Sentence needed) {
        if (!good) {
            throw new BadInput(Sentence.of("target.needs", "A target of this kind needs {0}.", needed));
        }
    }
}
