package io.netloom.app.dataset;

import io.netloom.data.ColumnUse;
import io.netloom.data.PictureForm;
import io.netloom.data.SeriesChoice;
import io.netloom.data.TableWish;
import io.netloom.data.TargetColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user has said about the data; what is not said is proposed.
///
/// @param columns what a table's columns are for
/// @param order whether the rows of a table are learnt from each by itself
/// @param series how a forecast is cut
/// @param form what pictures are brought to
record Answers(TableWish columns, Order order, SeriesChoice.Wish series, Optional<PictureForm> form) {
    static final Answers NONE = new Answers(TableWish.NONE, Order.FOUND_OUT, SeriesChoice.Wish.NONE, Optional.empty());

    /// How rows stand to each other.
    enum Order {
        /// Nobody has said.
        FOUND_OUT,
        /// Each is an example by itself.
        ROWS,
        /// They follow each other in time, and the next ones are forecast.
        SERIES
    }

    Answers withTargets(List<String> targets) {
        return new Answers(new TableWish(targets, Optional.empty(), columns.uses()), order, series, form);
    }

    Answers with(Optional<TargetColumn.Kind> kind) {
        return new Answers(new TableWish(columns.targets(), kind, columns.uses()), order, series, form);
    }

    /// A column that is no target.
    Answers with(String column, ColumnUse use) {
        Map<String, ColumnUse> uses = new HashMap<>(columns.uses());
        uses.put(column, use);
        List<String> targets = new ArrayList<>(columns.targets());
        targets.remove(column);
        return new Answers(new TableWish(targets, targets.equals(columns.targets()) ? columns.kind() : Optional.empty(),
                uses), order, series, form);
    }

    Answers with(Order newOrder) {
        return new Answers(columns, newOrder, series, form);
    }

    Answers with(SeriesChoice.Wish newSeries) {
        return new Answers(columns, order, newSeries, form);
    }

    Answers with(PictureForm newForm) {
        return new Answers(columns, order, series, Optional.of(newForm));
    }
}
