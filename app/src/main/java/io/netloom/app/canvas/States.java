package io.netloom.app.canvas;

import javafx.css.PseudoClass;

/// What the style sheet tells apart.
final class States {
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");
    static final PseudoClass BYPASSED = PseudoClass.getPseudoClass("bypassed");
    static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    static final PseudoClass FAR = PseudoClass.getPseudoClass("far");

    private States() {}
}
