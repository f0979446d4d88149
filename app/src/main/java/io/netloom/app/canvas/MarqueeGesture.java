package io.netloom.app.canvas;

import io.netloom.app.canvas.Pointer.Held;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.HashSet;
import java.util.Set;

/// Draws a box; what it touches is selected. Wires are selected with both their blocks; remarks, if they lie within.
final class MarqueeGesture implements Gesture {
    private final CanvasViewModel model;
    private final Point from;
    private final Selection before;
    private final Selection kept;

    MarqueeGesture(CanvasViewModel model, Pointer from) {
        this.model = model;
        this.from = model.viewport().toWorld(from.screen());
        this.before = model.document().selection();
        this.kept = from.holds(Held.SHIFT) || from.holds(Held.SHORTCUT) ? before : Selection.NONE;
        model.document().select(kept);
    }

    @Override
    public void move(Pointer pointer) {
        Box box = Box.between(from, model.viewport().toWorld(pointer.screen()));
        model.show(new Overlay.Marquee(box));
        var nodes = new HashSet<>(kept.nodes());
        nodes.addAll(model.picture().cardIndex().touching(box));
        var edges = new HashSet<>(kept.edges());
        for (Edge edge : model.picture().wireIndex().touching(box)) {
            if (nodes.contains(edge.from()) && nodes.contains(edge.to())) {
                edges.add(edge);
            }
        }
        Set<String> remarks = new HashSet<>(kept.remarks());
        model.document().drawing().remarks().stream()
                .filter(r -> box.contains(new Box(r.x(), r.y(), r.width(), r.height()))).map(Remark::id)
                .forEach(remarks::add);
        model.document().select(new Selection(nodes, edges, remarks));
    }

    @Override
    public void end(Pointer pointer) {
        model.show(new Overlay.Nothing());
    }

    @Override
    public void cancel() {
        model.show(new Overlay.Nothing());
        model.document().select(before);
    }
}
