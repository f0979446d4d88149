package io.netloom.app.canvas.paint;

import javafx.css.PseudoClass;

/// What the style sheet tells apart.
public final class States {
    /// It is selected.
    public static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /// It does not fit.
    public static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    /// It waits for wires.
    public static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");
    /// It hands on what arrives.
    public static final PseudoClass BYPASSED = PseudoClass.getPseudoClass("bypassed");
    /// It takes no part.
    public static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    /// A gesture is about it, or the pointer is on it.
    public static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    /// Its words could not be read.
    public static final PseudoClass FAR = PseudoClass.getPseudoClass("far");

    private States() {}
}
