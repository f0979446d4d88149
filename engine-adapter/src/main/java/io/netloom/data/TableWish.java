package io.netloom.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a user says about how a table is to be used; the rest is proposed ([TableChoice], [SeriesChoice]).
///
/// @param targets the columns that are to be learned; none lets Netloom choose
/// @param kind what a single target is learned as
/// @param uses what other columns are to the network, by name; a column that is not named is used as proposed
/// @param features how the network gets other columns, by name; what is said here counts more than the use
public record TableWish(List<String> targets, Optional<TargetColumn.Kind> kind, Map<String, ColumnUse> uses,
        Map<String, Feature> features) {
    /// Nothing is said.
    public static final TableWish NONE = new TableWish(List.of(), Optional.empty(), Map.of(), Map.of());

    public TableWish {
        targets = List.copyOf(targets);
        uses = Map.copyOf(uses);
        features = Map.copyOf(features);
    }

    /// Only the targets are said.
    static TableWish of(List<String> targets) {
        return new TableWish(targets, Optional.empty(), Map.of(), Map.of());
    }

    /// The file, with columns that are taken for what they are to be used as.
    TableFile typed(TableFile file) {
        Map<String, ColumnType> types = new LinkedHashMap<>(file.dialect().types());
        Map<String, ColumnUse> all = new LinkedHashMap<>(uses);
        features.forEach((column, feature) -> all.put(column, ColumnUse.of(feature)));
        all.entrySet().stream().filter(use -> !targets.contains(use.getKey()))
                .forEach(use -> use.getValue().type().ifPresent(type -> types.put(use.getKey(), type)));
        return new TableFile(file.path(), file.dialect().with(types));
    }

    Optional<ColumnUse> use(String column) {
        return Optional.ofNullable(uses.get(column));
    }

    Optional<Feature> feature(String column) {
        return Optional.ofNullable(features.get(column));
    }
}
