package io.netloom.app.canvas.picture;

import io.netloom.check.Finding;
import java.util.List;

/// How well something stands. While one draws, blocks that wait for wires are no mistakes yet, and are not drawn as such.
public enum Standing {
    /// Nothing is to be said.
    SOUND,
    /// Something is still to be joined.
    UNFINISHED,
    /// Something does not fit.
    WRONG;

    /// By what the check found.
    public static Standing of(List<Finding> findings) {
        Standing worst = SOUND;
        for (Finding finding : findings) {
            Standing one = of(finding);
            worst = one.compareTo(worst) > 0 ? one : worst;
        }
        return worst;
    }

    /// By one finding.
    public static Standing of(Finding finding) {
        return switch (finding.problem().kind()) {
            case SHAPE, SETTING, CYCLE -> WRONG;
            case WIRING, NETWORK -> UNFINISHED;
        };
    }
}
