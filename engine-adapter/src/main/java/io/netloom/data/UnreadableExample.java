package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;

/// An example turned out to be damaged when it was read. Those who read batches pass over it; [Dataset#leftOut] tells of it.
public final class UnreadableExample extends BadInput {
    private static final long serialVersionUID = 1L;

    UnreadableExample(Sentence message) {
        super(message);
    }
}
