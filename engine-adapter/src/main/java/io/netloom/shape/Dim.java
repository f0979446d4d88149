package io.netloom.shape;

/// One axis of a [Shape].
public sealed interface Dim {

    /// An axis whose size the drawing decides, at least 1.
    record Fixed(long size) implements Dim {
        public Fixed {
            if (size < 1) {
                throw new IllegalArgumentException("an axis needs at least one entry, not " + size);
            }
        }
    }

    /// The axis along which examples stand; its size is known only when data flows.
    record Batch() implements Dim {}
}
