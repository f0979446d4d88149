package io.netloom.app.canvas.geometry;

/// A small picture of the whole drawing and of what of it the canvas shows. While the rectangle is dragged the same
/// minimap should be kept, else the picture moves under the pointer.
///
/// @param width of the picture, in pixels
/// @param height of the picture, in pixels
/// @param world what the picture shows, in its middle and as large as goes
public record Minimap(double width, double height, Box world) {

    /// A picture of the drawing and of what shows, with some air around.
    ///
    /// @param content around all cards
    public static Minimap of(double width, double height, Box content, Viewport view) {
        Box all = content.union(view.visible());
        return new Minimap(width, height, all.inflate(Math.max(all.width(), all.height()) / 20));
    }

    /// Picture pixels for a world unit.
    public double scale() {
        return Math.min(width / Math.max(world.width(), 1), height / Math.max(world.height(), 1));
    }

    /// Where a world point is in the picture.
    public Point toMap(Point point) {
        Point way = point.minus(world.centre());
        return new Point(width / 2 + way.x() * scale(), height / 2 + way.y() * scale());
    }

    /// Where a box of the world is in the picture.
    public Box toMap(Box box) {
        return new Box(0, 0, box.width() * scale(), box.height() * scale()).at(toMap(box.corner()));
    }

    /// What point of the world is at a place of the picture.
    public Point toWorld(Point place) {
        return world.centre().plus((place.x() - width / 2) / scale(), (place.y() - height / 2) / scale());
    }

    /// The rectangle of what shows, in the picture.
    public Box rectangle(Viewport view) {
        return toMap(view.visible());
    }

    /// The view after its rectangle was dragged by a way in the picture.
    public Viewport dragged(Viewport view, Point way) {
        return view.panned(-way.x() / scale() * view.zoom(), -way.y() / scale() * view.zoom());
    }

    /// The view after a click into the picture, which brings that place to the middle.
    public Viewport centred(Viewport view, Point place) {
        return view.centred(toWorld(place));
    }
}
