package io.netloom.app.dataset;

import io.netloom.data.TableFile;
import io.netloom.data.TablePreview;
import io.netloom.shape.BadInput;
import java.util.List;
import java.util.Optional;

/// The beginning of a table, for who says how it is written.
///
/// @param table its first rows as they are read; nothing where they cannot be
/// @param problem why not
/// @param lines its first lines as they stand in the file
record Preview(Optional<TablePreview> table, Optional<BadInput> problem, List<String> lines) {
    private static final int ROWS = 40;

    /// @throws BadInput if the file cannot be read at all
    static Preview of(TableFile file) {
        List<String> lines = TablePreview.lines(file, ROWS);
        try {
            return new Preview(Optional.of(TablePreview.of(file, ROWS)), Optional.empty(), lines);
        } catch (BadInput e) {
            return new Preview(Optional.empty(), Optional.of(e), lines);
        }
    }

    /// Whether there is anything to see.
    boolean isBlank() {
        return lines.stream().allMatch(String::isBlank);
    }
}
