package io.netloom.shape;

/// Something that the user gave (a file, a setting, a network) cannot be used. The message is for the user: what was
/// found, what is needed, how to mend it.
public class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public BadInput(String message) {
        super(message);
        sentence = Sentence.plain(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
        sentence = Sentence.plain(message);
    }

    /// A message that is known in other languages, too.
    public BadInput(Sentence message) {
        super(message.toString());
        sentence = message;
    }

    /// The same, with what it came from.
    public BadInput(Sentence message, Throwable cause) {
        super(message.toString(), cause);
        sentence = message;
    }

    /// The message as it can be said in other languages.
    public Sentence sentence() {
        return sentence;
    }

    /// What an exception tells the user.
    public static Sentence told(Exception cause) {
        return cause instanceof BadInput bad ? bad.sentence() : Sentence.plain(String.valueOf(cause.getMessage()));
    }
}
