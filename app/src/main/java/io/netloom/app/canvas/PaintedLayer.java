package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.canvas.paint.Easel;
import io.netloom.app.canvas.paint.MeasuredWidths;
import io.netloom.app.canvas.paint.Painter;
import io.netloom.app.canvas.paint.Patterns;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.canvas.raster.Frame;
import io.netloom.app.canvas.raster.Levels;
import io.netloom.app.canvas.raster.Tiles;
import io.netloom.app.canvas.raster.Tiles.Cell;
import io.netloom.app.canvas.raster.Tiles.Patch;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
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
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The drawing as a picture that is put together from painted squares. A frame has little time: what does not fit into it is
/// painted in the next ones, and until then shows as it was, or stretched.
final class PaintedLayer extends Pane {
    private static final long REST_NANOS = 100_000_000L;
    private static final long BUSY_NANOS = 5_000_000L;
    private static final long IDLE_NANOS = 40_000_000L;
    private static final double LEARNING = 0.2;
    private static final Box NOWHERE = new Box(0, 0, 0, 0);
    /// The picture of what is drawn in each frame grows in such steps, for another size is another picture.
    private static final int STEP = 256;

    private final CanvasViewModel model;
    private final Patterns patterns = new Patterns(this::restyled);
    private final Painter painter;
    private Easel easel = new Easel();
    private final Levels levels = new Levels();
    private final Spoils spoils;
    private final ScreenLayer screen = new ScreenLayer();
    private final Canvas live = new Canvas();
    private final AnimationTimer again;
    private final ObservableValue<Boolean> seen = sceneProperty().flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty).orElse(false);
    private Lift lift;
    private Optional<Edge> hidden = Optional.empty();
    private Selection selection = Selection.NONE;
    private Shot shown = new Shot(0, 0, 0, false, 0);
    private Box carried = NOWHERE;
    private double lastScale;
    private long zoomed;
    private double tileNanos = BUSY_NANOS / 4.0;
    private boolean changed = true;

    /// How a frame was looked at.
    ///
    /// @param turns see [Levels#turns]
    private record Shot(double scale, int x, int y, boolean focused, int turns) {
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
        live.setVisible(false);
        live.setManaged(false);
        getChildren().addAll(patterns, screen, live);
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
        screen.forget();
        lastScale = 0;
        changed();
    }

    private void restyled() {
        levels.spoilAll();
        lift = new Lift(model.picture(), lift.cards(), corners());
        screen.soilAll();
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
        screen.soilAll();
        changed();
    }

    private void measure() {
        model.bounds().ifPresent(levels::content);
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
        screen.size((int) Math.ceil(port.width() * pixel), (int) Math.ceil(port.height() * pixel), pixel);
        double scale = port.zoom() * pixel;
        int x = (int) Math.rint(port.pan().x() * pixel);
        int y = (int) Math.rint(port.pan().y() * pixel);
        var visible = new Box(-x / scale, -y / scale, screen.width() / scale, screen.height() / scale);
        lift();
        boolean resting = settle(scale, visible);
        var shot = new Shot(scale, x, y, getParent().isFocused(), levels.turns());
        if (!shot.equals(shown)) {
            screen.soilAll();
        }
        boolean painted = paint(visible, resting, pixel, shot, shot.sees(shown) ? IDLE_NANOS : BUSY_NANOS);
        if (changed || painted || screen.stale()) {
            show(shot, visible, pixel);
        }
        if (resting && levels.isSharp(scale, visible) && later(visible, 1).isEmpty()) {
            again.stop();
        } else {
            again.start();
        }
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
    private boolean paint(Box visible, boolean resting, double pixel, Shot shot, long time) {
        boolean blank = !levels.covers(visible);
        long end = System.nanoTime() + time;
        boolean any = false;
        Optional<Levels.Wish> wish = levels.wanting(visible, count(end));
        while (wish.isPresent() && (blank || !any || System.nanoTime() < end)) {
            paint(wish.get(), pixel);
            soil(wish.get(), shot);
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

    private void soil(Levels.Wish wish, Shot shot) {
        if (wish.tiles().scale() == shot.scale) {
            int top = wish.patch().first().row() * Tiles.SIDE + wish.patch().y() + shot.y;
            screen.soil(top, top + wish.patch().height());
        } else {
            screen.soilAll();
        }
    }

    private void show(Shot shot, Box visible, double pixel) {
        shown = shot;
        changed = false;
        Optional<Point> way = lift.way(corners());
        soil(carried, shot);
        carried = way.map(w -> lift.box().moved(w.x(), w.y())).orElse(NOWHERE);
        soil(carried, shot);
        way.ifPresent(w -> carry(shot, w, visible, pixel));
        screen.show(frame -> {
            levels.show(frame, argb(patterns.ground()), shot.scale, shot.x, shot.y, visible);
            way.ifPresent(w -> lay(frame, shot, w, visible));
            if (shot.focused) {
                frame.rim(argb(patterns.rim()), (int) Math.rint(pixel));
            }
        });
        live(way.isEmpty(), visible, shot.x / pixel, shot.y / pixel);
    }

    private void soil(Box world, Shot shot) {
        if (!world.equals(NOWHERE)) {
            screen.soil((int) Math.floor(world.y() * shot.scale) + shot.y - 1,
                    (int) Math.ceil(world.bottom() * shot.scale) + shot.y + 1);
        }
    }

    private static int argb(Paint paint) {
        Color colour = paint instanceof Color c ? c : Color.TRANSPARENT;
        return 0xff000000 | (int) Math.rint(colour.getRed() * 255) << 16 | (int) Math.rint(colour.getGreen() * 255) << 8
                | (int) Math.rint(colour.getBlue() * 255);
    }

    /// Paints what is lifted and moves as a whole.
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
    }

    private void lay(Frame frame, Shot shot, Point way, Box visible) {
        Tiles tiles = lift.tiles(shot.scale);
        int dx = shot.x + (int) Math.rint(way.x() * shot.scale);
        int dy = shot.y + (int) Math.rint(way.y() * shot.scale);
        for (Cell cell : tiles.touching(lift.box().intersection(visible.moved(-way.x(), -way.y())))) {
            tiles.pixels(cell).ifPresent(
                    pixels -> frame.lay(pixels, cell.column() * Tiles.SIDE + dx, cell.row() * Tiles.SIDE + dy));
        }
    }

    /// Draws what is different in each frame: wires of which one end moves, and what glides.
    ///
    /// @param x where the world's origin stands
    /// @param y where the world's origin stands
    private void live(boolean everything, Box visible, double x, double y) {
        boolean glides = everything && !lift.cards().isEmpty();
        Box area = glides ? visible : lift.reach().intersection(visible);
        live.setVisible(glides || !lift.across().isEmpty());
        if (!live.isVisible()) {
            return;
        }
        double zoom = model.viewport().zoom();
        double left = Math.floor(area.x() * zoom + x);
        double top = Math.floor(area.y() * zoom + y);
        live.relocate(left, top);
        live.setWidth(upTo(zoom * area.width() + 1));
        live.setHeight(upTo(zoom * area.height() + 1));
        GraphicsContext g = live.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, live.getWidth(), live.getHeight());
        g.setTransform(zoom, 0, 0, zoom, x - left, y - top);
        if (glides) {
            painter.things(g, area, zoom, lift.all(corners()), selection);
        } else {
            painter.wires(g, lift.across(), zoom, selection);
        }
    }

    private static double upTo(double length) {
        return Math.ceil(length / STEP) * STEP;
    }
}
