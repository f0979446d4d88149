package io.netloom.compile;

import io.netloom.shape.BadInput;
import io.netloom.shape.Range;
import io.netloom.shape.Sentence;

/// What one Output block learns.
///
/// @param output the block's name
/// @param task what its answers mean
/// @param loss what is made small
/// @param weight how much the loss counts in the sum over all heads, above 0, at most 1000
public record Head(String output, Task task, Loss loss, double weight) {
    private static final double MOST = 1000;

    /// @throws BadInput for a weight outside its range
    public Head {
        Range.require(weight > 0 && weight <= MOST,
                Sentence.of("setting.loss-weight", "weight of the loss of ''{0}''", output),
                weight, Range.aboveTo("0", "1000"));
    }

    /// A head whose loss counts once.
    public Head(String output, Task task, Loss loss) {
        this(output, task, loss, 1);
    }

    /// The same for a block of another name.
    public Head at(String block) {
        return new Head(block, task, loss, weight);
    }
}
