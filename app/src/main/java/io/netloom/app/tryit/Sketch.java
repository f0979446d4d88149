package io.netloom.app.tryit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is drawn with a thick, soft brush: strokes, whose places are shares of the pad's width and height, so that they can be painted in any size.
final class Sketch {
    /// The brush's radius, as a share of the shorter side.
    static final double BRUSH = 0.045;
    private static final double SOFT = 0.6;
    private static final int WHITE = 255;

    private final List<List<Point>> strokes = new ArrayList<>();

    /// A place, as shares of width and height.
    record Point(double x, double y) {}

    /// Puts the brush down.
    void begin(double x, double y) {
        strokes.add(new ArrayList<>(List.of(new Point(x, y))));
    }

    /// Draws on to a place.
    void goOn(double x, double y) {
        if (strokes.isEmpty()) {
            begin(x, y);
        } else {
            strokes.getLast().add(new Point(x, y));
        }
    }

    /// Wipes all away.
    void clear() {
        strokes.clear();
    }

    boolean isEmpty() {
        return strokes.isEmpty();
    }

    /// The strokes, each of one point or more.
    List<List<Point>> strokes() {
        return strokes.stream().map(List::copyOf).toList();
    }

    /// The picture that it becomes: as large as the things in the data are, with its centre of mass where theirs is.
    byte[] pixels(int height, int width, Ink ink) {
        double side = Math.min(height, width);
        double radius = BRUSH * side;
        List<List<Point>> placed = inPixels(height, width);
        double left = all(placed).mapToDouble(Point::x).min().orElse(0);
        double right = all(placed).mapToDouble(Point::x).max().orElse(0);
        double top = all(placed).mapToDouble(Point::y).min().orElse(0);
        double bottom = all(placed).mapToDouble(Point::y).max().orElse(0);
        double extent = Math.max(right - left, bottom - top);
        // The brush keeps its thickness, so that it does not count as part of what grows. A dot stays a dot.
        double scale = extent < radius ? 1 : Math.max(1, ink.span() * side - 2 * radius) / extent;
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        List<List<Point>> sized = map(placed, p -> new Point(width / 2.0 + (p.x() - middleX) * scale,
                height / 2.0 + (p.y() - middleY) * scale));
        double[] first = paint(sized, height, width, radius);
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int i = 0; i < first.length; i++) {
            mass += first[i];
            massX += first[i] * (i % width + 0.5);
            massY += first[i] * (i / width + 0.5);
        }
        double moveX = mass == 0 ? 0 : ink.x() * width - massX / mass;
        double moveY = mass == 0 ? 0 : ink.y() * height - massY / mass;
        double[] drawn = paint(map(sized, p -> new Point(p.x() + moveX, p.y() + moveY)), height, width, radius);
        byte[] pixels = new byte[height * width];
        for (int i = 0; i < pixels.length; i++) {
            long bright = Math.round(WHITE * drawn[i]);
            pixels[i] = (byte) (ink.background() == 0 ? bright : WHITE - bright);
        }
        return pixels;
    }

    private List<List<Point>> inPixels(int height, int width) {
        return map(strokes, p -> new Point(p.x() * width, p.y() * height));
    }

    private static Stream<Point> all(List<List<Point>> strokes) {
        return strokes.stream().flatMap(List::stream);
    }

    private static List<List<Point>> map(List<List<Point>> strokes, UnaryOperator<Point> change) {
        return strokes.stream().map(stroke -> stroke.stream().map(change).toList()).toList();
    }

    /// How much of each pixel is covered, 0 to 1.
    private static double[] paint(List<List<Point>> strokes, int height, int width, double radius) {
        double[] covered = new double[height * width];
        for (List<Point> stroke : strokes) {
            IntStream.range(0, Math.max(1, stroke.size() - 1)).forEach(i -> paint(stroke.get(i),
                    stroke.get(Math.min(i + 1, stroke.size() - 1)), covered, width, radius));
        }
        return covered;
    }

    private static void paint(Point from, Point to, double[] covered, int width, double radius) {
        for (int i = 0; i < covered.length; i++) {
            double distance = distance(i % width + 0.5, i / width + 0.5, from, to);
            covered[i] = Math.max(covered[i], Math.clamp((radius + SOFT - distance) / (2 * SOFT), 0, 1));
        }
    }

    private static double distance(double x, double y, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / length, 0, 1);
        return Math.hypot(x - from.x() - along * dx, y - from.y() - along * dy);
    }
}
