package io.netloom.app.canvas.geometry;

/// Where an arrow key points.
public enum Direction {
    /// Against the flow of the data.
    LEFT(-1, 0),
    /// With the flow of the data.
    RIGHT(1, 0),
    /// Towards smaller y.
    UP(0, -1),
    /// Towards larger y.
    DOWN(0, 1);

    private final int dx;
    private final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /// The way of one unit in this direction.
    public Point unit() {
        return new Point(dx, dy);
    }

    /// How far a way leads in this direction; negative if it leads back.
    double ahead(Point way) {
        return way.x() * dx + way.y() * dy;
    }

    /// How far a way leads aside, to either hand.
    double aside(Point way) {
        return Math.abs(way.x() * dy) + Math.abs(way.y() * dx);
    }
}
