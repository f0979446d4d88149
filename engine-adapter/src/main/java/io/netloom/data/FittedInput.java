package io.netloom.data;

import io.netloom.compile.Scaling;
import java.util.List;

/// How an input is prepared, learnt from the training part.
///
/// @param columns what is done to each column when a row is read; empty where its values are taken as they are
/// @param scaling what the program then does to the numbers
public record FittedInput(List<FittedColumn> columns, Scaling scaling) {
    public FittedInput {
        columns = List.copyOf(columns);
    }
}
