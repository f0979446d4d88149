package io.netloom.data;

import io.netloom.shape.Sentence;

/// A file that is not used, because it cannot be read.
///
/// @param name its place below the folder of the data
/// @param cause why, as part of a sentence
public record LeftOut(String name, Sentence cause) {
    /// Both, as part of a sentence.
    public Sentence sentence() {
        return Sentence.of("told.because", "{0} ({1})", name, cause);
    }

    @Override
    public String toString() {
        return sentence().toString();
    }
}
