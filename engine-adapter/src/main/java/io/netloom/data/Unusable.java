package io.netloom.data;

import io.netloom.shape.Sentence;
import java.io.IOException;

/// A file was read, and what is in it cannot be used.
final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /// @param why a part of a sentence
    Unusable(Sentence why) {
        super(why.toString());
        sentence = why;
    }

    Unusable(Sentence why, Throwable cause) {
        super(why.toString(), cause);
        sentence = why;
    }

    Sentence sentence() {
        return sentence;
    }
}
