package io.netloom.app.doctor;

/// Whether the window can be opened, and how it is drawn.
public sealed interface DisplayState {

    /// There is none, as on a server.
    record None() implements DisplayState {}

    /// There should be one, but JavaFX cannot use it.
    ///
    /// @param cause why, in its own words
    record Broken(String cause) implements DisplayState {}

    /// It works.
    ///
    /// @param width pixels of the first screen
    /// @param height pixels of the first screen
    /// @param scale pixels of the screen a pixel of the program
    /// @param byGraphicsCard whether a graphics card draws; else the processor does
    /// @param javafx the version of JavaFX
    record Works(int width, int height, double scale, boolean byGraphicsCard, String javafx) implements DisplayState {}
}
