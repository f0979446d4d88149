package io.netloom.app.canvas.geometry;

import io.netloom.graph.Edge;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Goes from block to block with the keyboard. Every step gives the name of the next block, or nothing where there is
/// none.
public final class Walk {
    /// A block aside counts as this many times farther away than one straight ahead.
    private static final double ASIDE = 2;

    private Walk() {}

    /// Along the wires: right to what this block feeds, left to what feeds it, up and down among its siblings.
    public static Optional<String> along(Cards cards, String name, Direction direction) {
        return switch (direction) {
            case RIGHT -> next(cards, name);
            case LEFT -> previous(cards, name);
            case UP, DOWN -> sibling(cards, name, direction);
        };
    }

    /// The block at the other end of the first wire that leaves, by output and then from top to bottom.
    public static Optional<String> next(Cards cards, String name) {
        return cards.graph().outgoing(name).stream()
                .min(Comparator.comparingInt(Edge::output).thenComparingDouble(edge -> cards.end(edge).y())
                        .thenComparing(Edge::to))
                .map(Edge::to);
    }

    /// The block at the other end of the wire into the first input that has one.
    public static Optional<String> previous(Cards cards, String name) {
        return cards.graph().incoming(name).stream().findFirst().map(Edge::from);
    }

    /// The next one above or below of those that are fed by a block that feeds this one, or feed one that this one feeds.
    ///
    /// @param direction `UP` or `DOWN`; there are no siblings to the left and right
    public static Optional<String> sibling(Cards cards, String name, Direction direction) {
        List<String> family = Stream.concat(Stream.of(name), Stream.concat(
                cards.graph().incoming(name).stream()
                        .flatMap(in -> cards.graph().outgoing(in.from()).stream().map(Edge::to)),
                cards.graph().outgoing(name).stream()
                        .flatMap(out -> cards.graph().incoming(out.to()).stream().map(Edge::from))))
                .distinct().sorted(fromTop(cards)).toList();
        int at = family.indexOf(name) + (int) direction.unit().y();
        return direction.unit().y() != 0 && at >= 0 && at < family.size() ? Optional.of(family.get(at))
                : Optional.empty();
    }

    private static Comparator<String> fromTop(Cards cards) {
        return Comparator.comparingDouble((String name) -> cards.corner(name).y())
                .thenComparingDouble(name -> cards.corner(name).x()).thenComparing(Comparator.naturalOrder());
    }

    /// The nearest block that way, whatever the wires are: straight ahead, that is more ahead than aside, or wholly beyond
    /// this one if there is no such block. Cards with level ports are level, whatever their heights.
    public static Optional<String> nearest(Cards cards, String name, Direction direction) {
        Box here = cards.box(name);
        Map<String, Box> ahead = cards.boxes();
        ahead.values().removeIf(box -> direction.ahead(way(here, box)) <= 0);
        List<String> straight = ahead.keySet().stream().filter(other -> {
            Point way = way(here, ahead.get(other));
            return direction.ahead(way) >= direction.aside(way);
        }).toList();
        List<String> beyond = ahead.keySet().stream().filter(other -> beyond(here, ahead.get(other), direction))
                .toList();
        return (straight.isEmpty() ? beyond : straight).stream().min(Comparator.comparingDouble((String other) -> {
            Point way = way(here, ahead.get(other));
            return direction.ahead(way) + ASIDE * direction.aside(way);
        }).thenComparing(Comparator.naturalOrder()));
    }

    private static Point way(Box here, Box there) {
        return new Point(there.centre().x() - here.centre().x(), there.y() - here.y());
    }

    private static boolean beyond(Box here, Box there, Direction direction) {
        return switch (direction) {
            case LEFT -> there.right() <= here.x();
            case RIGHT -> there.x() >= here.right();
            case UP -> there.bottom() <= here.y();
            case DOWN -> there.y() >= here.bottom();
        };
    }
}
