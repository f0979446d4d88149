package io.netloom.app.dataset;

import io.netloom.data.ColumnType;
import io.netloom.data.ColumnUse;
import java.util.List;
import java.util.Locale;

/// What a column of a table is for.
enum Role {
    /// It is to be learnt.
    LEARNT, NUMBER, CATEGORY, FLAG, DATE, TEXT,
    /// The network does not see it.
    LEFT_OUT;

    static Role of(ColumnUse use) {
        return valueOf(use.name());
    }

    /// The use that a network makes of it.
    ///
    /// @throws IllegalArgumentException if it is to be learnt
    ColumnUse use() {
        return ColumnUse.valueOf(name());
    }

    /// What a column of a type can be.
    static List<Role> of(ColumnType type) {
        return switch (type) {
            case NUMBER -> List.of(LEARNT, NUMBER, CATEGORY, LEFT_OUT);
            case TEXT -> List.of(LEARNT, CATEGORY, TEXT, LEFT_OUT);
            case BOOLEAN -> List.of(LEARNT, FLAG, CATEGORY, LEFT_OUT);
            case DATE -> List.of(LEARNT, DATE, CATEGORY, LEFT_OUT);
        };
    }

    /// The key of its words.
    String key() {
        return "dataset.role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
