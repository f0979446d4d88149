package io.netloom.app.canvas.layout;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds a place for every block: data flows from left to right, and what is too wide for the window breaks into rows, as
/// text does. Parts that no wire joins stand below one another; blocks without wires follow in rows of their own. The
/// same drawing always gets the same places. Takes tenths of a second for hundreds of blocks, so it belongs on a thread
/// of its own.
public final class AutoLayout {
    /// Between the rows: room for the wires that lead back.
    static final double ROW_GAP = 80;

    private AutoLayout() {}

    /// The new upper left corner of every card. The drawing's upper left corner stays where it is.
    ///
    /// @param cards what to lay out
    /// @param width of a row in world units; infinite for one row whatever its length. A block that is wider gets a row
    ///     of its own.
    public static Map<String, Point> corners(Cards cards, double width) {
        Point origin = cards.bounds().map(Box::corner).orElse(Point.ORIGIN).onGrid(CardLayout.GRID);
        var corners = new LinkedHashMap<String, Point>();
        double y = origin.y();
        var lonely = new ArrayList<String>();
        for (List<String> part : Parts.of(cards.graph())) {
            if (part.size() == 1) {
                lonely.add(part.getFirst());
            } else {
                Map<String, Box> rows = Rows.broken(Layers.layered(cards, part), cards.graph(), width);
                y = place(rows, origin.x(), y, corners);
            }
        }
        place(Rows.flowing(cards, lonely, width), origin.x(), y, corners);
        return corners;
    }

    /// Puts boxes at a corner and says where the next ones go.
    private static double place(Map<String, Box> boxes, double x, double y, Map<String, Point> corners) {
        if (boxes.isEmpty()) {
            return y;
        }
        Box around = Box.around(boxes.values()).orElseThrow();
        boxes.forEach((name, box) -> corners.put(name, box.corner().minus(around.corner()).plus(x, y)
                .onGrid(CardLayout.GRID / 2)));
        return Math.ceil((y + around.height() + ROW_GAP) / CardLayout.GRID) * CardLayout.GRID;
    }
}
