package io.netloom.app.canvas.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Helps to put what is dragged in line with what stands there: edges and middles that are nearly level are made level,
/// gaps that are nearly equal are made equal, and what is near neither goes to the grid.
public final class Guides {
    private static final double SAME = 1e-6;

    private Guides() {}

    /// A line to show while dragging.
    ///
    /// @param a its end with the smaller coordinates
    /// @param b the other one
    public record Line(Point a, Point b) {}

    /// What to do with what is dragged.
    ///
    /// @param shift the way to add to where the pointer would put it
    /// @param levels lines along the edges and middles that are level then
    /// @param gaps lines across the gaps that are equal then
    public record Snap(Point shift, List<Line> levels, List<Line> gaps) {}

    /// Where a box snaps to.
    ///
    /// @param moving around all that is dragged, where the pointer puts it
    /// @param others what stays, best only what shows
    /// @param tolerance how near is near, in world units: screen pixels divided by the zoom
    /// @param grid its step; 0 for none
    public static Snap snap(Box moving, Collection<Box> others, double tolerance, double grid) {
        Point onGrid = moving.corner().onGrid(grid).minus(moving.corner());
        double dx = nearest(Axis.X, moving, others, tolerance).orElse(onGrid.x());
        double dy = nearest(Axis.Y, moving, others, tolerance).orElse(onGrid.y());
        Box snapped = moving.moved(dx, dy);
        List<Line> levels = Stream.of(Axis.values()).flatMap(axis -> levels(axis, snapped, others).stream()).toList();
        List<Line> gaps = Stream.of(Axis.values()).flatMap(axis -> rows(axis, snapped, others).stream())
                .filter(row -> Math.abs(row.shift) < SAME).flatMap(row -> row.lines.stream()).distinct().toList();
        return new Snap(new Point(dx, dy), levels, gaps);
    }

    private static Optional<Double> nearest(Axis axis, Box moving, Collection<Box> others, double tolerance) {
        Stream<Double> level = others.stream().filter(other -> isNear(axis, moving, other, tolerance + SAME))
                .flatMap(other -> pairs(axis, moving, other).map(Pair::shift));
        Stream<Double> even = rows(axis, moving, others).stream().map(Row::shift);
        return Stream.concat(level, even).filter(shift -> Math.abs(shift) <= tolerance)
                .min(Comparator.comparingDouble(Math::abs));
    }

    /// Whether any of the pairs may be that near: most boxes are not, and a gesture asks all of them in each frame.
    private static boolean isNear(Axis axis, Box moving, Box other, double tolerance) {
        double low = axis.low(other) - axis.low(moving);
        double high = axis.high(other) - axis.high(moving);
        return Math.abs(low) <= tolerance || Math.abs(high) <= tolerance || Math.abs(low + high) <= 2 * tolerance
                || Math.abs(axis.low(other) - axis.high(moving)) <= tolerance
                || Math.abs(axis.high(other) - axis.low(moving)) <= tolerance;
    }

    private record Pair(double at, double shift) {}

    private static Stream<Pair> pairs(Axis axis, Box moving, Box other) {
        double low = axis.low(other);
        double high = axis.high(other);
        double middle = axis.middle(other);
        return Stream.of(new Pair(low, low - axis.low(moving)), new Pair(middle, middle - axis.middle(moving)),
                new Pair(high, high - axis.high(moving)), new Pair(low, low - axis.high(moving)),
                new Pair(high, high - axis.low(moving)));
    }

    /// One line for each coordinate, from the first to the last box that is level there.
    private static List<Line> levels(Axis axis, Box moving, Collection<Box> others) {
        Axis across = axis.across();
        var spans = new TreeMap<Double, Box>();
        for (Box other : others.stream().filter(box -> isNear(axis, moving, box, 2 * SAME)).toList()) {
            pairs(axis, moving, other).filter(pair -> Math.abs(pair.shift) < SAME)
                    .forEach(pair -> spans.merge(pair.at, moving.union(other), Box::union));
        }
        return spans.entrySet().stream().map((Map.Entry<Double, Box> span) -> new Line(
                axis.point(span.getKey(), across.low(span.getValue())),
                axis.point(span.getKey(), across.high(span.getValue())))).toList();
    }

    /// A way to stand in a row of three with equal gaps.
    private record Row(double shift, List<Line> lines) {}

    private static List<Row> rows(Axis axis, Box moving, Collection<Box> others) {
        Axis across = axis.across();
        List<Box> row = others.stream()
                .filter(o -> across.low(o) < across.high(moving) && across.low(moving) < across.high(o)).toList();
        Optional<Box> before = before(axis, axis.middle(moving), row);
        Optional<Box> after = after(axis, axis.middle(moving), row);
        var rows = new ArrayList<Row>();
        if (before.isPresent() && after.isPresent()) {
            double space = axis.low(after.get()) - axis.high(before.get()) - axis.size(moving);
            if (space > 0) {
                rows.add(row(axis, before.get(), axis.high(before.get()) + space / 2, moving, after.get()));
            }
        }
        before.ifPresent(near -> before(axis, axis.low(near), row).ifPresent(far -> {
            double gap = axis.low(near) - axis.high(far);
            rows.add(behind(axis, far, near, moving, axis.high(near) + gap));
        }));
        after.ifPresent(near -> after(axis, axis.high(near), row).ifPresent(far -> {
            double gap = axis.low(far) - axis.high(near);
            rows.add(behind(axis, near, far, moving, axis.low(near) - gap - axis.size(moving)));
        }));
        return rows;
    }

    private static Row row(Axis axis, Box before, double low, Box moving, Box after) {
        Box there = axis.moved(moving, low - axis.low(moving));
        return new Row(low - axis.low(moving), List.of(gap(axis, before, there), gap(axis, there, after)));
    }

    private static Row behind(Axis axis, Box first, Box second, Box moving, double low) {
        Box there = axis.moved(moving, low - axis.low(moving));
        Line own = axis.low(there) > axis.low(second) ? gap(axis, second, there) : gap(axis, there, first);
        return new Row(low - axis.low(moving), List.of(gap(axis, first, second), own));
    }

    private static Line gap(Axis axis, Box before, Box after) {
        double across = axis.across().middle(after);
        return new Line(axis.point(axis.high(before), across), axis.point(axis.low(after), across));
    }

    private static Optional<Box> before(Axis axis, double place, List<Box> row) {
        return row.stream().filter(box -> axis.high(box) <= place).max(Comparator.comparingDouble(axis::high));
    }

    private static Optional<Box> after(Axis axis, double place, List<Box> row) {
        return row.stream().filter(box -> axis.low(box) >= place).min(Comparator.comparingDouble(axis::low));
    }
}
