package io.netloom.app.tryit;

import io.netloom.app.text.Texts;
import io.netloom.shape.BadInput;

/// What went wrong, for the user; what is no fault of theirs is logged, too.
final class Failures {
    private Failures() {}

    static String words(Exception cause, Texts texts) {
        if (!(cause instanceof BadInput)) {
            System.getLogger(Failures.class.getName()).log(System.Logger.Level.ERROR, "a network does not answer",
                    cause);
        }
        return texts.say(cause);
    }
}
