package io.netloom.app.canvas.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts several boxes in order. What comes back are the same boxes, in the same order of the list, at their new places.
public final class Arrange {

    /// What to make level.
    public enum Side {
        /// Left edges.
        LEFT(Axis.X, 0),
        /// Middles from left to right: boxes stand in a column.
        CENTRE(Axis.X, 0.5),
        /// Right edges.
        RIGHT(Axis.X, 1),
        /// Upper edges.
        TOP(Axis.Y, 0),
        /// Middles from top to bottom: boxes stand in a row.
        MIDDLE(Axis.Y, 0.5),
        /// Lower edges.
        BOTTOM(Axis.Y, 1);

        private final Axis axis;
        private final double share;

        Side(Axis axis, double share) {
            this.axis = axis;
            this.share = share;
        }

        /// Where this edge or middle of a box is.
        double of(Box box) {
            return axis.low(box) + axis.size(box) * share;
        }
    }

    private Arrange() {}

    /// Makes an edge or the middles level with that of the box around all.
    public static List<Box> align(List<Box> boxes, Side side) {
        return Box.around(boxes).map(side::of).map(goal -> boxes.stream()
                .map(box -> side.axis.moved(box, goal - side.of(box))).toList()).orElse(List.of());
    }

    /// Makes the gaps along an axis equal; the first and the last box stay. Where there is too little room between those
    /// two, all boxes overlap by the same amount.
    public static List<Box> distribute(List<Box> boxes, Axis axis) {
        if (boxes.size() < 3) {
            return List.copyOf(boxes);
        }
        List<Integer> order = IntStream.range(0, boxes.size()).boxed()
                .sorted(Comparator.comparingDouble(i -> axis.middle(boxes.get(i)))).toList();
        Box first = boxes.get(order.getFirst());
        Box last = boxes.get(order.getLast());
        double filled = boxes.stream().mapToDouble(axis::size).sum();
        double gap = (axis.high(last) - axis.low(first) - filled) / (boxes.size() - 1);
        var placed = new ArrayList<>(boxes);
        double at = axis.high(first) + gap;
        for (int i : order.subList(1, order.size() - 1)) {
            Box box = boxes.get(i);
            placed.set(i, axis.moved(box, at - axis.low(box)));
            at += axis.size(box) + gap;
        }
        return placed;
    }

    /// Moves all by a step.
    public static List<Box> nudge(List<Box> boxes, Direction direction, double step) {
        Point way = direction.unit();
        return boxes.stream().map(box -> box.moved(way.x() * step, way.y() * step)).toList();
    }
}
