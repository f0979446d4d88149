package io.netloom.app.canvas;

import io.netloom.app.canvas.Pointer.Held;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Guides;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Moves what is selected, and with frames what stands in them. A card alone without wires may be dropped on a wire.
/// With Ctrl held nothing snaps.
final class DragGesture implements Gesture {
    private static final double NEAR = 6;
    private static final double NEAR_WIRE = 16;

    private final CanvasViewModel model;
    private final Wiring wiring;
    private final Arranging arranging;
    private final Point from;
    private final Map<String, Point> corners = new HashMap<>();
    private final Map<String, Point> remarks = new HashMap<>();
    private final Box box;
    private Point way = Point.ORIGIN;
    private Optional<Edge> splice = Optional.empty();
    private Box looked = new Box(0, 0, 0, 0);
    private List<Box> others = List.of();

    DragGesture(CanvasViewModel model, Wiring wiring, Arranging arranging, Pointer from) {
        this.model = model;
        this.wiring = wiring;
        this.arranging = arranging;
        this.from = model.viewport().toWorld(from.screen());
        Selection along = arranging.moving();
        Set<String> names = along.nodes();
        List<Remark> moving = model.document().drawing().remarks().stream()
                .filter(r -> along.remarks().contains(r.id())).toList();
        moving.forEach(remark -> remarks.put(remark.id(), new Point(remark.x(), remark.y())));
        names.forEach(name -> corners.put(name, model.picture().card(name).orElseThrow().corner()));
        box = model.bounds(names, moving).orElseThrow();
    }

    @Override
    public void move(Pointer pointer) {
        Point wish = model.viewport().toWorld(pointer.screen()).minus(from);
        Guides.Snap snap = pointer.holds(Held.SHORTCUT) ? new Guides.Snap(Point.ORIGIN, List.of(), List.of())
                : Guides.snap(box.moved(wish.x(), wish.y()), others(), NEAR / model.viewport().zoom(),
                        CardLayout.GRID / 2);
        way = wish.plus(snap.shift());
        model.lift(shifted(corners));
        splice = corners.size() == 1 && remarks.isEmpty() ? splice(corners.keySet().iterator().next())
                : Optional.empty();
        model.show(new Overlay.Dragging(snap.levels(), snap.gaps(), splice, shifted(remarks)));
    }

    private Map<String, Point> shifted(Map<String, Point> places) {
        var moved = new HashMap<String, Point>();
        places.forEach((name, corner) -> moved.put(name, corner.plus(way)));
        return moved;
    }

    /// What shows and stays.
    private List<Box> others() {
        Box visible = model.viewport().visible();
        if (!visible.equals(looked)) {
            looked = visible;
            others = model.picture().cardIndex().touching(visible).stream().filter(name -> !corners.containsKey(name))
                    .map(name -> model.picture().card(name).map(CardFace::box).orElseThrow()).toList();
        }
        return others;
    }

    private Optional<Edge> splice(String name) {
        Box card = model.picture().card(name).orElseThrow().box();
        var middle = new Point(card.centre().x(), card.y() + CardLayout.FIRST_PORT);
        return model.hits().wireNear(middle, NEAR_WIRE).filter(edge -> wiring.splices(name, edge));
    }

    @Override
    public void end(Pointer pointer) {
        model.show(new Overlay.Nothing());
        Set<String> names = Set.copyOf(corners.keySet());
        if (splice.isPresent()) {
            String name = names.iterator().next();
            wiring.splice(name, splice.get(), corners.get(name).plus(way));
        } else if (way.equals(Point.ORIGIN)) {
            model.settle();
        } else {
            model.apply("canvas.step.move", arranging.moves(names, remarks.keySet(), way));
        }
    }

    @Override
    public void cancel() {
        model.show(new Overlay.Nothing());
        model.settle();
    }
}
