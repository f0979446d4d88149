package io.netloom.app.canvas.geometry;

/// The part of the world that a canvas shows. A world point p stands on the screen at p × zoom + pan, in pixels from the
/// canvas's upper left corner.
///
/// @param width of the canvas in pixels
/// @param height of the canvas in pixels
/// @param zoom screen pixels for a world unit, held within [#MIN_ZOOM] and [#MAX_ZOOM]
/// @param pan where the world's origin is on the screen
public record Viewport(double width, double height, double zoom, Point pan) {
    /// Cards are dots.
    public static final double MIN_ZOOM = 0.1;
    /// A card fills the canvas.
    public static final double MAX_ZOOM = 4;

    /// Holds the zoom within its limits and sides at 0 or more.
    public Viewport {
        width = Math.max(0, width);
        height = Math.max(0, height);
        zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
    }

    /// A canvas of this size that shows the world from its origin, at zoom 1.
    public static Viewport of(double width, double height) {
        return new Viewport(width, height, 1, Point.ORIGIN);
    }

    /// Where a world point is on the screen.
    public Point toScreen(Point world) {
        return new Point(world.x() * zoom + pan.x(), world.y() * zoom + pan.y());
    }

    /// What point of the world is at a place of the screen.
    public Point toWorld(Point screen) {
        return new Point((screen.x() - pan.x()) / zoom, (screen.y() - pan.y()) / zoom);
    }

    /// Where a box of the world is on the screen.
    public Box toScreen(Box world) {
        return new Box(0, 0, world.width() * zoom, world.height() * zoom).at(toScreen(world.corner()));
    }

    /// What box of the world is at a box of the screen.
    public Box toWorld(Box screen) {
        return new Box(0, 0, screen.width() / zoom, screen.height() / zoom).at(toWorld(screen.corner()));
    }

    /// The part of the world that shows.
    public Box visible() {
        return toWorld(new Box(0, 0, width, height));
    }

    /// After the drawing was pulled by this many pixels.
    public Viewport panned(double dx, double dy) {
        return new Viewport(width, height, zoom, pan.plus(dx, dy));
    }

    /// Closer by a factor (farther below 1), while the world's point under the pointer stays there.
    ///
    /// @param pointer a place of the screen
    public Viewport zoomed(double factor, Point pointer) {
        Point fixed = toWorld(pointer);
        var closer = new Viewport(width, height, zoom * factor, pan);
        Point now = closer.toScreen(fixed);
        return closer.panned(pointer.x() - now.x(), pointer.y() - now.y());
    }

    /// On a canvas of another size; what is at its upper left corner stays there.
    public Viewport resized(double newWidth, double newHeight) {
        return new Viewport(newWidth, newHeight, zoom, pan);
    }

    /// With a point of the world in the middle of the canvas.
    public Viewport centred(Point world) {
        Point now = toScreen(world);
        return panned(width / 2 - now.x(), height / 2 - now.y());
    }

    /// With all of a box in the middle of the canvas, as large as goes.
    ///
    /// @param world what to show
    /// @param margin pixels to leave free on each side
    /// @param closest zoom that is not passed, so that a single card does not fill the window
    public Viewport fit(Box world, double margin, double closest) {
        double across = (width - 2 * margin) / Math.max(world.width(), 1);
        double down = (height - 2 * margin) / Math.max(world.height(), 1);
        double fitting = Math.max(MIN_ZOOM, Math.min(closest, Math.min(across, down)));
        return new Viewport(width, height, fitting, pan).centred(world.centre());
    }

    /// Panned as little as shows a box, at the same zoom; a box that is too large shows its upper left part. What the
    /// keyboard reaches is brought into view so.
    ///
    /// @param margin pixels to leave free on each side
    public Viewport revealing(Box world, double margin) {
        Box now = toScreen(world).inflate(margin);
        return panned(inward(now.x(), now.right(), width), inward(now.y(), now.bottom(), height));
    }

    private static double inward(double low, double high, double end) {
        double way = Math.min(0, end - high);
        return low + way < 0 ? -low : way;
    }
}
