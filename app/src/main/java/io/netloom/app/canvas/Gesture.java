package io.netloom.app.canvas;

/// Something that the pointer does from pressing to letting go.
interface Gesture {

    /// The pointer has gone on.
    void move(Pointer pointer);

    /// The pointer was let go.
    void end(Pointer pointer);

    /// It is given up; nothing has happened.
    void cancel();
}
