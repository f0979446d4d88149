package io.netloom.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The shape of the tensor on a wire. The first axis is the batch; `rank`, `size` and the text form speak of the
/// other axes, the features of one example: an image is channels × height × width, a table row is one axis.
///
/// @param type what an entry is
/// @param dims all axes, the batch first
public record Shape(ElementType type, List<Dim> dims) {
    /// More axes than any layer uses; a bound for files from strangers.
    public static final int MAX_RANK = 8;

    public Shape {
        dims = List.copyOf(dims);
        if (dims.isEmpty() || !(dims.getFirst() instanceof Dim.Batch)) {
            throw new IllegalArgumentException("the first axis must be the batch: " + dims);
        }
        if (dims.stream().skip(1).anyMatch(Dim.Batch.class::isInstance)) {
            throw new IllegalArgumentException("only the first axis is the batch: " + dims);
        }
    }

    /// A batch of float tensors with these feature axes.
    public static Shape of(long... features) {
        return of(ElementType.FLOAT32, features);
    }

    /// A batch of tensors with these feature axes.
    public static Shape of(ElementType type, long... features) {
        var dims = new ArrayList<Dim>(features.length + 1);
        dims.add(new Dim.Batch());
        for (long f : features) {
            dims.add(new Dim.Fixed(f));
        }
        return new Shape(type, dims);
    }

    /// Reads `28×28`, `1x28x28` or `4`; the batch is not written.
    ///
    /// @throws IllegalArgumentException if the text is not positive whole numbers joined by ×
    public static Shape parse(String text) {
        String[] parts = text.strip().split("\\s*[x×X*]\\s*", -1);
        if (parts.length > MAX_RANK) {
            throw new IllegalArgumentException("a shape has at most " + MAX_RANK + " axes: " + text);
        }
        try {
            return of(Arrays.stream(parts).mapToLong(Integer::parseInt).toArray());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a shape is whole numbers joined by ×, like 1×28×28, not " + text, e);
        }
    }

    /// Number of feature axes, the batch not counted.
    public int rank() {
        return dims.size() - 1;
    }

    /// Size of feature axis `axis`, counted from 0 behind the batch.
    public long size(int axis) {
        return switch (dims.get(axis + 1)) {
            case Dim.Fixed(long size) -> size;
            case Dim.Batch() -> throw new IllegalStateException("only the first axis is the batch");
        };
    }

    /// The sizes of all feature axes.
    public long[] features() {
        long[] sizes = new long[rank()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = size(i);
        }
        return sizes;
    }

    /// Entries of one example; `Long.MAX_VALUE` where there are more.
    public long elements() {
        return product(features());
    }

    /// Bytes of one example.
    public long bytes() {
        return product(elements(), type.bytes());
    }

    /// The same type with other feature axes.
    public Shape withFeatures(long... features) {
        return of(type, features);
    }

    /// The product of positive factors, held at `Long.MAX_VALUE` instead of overflowing.
    public static long product(long... factors) {
        long result = 1;
        for (long factor : factors) {
            if (Math.multiplyHigh(result, factor) != 0 || result * factor < 0) {
                return Long.MAX_VALUE;
            }
            result *= factor;
        }
        return result;
    }

    /// The sum of numbers that are not negative, held at `Long.MAX_VALUE` instead of overflowing.
    public static long sum(long... terms) {
        long result = 0;
        for (long term : terms) {
            result += term;
            if (result < 0) {
                return Long.MAX_VALUE;
            }
        }
        return result;
    }

    /// The feature axes as people write them, `1×28×28`; a scalar is `1 number`.
    @Override
    public String toString() {
        if (rank() == 0) {
            return "1 number";
        }
        return Arrays.stream(features()).mapToObj(Long::toString).collect(Collectors.joining("×"));
    }
}
