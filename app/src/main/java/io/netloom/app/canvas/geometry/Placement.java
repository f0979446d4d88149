package io.netloom.app.canvas.geometry;

import io.netloom.graph.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds places for cards, so that they do not lie on others.
public final class Placement {
    /// From a card to the next one along the flow: room for a wire and the shape on it.
    public static final double GAP = 80;
    /// The least between cards that were placed by the program.
    public static final double CLEAR = 20;
    private static final int RINGS = 60;
    private static final List<Point> WAYS = ways();

    private Placement() {}

    /// Where things go when a block is put into a wire.
    ///
    /// @param corner of the new card
    /// @param moved new corners of the cards that make room
    public record Splice(Point corner, Map<String, Point> moved) {}

    /// Makes room in a wire. Between cards in a row the target and what follows it in that row step aside, and so does
    /// what they would step on; where the wire leads back to another row, the new card stands at the end of the first.
    public static Splice splice(Cards cards, Edge edge, CardLayout card) {
        Box source = cards.box(edge.from());
        Box target = cards.box(edge.to());
        double room = target.x() - source.right();
        boolean back = room < 0;
        double missing = back ? 0 : Math.max(0, card.width() + 2 * GAP - room);
        double shift = Math.ceil(missing / CardLayout.GRID) * CardLayout.GRID;
        Map<String, Point> moved = shift > 0 ? shifted(cards, edge, shift) : Map.of();
        double level = back ? cards.start(edge).y() : (cards.start(edge).y() + cards.end(edge).y()) / 2;
        double x = back ? source.right() + GAP : source.right() + (room + shift - card.width()) / 2;
        Box wish = card.box(new Point(x, level - card.input(Point.ORIGIN, 0).y()).onGrid(CardLayout.GRID / 2));
        Map<String, Box> boxes = cards.boxes();
        moved.forEach((name, corner) -> boxes.computeIfPresent(name, (_, box) -> box.at(corner)));
        return new Splice(free(wish, boxes.values()), moved);
    }

    private static Map<String, Point> shifted(Cards cards, Edge edge, double shift) {
        Map<String, Box> boxes = cards.boxes();
        Set<String> moving = inRow(cards, edge);
        var index = new SpatialIndex<String>();
        boxes.forEach(index::put);
        var pushing = new ArrayDeque<>(moving);
        while (!pushing.isEmpty()) {
            Box old = boxes.get(pushing.remove());
            Box there = old.moved(shift, 0);
            for (String other : index.touching(there)) {
                Box box = boxes.get(other);
                if (box.overlaps(there) && !box.overlaps(old) && !other.equals(edge.from()) && moving.add(other)) {
                    pushing.add(other);
                }
            }
        }
        var corners = new LinkedHashMap<String, Point>();
        moving.forEach(name -> corners.put(name, cards.corner(name).plus(shift, 0)));
        return corners;
    }

    /// The wire's target and all that is reached from it by wires that lead on to the right.
    private static Set<String> inRow(Cards cards, Edge edge) {
        var found = new LinkedHashSet<String>();
        var waiting = new ArrayDeque<String>();
        waiting.add(edge.to());
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (found.add(name)) {
                cards.graph().outgoing(name).stream().map(Edge::to)
                        .filter(to -> !to.equals(edge.from()) && cards.corner(to).x() > cards.corner(name).x())
                        .forEach(waiting::add);
            }
        }
        return found;
    }

    /// Where to put a card beside a block that is to feed it: to the right with the ports level, or as near to that as is
    /// free.
    public static Point beside(Cards cards, String name, CardLayout card) {
        Box source = cards.box(name);
        Point level = cards.layout(name).output(cards.corner(name), 0);
        Point wish = new Point(source.right() + GAP, level.y() - card.input(Point.ORIGIN, 0).y());
        return free(card.box(wish), cards.boxes().values());
    }

    /// The corner nearest to that of `wish` at which such a box is clear of all others.
    public static Point free(Box wish, Collection<Box> taken) {
        return wish.corner().plus(freeWay(List.of(wish), taken));
    }

    /// The shortest way, in steps of the grid, by which a group of boxes comes clear of all others: what is pasted keeps
    /// its own order. Right and down go before left and up.
    public static Point freeWay(Collection<Box> group, Collection<Box> taken) {
        if (group.isEmpty() || taken.isEmpty()) {
            return Point.ORIGIN;
        }
        var index = new SpatialIndex<Integer>();
        taken.forEach(box -> index.put(index.size(), box));
        for (Point way : WAYS) {
            if (group.stream().map(box -> box.moved(way.x(), way.y())).allMatch(box -> clear(box, index))) {
                return way;
            }
        }
        double below = Box.around(taken).orElseThrow().bottom() + CLEAR;
        return new Point(0, Math.ceil((below - Box.around(group).orElseThrow().y()) / CardLayout.GRID)
                * CardLayout.GRID);
    }

    private static boolean clear(Box box, SpatialIndex<Integer> taken) {
        Box wide = box.inflate(CLEAR);
        return taken.boxes(wide).stream().noneMatch(wide::overlaps);
    }

    private static List<Point> ways() {
        var ways = new ArrayList<Point>();
        for (int column = -RINGS; column <= RINGS; column++) {
            for (int row = -RINGS; row <= RINGS; row++) {
                ways.add(new Point(column * CardLayout.GRID, row * CardLayout.GRID));
            }
        }
        ways.sort((a, b) -> {
            int nearer = Double.compare(a.distance(Point.ORIGIN), b.distance(Point.ORIGIN));
            return nearer != 0 ? nearer : Double.compare(b.x() + b.y(), a.x() + a.y());
        });
        return List.copyOf(ways);
    }
}
