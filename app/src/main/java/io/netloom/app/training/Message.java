package io.netloom.app.training;

/// How a run ended or stands, in words.
///
/// @param tone how serious it is
/// @param words a sentence or two
public record Message(Tone tone, String words) {

    /// How serious a message is.
    public enum Tone {
        /// As it should be.
        GOOD,
        /// To be known.
        PLAIN,
        /// Something is wrong.
        BAD
    }

    static Message bad(String words) {
        return new Message(Tone.BAD, words);
    }
}
