package io.netloom.data;

import io.netloom.shape.Sentence;

/// What an example is used for.
public enum Part {
    /// The network learns from it.
    TRAIN,
    /// It is looked at while the network learns, to see when to stop.
    VALIDATION,
    /// It is kept back until the end.
    TEST;

    /// As messages name it.
    Sentence sentence() {
        return switch (this) {
            case TRAIN -> Sentence.of("part.train", "TRAIN");
            case VALIDATION -> Sentence.of("part.validation", "VALIDATION");
            case TEST -> Sentence.of("part.test", "TEST");
        };
    }
}
