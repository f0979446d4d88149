package io.netloom.profile;

import io.netloom.data.TableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What is in a table, what is wrong with it, and what a network must beat.
///
/// @param file the file
/// @param rows its rows
/// @param columns its columns, in order
/// @param target how hard the target is to learn
/// @param concerns what is wrong, the worst first
public record TableProfile(Path file, long rows, List<ColumnProfile> columns, TargetProfile target,
        List<Concern> concerns) {
    public TableProfile {
        columns = List.copyOf(columns);
        concerns = List.copyOf(concerns);
    }

    /// Looks at a table, which may be larger than memory. The same file always gives the same profile.
    ///
    /// @param target the column to be learned; where there is none, the one that [io.netloom.data.TableChoice] would take
    /// @param test a file whose rows are to be the test part
    /// @throws io.netloom.shape.BadInput if a file cannot be read as a table, or has no such column
    public static TableProfile of(TableFile file, Optional<String> target, Optional<Path> test) {
        return of(file, target, test, () -> false);
    }

    /// The same, until somebody says stop.
    ///
    /// @param stop asked between one question to the table and the next
    /// @throws java.util.concurrent.CancellationException if it was stopped
    public static TableProfile of(TableFile file, Optional<String> target, Optional<Path> test,
            BooleanSupplier stop) {
        try (TableLook look = TableLook.open(file)) {
            return look.profile(target, test, (_, _) -> {}, stop);
        }
    }

    /// A column by its name.
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
