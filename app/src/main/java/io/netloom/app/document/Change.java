package io.netloom.app.document;

/// What has changed of a [Document].
public enum Change {
    /// The drawing, the data or the plan; with the drawing all that the check says.
    PROJECT,
    /// What is selected.
    SELECTION,
    /// Which composite is looked into; the drawing on the canvas is another one.
    PLACE,
    /// Nothing; but what is selected shall be brought into view.
    REVEAL,
    /// The file, or whether there is anything to save in it.
    FILE
}
