package io.netloom.app.canvas.picture;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.CardText;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.look.BlockLook;
import io.netloom.check.Finding;
import io.netloom.graph.Node;
import io.netloom.shape.Shape;
import java.util.List;

/// What the canvas shows of one block.
///
/// @param node the block
/// @param corner where its card is; while it is dragged not where the block is yet
/// @param text what the card says
/// @param look colour and icon
/// @param layout size and ports
/// @param outputs the shapes that leave, if they are known; else empty
/// @param parameters entries that it learns
/// @param findings what is wrong with it, or inside of it
/// @param standing how it is drawn
/// @param spoken all of it in a sentence, for screen readers
public record CardFace(Node node, Point corner, CardText text, BlockLook look, CardLayout layout, List<Shape> outputs,
        long parameters, List<Finding> findings, Standing standing, String spoken) {

    public CardFace {
        outputs = List.copyOf(outputs);
        findings = List.copyOf(findings);
    }

    /// The block's name.
    public String name() {
        return node.name();
    }

    /// Where the card is.
    public Box box() {
        return layout.box(corner);
    }

    boolean isAt(double x, double y) {
        return corner.x() == x && corner.y() == y;
    }

    CardFace at(Point newCorner) {
        return new CardFace(node, newCorner, text, look, layout, outputs, parameters, findings, standing, spoken);
    }
}
