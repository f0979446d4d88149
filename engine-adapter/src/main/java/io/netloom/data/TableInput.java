package io.netloom.data;

import io.netloom.compile.Scaling;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/// One input of a table, and where its numbers lie in a row as it is read.
///
/// @param name of the input
/// @param features its columns
/// @param at where their numbers begin
/// @param rawWidth numbers that it takes in a row as it is read; asked for at each row
/// @param isPlain whether the network gets the numbers that are read
record TableInput(String name, List<Feature> features, int at, int rawWidth, boolean isPlain) {
    TableInput {
        features = List.copyOf(features);
    }

    static TableInput of(String name, List<Feature> features, int at) {
        return new TableInput(name, features, at, features.stream().mapToInt(FittedColumn::rawWidth).sum(), features
                .stream().allMatch(feature -> feature instanceof Feature.Number number && number.isPlain()));
    }

    /// Numbers that the network gets.
    int width() {
        return features.stream().mapToInt(Feature::width).sum();
    }

    /// Learns from these rows what its columns need.
    ///
    /// @param dictionaries for each place in a row of the table the texts that its numbers stand for
    FittedInput fit(RowStore rows, List<List<String>> dictionaries, int[] train) {
        List<FittedColumn> columns = new ArrayList<>();
        float[] mean = new float[width()];
        float[] std = new float[width()];
        int from = at;
        int to = 0;
        for (Feature feature : features) {
            ColumnFit fit = ColumnFit.of(feature, rows, from, dictionaries.get(from), train);
            columns.add(fit.column());
            System.arraycopy(fit.mean(), 0, mean, to, feature.width());
            System.arraycopy(fit.std(), 0, std, to, feature.width());
            from += FittedColumn.rawWidth(feature);
            to += feature.width();
        }
        return new FittedInput(isPlain() ? List.of() : columns, new Scaling(mean, std));
    }

    Input described() {
        return new Input(name, Shape.of(width()));
    }
}
