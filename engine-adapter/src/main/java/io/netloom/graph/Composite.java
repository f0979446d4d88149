package io.netloom.graph;

import io.netloom.layer.Arity;
import io.netloom.layer.Role;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.List;

/// A drawing that stands in another as one block. Its Input blocks are its inputs and its Output blocks its outputs, each
/// in the order of the drawing. They only hand on what arrives: the shape that an Input inside is set to is not looked at,
/// so that one composite serves images of any size. Each holds a drawing, and so weights, of its own.
///
/// @param title what it is, as its card says: `Residual block`
/// @param inside what it computes
public record Composite(String title, Graph inside) implements Block {
    /// Deeper than anybody nests; a bound for files from strangers.
    public static final int MAX_DEPTH = 8;

    /// @throws BadInput for a title that no card can show, and for a drawing that is nested too deeply
    public Composite {
        if (title.isBlank() || title.length() > Node.MAX_NAME) {
            throw new BadInput(Sentence.of("graph.title",
                    "The title of a composite needs 1 to {0,number,0} characters, not ''{1}''.", Node.MAX_NAME, title));
        }
        if (title.chars().anyMatch(Character::isISOControl)) {
            throw new BadInput(Sentence.of("graph.title-control",
                    "The title of a composite has line breaks or other control characters. Take them out."));
        }
        if (inside.depth() >= MAX_DEPTH) {
            throw new BadInput(Sentence.of("graph.depth",
                    "Composites can be nested {0,number,0} deep, no deeper.", MAX_DEPTH));
        }
    }

    @Override
    public String type() {
        return title;
    }

    @Override
    public Arity inputs() {
        return new Arity(inside.inputs().size(), inside.inputs().size());
    }

    @Override
    public List<String> outputs() {
        return inside.outputs();
    }

    @Override
    public Role role() {
        return Role.HIDDEN;
    }
}
