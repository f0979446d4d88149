package io.netloom.shape;

import java.util.Optional;

/// Something that the user gave (a file, a setting, a network) cannot be used. The message is for the user: what was
/// found, what is needed, how to mend it.
public class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Sentence> sentence;

    public BadInput(String message) {
        super(message);
        sentence = Optional.empty();
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
        sentence = Optional.empty();
    }

    /// A message that is known in other languages, too.
    public BadInput(Sentence message) {
        super(message.toString());
        sentence = Optional.of(message);
    }

    /// The same, with what it came from.
    public BadInput(Sentence message, Throwable cause) {
        super(message.toString(), cause);
        sentence = Optional.of(message);
    }

    /// The message as it can be said in other languages, where it can.
    public Optional<Sentence> sentence() {
        return Optional.ofNullable(sentence).flatMap(said -> said);
    }
}
