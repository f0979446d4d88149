package io.netloom.app.canvas.geometry;

/// A place or a way on a plane: world units (pixels at zoom 1), x to the right, y downwards.
public record Point(double x, double y) {
    /// Where both axes begin.
    public static final Point ORIGIN = new Point(0, 0);

    /// This place, moved.
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /// This place, moved by a way.
    public Point plus(Point way) {
        return plus(way.x, way.y);
    }

    /// The way from another place to this one.
    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    /// The straight distance to another place.
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /// The place at share `t` of the straight way to another: 0 is here, 1 is there.
    public Point towards(Point other, double t) {
        return new Point(x + (other.x - x) * t, y + (other.y - y) * t);
    }

    /// The nearest crossing of a grid.
    ///
    /// @param step side of its squares; 0 means that there is no grid
    public Point onGrid(double step) {
        return new Point(nearestLine(x, step), nearestLine(y, step));
    }

    /// Adding 0 makes -0 an ordinary 0, which equals other zeros.
    static double nearestLine(double value, double step) {
        return step > 0 ? Math.rint(value / step) * step + 0.0 : value;
    }
}
