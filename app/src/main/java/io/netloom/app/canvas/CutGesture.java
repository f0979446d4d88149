package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Edge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Draws a line; wires that it crosses are cut.
final class CutGesture implements Gesture {
    private final CanvasViewModel model;
    private final Wiring wiring;
    private final List<Point> points = new ArrayList<>();
    private final Set<Edge> crossed = new LinkedHashSet<>();

    CutGesture(CanvasViewModel model, Wiring wiring, Pointer from) {
        this.model = model;
        this.wiring = wiring;
        points.add(model.viewport().toWorld(from.screen()));
    }

    @Override
    public void move(Pointer pointer) {
        Point last = points.getLast();
        Point now = model.viewport().toWorld(pointer.screen());
        points.add(now);
        for (Edge edge : model.picture().wireIndex().touching(Box.between(last, now))) {
            if (model.picture().wire(edge).orElseThrow().line().cutBy(List.of(last, now))) {
                crossed.add(edge);
            }
        }
        model.show(new Overlay.Stroke(points, crossed));
    }

    @Override
    public void end(Pointer pointer) {
        model.show(new Overlay.Nothing());
        if (!crossed.isEmpty()) {
            wiring.cut(crossed);
        }
    }

    @Override
    public void cancel() {
        model.show(new Overlay.Nothing());
    }
}
