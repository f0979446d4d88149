package io.netloom.app.canvas.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The line from an output port to an input port: it leaves to the right and arrives from the left, in one curve where
/// the way leads on, in three (half a turn, a level lane, half a turn) where it leads back, and over a lane beside the
/// cards that stand between ([Lanes]).
///
/// @param pieces curves, each of which begins where the last ends, in the same direction
public record Wire(List<Curve> pieces) {
    /// How far back a target may stand for one curve still to look well.
    static final double BACK = 40;
    private static final double TIGHTEST = 20;
    /// How far a wire that leads back swings out.
    static final double WIDEST = 60;
    private static final double BELOW = 60;
    private static final int STEPS = 24;

    /// @throws IllegalArgumentException if there are no pieces
    public Wire {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a wire has at least one curve");
        }
    }

    /// A wire between two points, of which one may be the pointer. It knows no cards: where it leads back, its lane is
    /// halfway between the ends, or below both if they are at about the same height.
    public static Wire between(Point from, Point to) {
        boolean apart = Math.abs(to.y() - from.y()) >= 2 * BELOW;
        double lane = apart ? (from.y() + to.y()) / 2 : Math.max(from.y(), to.y()) + BELOW;
        return leadsBack(from, to) ? back(from, to, lane) : forward(from, to);
    }

    /// A wire between ports of two cards. Where it leads back, its lane is in the gap between the cards, or below both
    /// if neither stands wholly below the other.
    public static Wire between(Point from, Point to, Box source, Box target) {
        return leadsBack(from, to) ? back(from, to, lane(source, target)) : forward(from, to);
    }

    static boolean leadsBack(Point from, Point to) {
        return to.x() < from.x() - BACK;
    }

    static Wire over(Point from, Point to, Point enter, Point leave) {
        return new Wire(List.of(Curve.level(from, enter, (enter.x() - from.x()) / 2), Curve.line(enter, leave),
                Curve.level(leave, to, (to.x() - leave.x()) / 2)));
    }

    /// The height halfway between two cards, or below both if neither stands wholly below the other.
    static double lane(Box source, Box target) {
        Box upper = source.y() <= target.y() ? source : target;
        Box lower = upper == source ? target : source;
        return lower.y() - upper.bottom() >= TIGHTEST ? (upper.bottom() + lower.y()) / 2
                : Math.max(upper.bottom(), lower.bottom()) + TIGHTEST;
    }

    private static Wire forward(Point from, Point to) {
        double dx = to.x() - from.x();
        double bow = Math.min(BACK, (Math.abs(dx) + Math.abs(to.y() - from.y())) / 2);
        return new Wire(List.of(Curve.level(from, to, Math.max(dx / 2, bow))));
    }

    static Wire back(Point from, Point to, double lane) {
        var leave = new Point(from.x(), lane);
        var arrive = new Point(to.x(), lane);
        double out = reach(lane - from.y());
        double in = reach(to.y() - lane);
        return new Wire(List.of(new Curve(from, from.plus(out, 0), leave.plus(out, 0), leave),
                Curve.line(leave, arrive), new Curve(arrive, arrive.plus(-in, 0), to.plus(-in, 0), to)));
    }

    /// Two thirds of its height make half a turn about round.
    private static double reach(double height) {
        return Math.clamp(Math.abs(height) * 2 / 3, TIGHTEST, WIDEST);
    }

    /// Where it begins: at an output.
    public Point start() {
        return pieces.getFirst().start();
    }

    /// Where it ends: at an input.
    public Point end() {
        return pieces.getLast().end();
    }

    /// The same wire elsewhere.
    public Wire moved(Point way) {
        return new Wire(pieces.stream().map(curve -> curve.moved(way)).toList());
    }

    /// The way from another wire to this one, if both have the same form.
    public Optional<Point> wayFrom(Wire other) {
        Point way = start().minus(other.start());
        boolean same = pieces.size() == other.pieces.size() && IntStream.range(0, pieces.size())
                .allMatch(i -> pieces.get(i).near(other.pieces.get(i).moved(way)));
        return same ? Optional.of(way) : Optional.empty();
    }

    /// The smallest box around it.
    public Box bounds() {
        return Box.around(pieces.stream().map(Curve::bounds).toList()).orElseThrow();
    }

    /// Points along the wire, close enough that the line through them passes for it.
    public List<Point> points() {
        var points = new ArrayList<Point>();
        points.add(start());
        for (Curve piece : pieces) {
            for (int i = 1; i <= STEPS; i++) {
                points.add(piece.at(i / (double) STEPS));
            }
        }
        return points;
    }

    /// The point at a share of its length, 0 at the start and 1 at the end: the label stands at 0.5.
    public Point at(double share) {
        Segment segment = segment(share);
        return segment.a.towards(segment.b, segment.t);
    }

    /// Where the wire heads at a share of its length, a way of length 1; to the right if it has no length.
    public Point direction(double share) {
        Segment segment = segment(share);
        double length = segment.a.distance(segment.b);
        Point way = segment.b.minus(segment.a);
        return length > 0 ? new Point(way.x() / length, way.y() / length) : Direction.RIGHT.unit();
    }

    /// How far a point is from the wire.
    public double distance(Point point) {
        List<Point> points = points();
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, distance(point, points.get(i - 1), points.get(i)));
        }
        return nearest;
    }

    /// Whether a point is on the wire, or no farther than `tolerance` beside it.
    public boolean touches(Point point, double tolerance) {
        return bounds().inflate(tolerance).contains(point) && distance(point) <= tolerance;
    }

    /// Whether a stroke of the pointer, a line through these points, crosses the wire.
    public boolean cutBy(List<Point> stroke) {
        List<Point> points = points();
        Box bounds = bounds();
        for (int i = 1; i < stroke.size(); i++) {
            Point a = stroke.get(i - 1);
            Point b = stroke.get(i);
            for (int j = 1; j < points.size() && Box.between(a, b).intersects(bounds); j++) {
                if (cross(a, b, points.get(j - 1), points.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Segment(Point a, Point b, double t) {}

    private Segment segment(double share) {
        List<Point> points = points();
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distance(points.get(i));
        }
        double left = Math.clamp(share, 0, 1) * length;
        for (int i = 1; i < points.size(); i++) {
            double step = points.get(i - 1).distance(points.get(i));
            if (left <= step && step > 0) {
                return new Segment(points.get(i - 1), points.get(i), left / step);
            }
            left -= step;
        }
        return new Segment(points.get(points.size() - 2), end(), 1);
    }

    private static double distance(Point point, Point a, Point b) {
        Point way = b.minus(a);
        double square = way.x() * way.x() + way.y() * way.y();
        Point there = point.minus(a);
        double t = square > 0 ? (there.x() * way.x() + there.y() * way.y()) / square : 0;
        return point.distance(a.towards(b, Math.clamp(t, 0, 1)));
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
                && Box.between(a, b).intersects(Box.between(c, d));
    }

    /// Signum, so that the product of two sides neither overflows nor vanishes.
    private static double side(Point a, Point b, Point p) {
        return Math.signum((b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()));
    }
}
