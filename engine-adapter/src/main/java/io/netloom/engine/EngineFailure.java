package io.netloom.engine;

/// The engine could not do what it was asked: not the user's fault, and not to be retried.
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
