package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.canvas.paint.Easel;
import io.netloom.app.canvas.paint.MeasuredWidths;
import io.netloom.app.canvas.paint.Painter;
import io.netloom.app.canvas.paint.Patterns;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.canvas.raster.Frame;
import io.netloom.app.canvas.raster.Levels;
import io.netloom.app.canvas.raster.Tiles;
import io.netloom.app.canvas.raster.Tiles.Cell;
import io.netloom.app.canvas.raster.Tiles.Patch;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The drawing as a picture that is put together from painted squares. A frame has little time: what does not fit into it is
/// painted in the next ones, and until then shows as it was, or stretched.
final class PaintedLayer extends Pane {
    private static final long REST_NANOS = 100_000_000L;
    private static final long BUSY_NANOS = 8_000_000L;
    private static final long IDLE_NANOS = 40_000_000L;
    private static final double LEARNING = 0.2;

    private final CanvasViewModel model;
    private final Patterns patterns = new Patterns(this::restyled);
    private final Painter painter;
    private Easel easel = new Easel();
    private final Levels levels = new Levels();
    private final Spoils spoils;
    private final ImageView view = new ImageView();
    private final Canvas live = new Canvas();
    private final AnimationTimer again;
    private final ObservableValue<Boolean> seen = sceneProperty().flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty).orElse(false);
    private Frame frame = new Frame(1, 1);
    private PixelBuffer<IntBuffer> buffer;
    private Lift lift;
    private Optional<Edge> hidden = Optional.empty();
    private Selection selection = Selection.NONE;
    private Shot shown = new Shot(0, 0, 0, Optional.empty(), false);
    private double lastScale;
    private long zoomed;
    private double tileNanos = BUSY_NANOS / 4.0;
    private boolean changed = true;

    /// Where a frame was looked at from.
    private record Shot(double scale, int x, int y, Optional<Point> way, boolean focused) {
        boolean sees(Shot other) {
            return scale == other.scale && x == other.x && y == other.y;
        }
    }

    PaintedLayer(CanvasViewModel model, MeasuredWidths widths) {
        this.model = model;
        painter = new Painter(model.picture(), patterns, widths);
        spoils = new Spoils(model.picture(), levels);
        lift = new Lift(model.picture(), Set.of(), Map.of());
        again = new AnimationTimer() {
            @Override
            public void handle(long now) {
                requestLayout();
            }
        };
        setManaged(false);
        setMouseTransparent(true);
        view.setSmooth(false);
        live.setVisible(false);
        for (var child : List.of(view, live)) {
            child.setManaged(false);
        }
        getChildren().addAll(patterns, view, live);
        seen.addListener((_, _, now) -> {
            if (!now) {
                forget();
            }
        });
    }

    /// Keeps no pictures of what nobody sees any more.
    private void forget() {
        again.stop();
        levels.clear();
        easel = new Easel();
        lift = new Lift(model.picture(), Set.of(), Map.of());
        frame = new Frame(1, 1);
        view.setImage(null);
        lastScale = 0;
        changed();
    }

    private void restyled() {
        levels.spoilAll();
        lift = new Lift(model.picture(), lift.cards(), corners());
        changed();
    }

    private void changed() {
        changed = true;
        requestLayout();
    }

    /// Another drawing is shown.
    void replaced() {
        levels.clear();
        spoils.forget();
        lift = new Lift(model.picture(), Set.of(), Map.of());
        selection = model.document().selection();
        lastScale = 0;
        measure();
        changed();
    }

    private void measure() {
        model.bounds(() -> model.picture().cards().stream().map(CardFace::name).iterator(),
                model.document().drawing().remarks()).ifPresent(levels::content);
    }

    /// Some things are different. What is lifted was taken out when it was lifted.
    void drawn(Picture.Diff diff) {
        if (model.lifted().isEmpty()) {
            spoils.changed(diff);
            measure();
        }
        changed();
    }

    /// Another part shows.
    void viewed() {
        requestLayout();
    }

    /// Something else is selected.
    void selected() {
        spoils.selected(selection, model.document().selection());
        selection = model.document().selection();
        changed();
    }

    /// A gesture shows something else.
    void marked() {
        Optional<Edge> now = model.overlay() instanceof Overlay.Pulling p ? p.lifted() : Optional.empty();
        if (!now.equals(hidden)) {
            hidden.ifPresent(spoils::wire);
            now.ifPresent(spoils::wire);
            hidden = now;
        }
        changed();
    }

    private Map<String, Point> corners() {
        return model.overlay() instanceof Overlay.Dragging dragging ? dragging.remarks() : Map.of();
    }

    @Override
    protected void layoutChildren() {
        Viewport port = model.viewport();
        if (getScene() == null || port.width() < 1 || port.height() < 1) {
            return;
        }
        patterns.refresh();
        double pixel = getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        resize(port, pixel);
        double scale = port.zoom() * pixel;
        int x = (int) Math.rint(port.pan().x() * pixel);
        int y = (int) Math.rint(port.pan().y() * pixel);
        var visible = new Box(-x / scale, -y / scale, frame.width() / scale, frame.height() / scale);
        lift();
        boolean resting = settle(scale, visible);
        var shot = new Shot(scale, x, y, lift.way(corners()), getParent().isFocused());
        long time = shot.sees(shown) ? IDLE_NANOS : BUSY_NANOS;
        boolean painted = paint(visible, resting, pixel, time);
        show(shot, visible, pixel, painted);
        if (resting && levels.isSharp(scale, visible) && later(visible, 1).isEmpty()) {
            again.stop();
        } else {
            again.start();
        }
    }

    private void resize(Viewport port, double pixel) {
        int width = (int) Math.ceil(port.width() * pixel);
        int height = (int) Math.ceil(port.height() * pixel);
        if (frame.width() != width || frame.height() != height) {
            frame = new Frame(width, height);
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(frame.pixels()),
                    PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
            changed = true;
        }
        view.setFitWidth(width / pixel);
        view.setFitHeight(height / pixel);
    }

    private void lift() {
        Map<String, Point> remarks = corners();
        if (!lift.isOf(model.lifted(), remarks.keySet())) {
            spoils.lifted(lift);
            lift = new Lift(model.picture(), model.lifted(), remarks);
            spoils.lifted(lift);
        }
    }

    /// Whether nobody zooms.
    private boolean settle(double scale, Box visible) {
        long now = System.nanoTime();
        boolean first = lastScale == 0;
        if (scale != lastScale) {
            lastScale = scale;
            zoomed = now;
        }
        boolean resting = first || now - zoomed > REST_NANOS;
        if (first) {
            zoomed = now - REST_NANOS - 1;
        }
        if (resting) {
            levels.rest(scale, visible);
        } else {
            levels.pass(scale, visible);
        }
        return resting;
    }

    private Optional<Levels.Wish> later(Box visible, int most) {
        return levels.wantingLater(visible.inflate(Tiles.SIDE / lastScale), most);
    }

    /// Paints as much as there is time for, but all that shows if there were nothing else to show.
    private boolean paint(Box visible, boolean resting, double pixel, long time) {
        boolean blank = !levels.covers(visible);
        long end = System.nanoTime() + time;
        boolean any = false;
        Optional<Levels.Wish> wish = levels.wanting(visible, count(end));
        while (wish.isPresent() && (blank || !any || System.nanoTime() < end)) {
            paint(wish.get(), pixel);
            any = true;
            wish = levels.wanting(visible, blank ? Easel.MOST : count(end));
        }
        if (!any && resting) {
            later(visible, count(end)).ifPresent(later -> paint(later, pixel));
            levels.tidy(visible);
        }
        return any;
    }

    private int count(long end) {
        return Math.clamp((long) ((end - System.nanoTime()) / tileNanos), 1, Easel.MOST);
    }

    private void paint(Levels.Wish wish, double pixel) {
        Box area = wish.tiles().world(wish.patch());
        double scale = wish.tiles().scale();
        long begun = System.nanoTime();
        easel.paint(wish.tiles(), wish.patch(), g -> {
            painter.ground(g, area, scale, pixel);
            g.scale(scale, scale);
            g.translate(-area.x(), -area.y());
            painter.things(g, area, scale / pixel, lift.rest(hidden), selection);
        });
        double squares = wish.patch().width() * wish.patch().height() / (double) (Tiles.SIDE * Tiles.SIDE);
        if (squares >= 1) {
            tileNanos += ((System.nanoTime() - begun) / squares - tileNanos) * LEARNING;
        }
    }

    private void show(Shot shot, Box visible, double pixel, boolean painted) {
        if (!changed && !painted && shot.equals(shown)) {
            return;
        }
        shown = shot;
        changed = false;
        levels.show(frame, argb(patterns.ground()), shot.scale, shot.x, shot.y, visible);
        shot.way.ifPresent(way -> carry(shot, way, visible, pixel));
        if (shot.focused) {
            frame.rim(argb(patterns.rim()), (int) Math.rint(pixel));
        }
        buffer.updateBuffer(_ -> null);
        live(shot.way.isEmpty(), visible);
    }

    private static int argb(Paint paint) {
        Color colour = paint instanceof Color c ? c : Color.TRANSPARENT;
        return 0xff000000 | (int) Math.rint(colour.getRed() * 255) << 16 | (int) Math.rint(colour.getGreen() * 255) << 8
                | (int) Math.rint(colour.getBlue() * 255);
    }

    /// Shows what is lifted and moves as a whole.
    private void carry(Shot shot, Point way, Box visible, double pixel) {
        Tiles tiles = lift.tiles(shot.scale);
        Box seen = lift.box().intersection(visible.moved(-way.x(), -way.y()));
        var motif = lift.whole(corners());
        for (Optional<Patch> patch = tiles.wanting(seen, Easel.MOST); patch.isPresent(); patch = tiles.wanting(seen,
                Easel.MOST)) {
            Box area = tiles.world(patch.get()).moved(way.x(), way.y());
            easel.paint(tiles, patch.get(), g -> {
                g.scale(shot.scale, shot.scale);
                g.translate(-area.x(), -area.y());
                painter.things(g, area, shot.scale / pixel, motif, selection);
            });
        }
        int dx = shot.x + (int) Math.rint(way.x() * shot.scale);
        int dy = shot.y + (int) Math.rint(way.y() * shot.scale);
        for (Cell cell : tiles.touching(seen)) {
            tiles.pixels(cell).ifPresent(
                    pixels -> frame.lay(pixels, cell.column() * Tiles.SIDE + dx, cell.row() * Tiles.SIDE + dy));
        }
    }

    /// Draws what is different in each frame: wires of which one end moves, and what glides.
    private void live(boolean everything, Box visible) {
        boolean any = !lift.across().isEmpty() || everything && !lift.cards().isEmpty();
        live.setVisible(any);
        if (!any) {
            return;
        }
        Viewport port = model.viewport();
        live.setWidth(port.width());
        live.setHeight(port.height());
        GraphicsContext g = live.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, port.width(), port.height());
        g.setTransform(port.zoom(), 0, 0, port.zoom(), Math.rint(port.pan().x()), Math.rint(port.pan().y()));
        painter.things(g, visible, port.zoom(), everything ? lift.all(corners()) : lift.joints(),
                selection);
    }
}
