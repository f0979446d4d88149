package io.netloom.data;

import io.netloom.shape.Shape;
import java.util.List;

/// One input of a table, and where its numbers lie in a row as it is read.
///
/// @param name of the input
/// @param features its columns
/// @param at where their numbers begin
record TableInput(String name, List<Feature> features, int at) {
    TableInput {
        features = List.copyOf(features);
    }

    /// Numbers that it takes in a row as it is read.
    int rawWidth() {
        return features.stream().mapToInt(FittedColumn::rawWidth).sum();
    }

    /// Numbers that the network gets.
    int width() {
        return features.stream().mapToInt(Feature::width).sum();
    }

    /// Whether the network gets the numbers that are read.
    boolean isPlain() {
        return features.stream().allMatch(feature -> feature instanceof Feature.Number number && number.isPlain());
    }

    Input described() {
        return new Input(name, Shape.of(width()));
    }
}
