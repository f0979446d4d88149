package io.netloom.app.canvas.geometry;

import java.util.Arrays;

/// A cubic Bézier curve.
///
/// @param start where it begins
/// @param control1 where it heads from there
/// @param control2 where it arrives from
/// @param end where it ends
public record Curve(Point start, Point control1, Point control2, Point end) {
    private static final double SAME = 1e-6;

    /// A straight line.
    public static Curve line(Point start, Point end) {
        return new Curve(start, start.towards(end, 1 / 3.0), start.towards(end, 2 / 3.0), end);
    }

    /// Leaves to the right and arrives from the left, both level.
    ///
    /// @param reach how far the controls stand from their ends
    static Curve level(Point start, Point end, double reach) {
        return new Curve(start, start.plus(reach, 0), end.plus(-reach, 0), end);
    }

    /// The same curve elsewhere.
    Curve moved(Point way) {
        return new Curve(start.plus(way), control1.plus(way), control2.plus(way), end.plus(way));
    }

    /// Whether another curve is the same, but for rounding.
    boolean near(Curve other) {
        return start.distance(other.start) < SAME && control1.distance(other.control1) < SAME
                && control2.distance(other.control2) < SAME && end.distance(other.end) < SAME;
    }

    /// The point at parameter `t` from 0 to 1.
    public Point at(double t) {
        return new Point(value(start.x(), control1.x(), control2.x(), end.x(), t),
                value(start.y(), control1.y(), control2.y(), end.y(), t));
    }

    /// The smallest box around the curve, not around its controls.
    public Box bounds() {
        double[] x = range(start.x(), control1.x(), control2.x(), end.x());
        double[] y = range(start.y(), control1.y(), control2.y(), end.y());
        return Box.between(new Point(x[0], y[0]), new Point(x[1], y[1]));
    }

    private static double value(double a, double b, double c, double d, double t) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    /// Least and greatest coordinate: at an end, or where the derivative (a quadratic polynomial) is 0.
    private static double[] range(double a, double b, double c, double d) {
        double square = d - 3 * c + 3 * b - a;
        double linear = 2 * (c - 2 * b + a);
        double constant = b - a;
        double root = Math.sqrt(linear * linear - 4 * square * constant);
        double[] candidates = Math.abs(square) < 1e-9 ? new double[] {-constant / linear}
                : new double[] {(-linear + root) / (2 * square), (-linear - root) / (2 * square)};
        double[] extremes = Arrays.stream(candidates).filter(t -> t > 0 && t < 1).map(t -> value(a, b, c, d, t))
                .toArray();
        double low = Math.min(a, d);
        double high = Math.max(a, d);
        for (double extreme : extremes) {
            low = Math.min(low, extreme);
            high = Math.max(high, extreme);
        }
        return new double[] {low, high};
    }
}
