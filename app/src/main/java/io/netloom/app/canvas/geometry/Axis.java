package io.netloom.app.canvas.geometry;

/// One of the two directions in which boxes have an extent, so that rules for columns serve for rows too.
public enum Axis {
    /// From left to right.
    X,
    /// From top to bottom.
    Y;

    /// The other one.
    public Axis across() {
        return switch (this) {
            case X -> Y;
            case Y -> X;
        };
    }

    double low(Box box) {
        return switch (this) {
            case X -> box.x();
            case Y -> box.y();
        };
    }

    double size(Box box) {
        return switch (this) {
            case X -> box.width();
            case Y -> box.height();
        };
    }

    double high(Box box) {
        return low(box) + size(box);
    }

    double middle(Box box) {
        return low(box) + size(box) / 2;
    }

    Box moved(Box box, double way) {
        return switch (this) {
            case X -> box.moved(way, 0);
            case Y -> box.moved(0, way);
        };
    }

    /// The point with this coordinate along the axis and that one across it.
    Point point(double along, double across) {
        return switch (this) {
            case X -> new Point(along, across);
            case Y -> new Point(across, along);
        };
    }
}
