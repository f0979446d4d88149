package io.netloom.app.canvas.picture;

import io.netloom.app.canvas.geometry.Wire;
import io.netloom.check.Finding;
import io.netloom.graph.Edge;
import java.util.Optional;

/// What the canvas shows of one wire.
///
/// @param edge the wire
/// @param line its way
/// @param label the shape that flows, or empty where that is not known
/// @param finding what is wrong with it
/// @param spoken all of it in a sentence, for screen readers
public record WireFace(Edge edge, Wire line, String label, Optional<Finding> finding, String spoken) {

    /// How it is drawn.
    public Standing standing() {
        return finding.map(Standing::of).orElse(Standing.SOUND);
    }
}
