package io.netloom.profile;

import io.netloom.data.ColumnType;
import java.util.List;

/// What is in a column.
///
/// @param name as the header has it; empty where it has none
/// @param type what its values are taken for
/// @param missing rows without a value
/// @param distinct different values; about, where [#estimated]
/// @param estimated whether `distinct` and the quantiles are estimates, within some per cent, because the table is large
/// @param values how they are spread
/// @param examples the first few different values
public record ColumnProfile(String name, ColumnType type, long missing, long distinct, boolean estimated,
        ColumnValues values, List<String> examples) {
    public ColumnProfile {
        examples = List.copyOf(examples);
    }
}
