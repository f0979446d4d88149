package io.netloom.app.dataset;

import io.netloom.data.ColumnType;
import io.netloom.data.ColumnUse;
import io.netloom.data.Dialect;
import io.netloom.data.Feature;
import io.netloom.data.PictureForm;
import io.netloom.data.SeriesChoice;
import io.netloom.data.TableWish;
import io.netloom.data.TargetColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user has said about the data; what is not said is proposed.
///
/// @param dialect how a table is written
/// @param columns what a table's columns are for
/// @param test a file of the same columns whose rows are the test
/// @param order whether the rows of a table are learnt from each by itself
/// @param series how a forecast is cut
/// @param form what pictures are brought to
record Answers(Dialect dialect, TableWish columns, Optional<Path> test, Order order, SeriesChoice.Wish series,
        Optional<PictureForm> form) {
    static final Answers NONE = new Answers(Dialect.FOUND, TableWish.NONE, Optional.empty(), Order.FOUND_OUT,
            SeriesChoice.Wish.NONE, Optional.empty());

    /// How rows stand to each other.
    enum Order {
        /// Nobody has said.
        FOUND_OUT,
        /// Each is an example by itself.
        ROWS,
        /// They follow each other in time, and the next ones are forecast.
        SERIES
    }

    /// The first column that is to be learnt, where one was named.
    Optional<String> target() {
        return columns.targets().stream().findFirst();
    }

    private Answers with(TableWish newColumns) {
        return new Answers(dialect, newColumns, test, order, series, form);
    }

    /// A file that is written in another way. Where other columns may come out, what was said about columns is forgotten.
    Answers with(Dialect newDialect) {
        boolean same = newDialect.delimiter().equals(dialect.delimiter()) && newDialect.quote().equals(dialect.quote())
                && newDialect.encoding().equals(dialect.encoding()) && newDialect.header().equals(dialect.header());
        return same ? new Answers(newDialect, columns, test, order, series, form)
                : new Answers(newDialect.with(Map.of()), TableWish.NONE, test, Order.FOUND_OUT,
                        SeriesChoice.Wish.NONE, form);
    }

    /// A column that holds something else than its values suggest.
    ///
    /// @param type nothing for what they suggest
    Answers withType(String column, Optional<ColumnType> type) {
        Map<String, ColumnType> types = new HashMap<>(dialect.types());
        types.remove(column);
        type.ifPresent(said -> types.put(column, said));
        return new Answers(dialect.with(types), without(column), test, order, series, form);
    }

    private TableWish without(String column) {
        Map<String, ColumnUse> uses = new HashMap<>(columns.uses());
        uses.remove(column);
        Map<String, Feature> features = new HashMap<>(columns.features());
        features.remove(column);
        return new TableWish(columns.targets(), columns.targets().contains(column) ? Optional.empty() : columns.kind(), uses,
                features);
    }

    Answers withTargets(List<String> targets) {
        return with(new TableWish(targets, Optional.empty(), columns.uses(), columns.features()));
    }

    Answers with(Optional<TargetColumn.Kind> kind) {
        return with(new TableWish(columns.targets(), kind, columns.uses(), columns.features()));
    }

    /// A column that is no target.
    Answers with(String column, ColumnUse use) {
        TableWish others = without(column);
        Map<String, ColumnUse> uses = new HashMap<>(others.uses());
        uses.put(column, use);
        List<String> targets = new ArrayList<>(columns.targets());
        targets.remove(column);
        return with(new TableWish(targets, targets.equals(columns.targets()) ? columns.kind() : Optional.empty(),
                uses, others.features()));
    }

    /// A column that the network gets in a way of its own.
    Answers with(Feature feature) {
        Map<String, Feature> features = new HashMap<>(columns.features());
        features.put(feature.column(), feature);
        return with(new TableWish(columns.targets(), columns.kind(), columns.uses(), features));
    }

    /// A column that the network gets as proposed.
    Answers withoutFeature(String column) {
        Map<String, Feature> features = new HashMap<>(columns.features());
        features.remove(column);
        return with(new TableWish(columns.targets(), columns.kind(), columns.uses(), features));
    }

    Answers withTest(Optional<Path> newTest) {
        return new Answers(dialect, columns, newTest, order, series, form);
    }

    Answers with(Order newOrder) {
        return new Answers(dialect, columns, test, newOrder, series, form);
    }

    Answers with(SeriesChoice.Wish newSeries) {
        return new Answers(dialect, columns, test, order, newSeries, form);
    }

    Answers with(PictureForm newForm) {
        return new Answers(dialect, columns, test, order, series, Optional.of(newForm));
    }
}
