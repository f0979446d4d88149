package io.netloom.app.canvas.geometry;

import java.util.Collection;
import java.util.Optional;

/// An upright rectangle. Its edges belong to it.
///
/// @param x left edge
/// @param y upper edge
/// @param width 0 or more
/// @param height 0 or more
public record Box(double x, double y, double width, double height) {

    /// @throws IllegalArgumentException if a side is negative or no number
    public Box {
        if (!(width >= 0 && height >= 0)) {
            throw new IllegalArgumentException("a box has sides of 0 or more, not " + width + " and " + height);
        }
    }

    /// The smallest box that holds two points: what a marquee drawn between them encloses.
    public static Box between(Point a, Point b) {
        return new Box(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()),
                Math.abs(a.y() - b.y()));
    }

    /// The smallest box around several; absent if there are none.
    public static Optional<Box> around(Collection<Box> boxes) {
        return boxes.stream().reduce(Box::union);
    }

    /// Right edge.
    public double right() {
        return x + width;
    }

    /// Lower edge.
    public double bottom() {
        return y + height;
    }

    /// Upper left corner.
    public Point corner() {
        return new Point(x, y);
    }

    /// The point in the middle.
    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    /// The smallest box around this and another.
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /// What this and another have in common; a box without size on this one's edge where they have nothing.
    public Box intersection(Box other) {
        double left = Math.clamp(other.x, x, right());
        double top = Math.clamp(other.y, y, bottom());
        return new Box(left, top, Math.max(0, Math.min(right(), other.right()) - left),
                Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }

    /// Wider by `margin` on each side; narrower where it is negative, down to its centre.
    public Box inflate(double margin) {
        double dx = Math.max(margin, -width / 2);
        double dy = Math.max(margin, -height / 2);
        return new Box(x - dx, y - dy, Math.max(0, width + 2 * dx), Math.max(0, height + 2 * dy));
    }

    /// Whether a point is inside or on an edge.
    public boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    /// Whether all of another box is inside.
    public boolean contains(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    /// Whether they have a point in common, be it on their edges.
    public boolean intersects(Box other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    /// Whether they cover a common area: boxes that only touch do not overlap.
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// The same size, moved.
    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /// The same size with the upper left corner at a point.
    public Box at(Point corner) {
        return new Box(corner.x(), corner.y(), width, height);
    }
}
