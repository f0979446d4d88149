package io.netloom.data;

import java.util.ArrayList;
import java.util.List;

/// Does to the rows of one input what was learnt from the training part: fills gaps, turns texts into numbers.
final class RowPreparation {
    /// A column, where its numbers begin in a row as it is read, and what its texts become.
    private record Step(FittedColumn column, int at, FittedColumn.Places places) {}

    private final List<Step> steps = new ArrayList<>();

    /// @param dictionaries for each place in a row of the table the texts that its numbers stand for
    RowPreparation(TableInput input, FittedInput fitted, List<List<String>> dictionaries) {
        int at = 0;
        for (FittedColumn column : fitted.columns()) {
            steps.add(new Step(column, at, column.places(dictionaries.get(input.at() + at))));
            at += FittedColumn.rawWidth(column.feature());
        }
    }

    /// @param raw the input's part of a row as it is read
    /// @param into takes the numbers, zeros until then
    /// @param to where they go
    void write(float[] raw, float[] into, int to) {
        int next = to;
        for (Step step : steps) {
            step.column().write(raw, step.at(), step.places(), into, next);
            next += step.column().feature().width();
        }
    }
}
