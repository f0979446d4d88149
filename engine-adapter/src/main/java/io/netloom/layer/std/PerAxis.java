package io.netloom.layer.std;

import io.netloom.layer.Size2;
import io.netloom.layer.Size3;
import io.netloom.shape.Shape;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A whole number for each axis of places, those behind the channels: a kernel's size, a stride.
record PerAxis(List<Integer> each) {

    /// For channels × length.
    static PerAxis of(int length) {
        return new PerAxis(List.of(length));
    }

    /// For channels × height × width.
    static PerAxis of(Size2 size) {
        return new PerAxis(List.of(size.height(), size.width()));
    }

    /// For channels × depth × height × width.
    static PerAxis of(Size3 size) {
        return new PerAxis(List.of(size.depth(), size.height(), size.width()));
    }

    /// The axes of places of `x`, as PyTorch counts them.
    static PerAxis places(Shape x) {
        return new PerAxis(IntStream.rangeClosed(2, x.rank()).boxed().toList());
    }

    int axes() {
        return each.size();
    }

    int get(int axis) {
        return each.get(axis);
    }

    /// Whether this is the same number on each axis.
    boolean isAll(int number) {
        return each.stream().allMatch(n -> n == number);
    }

    long product() {
        return each.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /// The same number on as many axes.
    PerAxis all(int number) {
        return new PerAxis(Collections.nCopies(axes(), number));
    }

    PerAxis halved() {
        return new PerAxis(each.stream().map(n -> n / 2).toList());
    }

    /// No more than `x` has places along each axis.
    PerAxis atMost(Shape x) {
        return new PerAxis(IntStream.range(0, axes()).mapToObj(i -> (int) Math.min(get(i), x.size(i + 1))).toList());
    }

    /// As TorchScript writes it: `[3, 5]`.
    String torch() {
        return each.toString();
    }

    /// As Python writes it: `3`, or `(3, 5)` where the numbers differ.
    String python() {
        return isAll(each.getFirst())
                ? each.getFirst().toString()
                : each.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /// As people write it: `3×5`.
    @Override
    public String toString() {
        return each.stream().map(Object::toString).collect(Collectors.joining("×"));
    }
}
