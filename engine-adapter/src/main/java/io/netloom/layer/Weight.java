package io.netloom.layer;

import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;

/// One tensor that a layer keeps. Names are those of the PyTorch module's `state_dict`.
///
/// @param name unique within the layer: `weight`, `running_mean`
/// @param shape all axes; there is no batch
/// @param kind learnt, or only kept
/// @param initialiser how it is filled before training
/// @param fanIn inputs that one unit is joined to
/// @param fanOut outputs that one input is joined to
public record Weight(String name, List<Long> shape, Kind kind, Filling initialiser, long fanIn, long fanOut) {

    /// Whether training moves a weight.
    public enum Kind {
        /// Learnt by gradient.
        PARAMETER,
        /// Kept beside the parameters: running statistics.
        BUFFER
    }

    public Weight {
        shape = List.copyOf(shape);
    }

    /// A learnt tensor.
    public static Weight parameter(String name, Filling initialiser, long fanIn, long fanOut, long... shape) {
        return new Weight(name, Arrays.stream(shape).boxed().toList(), Kind.PARAMETER, initialiser, fanIn, fanOut);
    }

    /// A tensor that is kept but not learnt.
    public static Weight buffer(String name, Filling initialiser, long... shape) {
        return new Weight(name, Arrays.stream(shape).boxed().toList(), Kind.BUFFER, initialiser, 1, 1);
    }

    /// Number of entries; `Long.MAX_VALUE` where there are more.
    public long elements() {
        return Shape.product(shape.stream().mapToLong(Long::longValue).toArray());
    }
}
