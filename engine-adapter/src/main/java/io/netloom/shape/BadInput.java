package io.netloom.shape;

/// Something that the user gave (a file, a setting, a network) cannot be used. The message is for the user: what was
/// found, what is needed, how to mend it.
public class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
