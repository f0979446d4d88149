package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Point;
import java.util.Map;

/// Pulls a block out of its wires; its neighbours are joined.
final class PullOutGesture implements Gesture {
    private final CanvasViewModel model;
    private final Wiring wiring;
    private final String name;
    private final Point hold;
    private Point corner;

    PullOutGesture(CanvasViewModel model, Wiring wiring, String name, Pointer from) {
        this.model = model;
        this.wiring = wiring;
        this.name = name;
        this.corner = model.picture().card(name).orElseThrow().corner();
        this.hold = model.viewport().toWorld(from.screen()).minus(corner);
    }

    @Override
    public void move(Pointer pointer) {
        corner = model.viewport().toWorld(pointer.screen()).minus(hold).onGrid(CardLayout.GRID / 2);
        model.lift(Map.of(name, corner));
    }

    @Override
    public void end(Pointer pointer) {
        wiring.pullOut(name, corner);
    }

    @Override
    public void cancel() {
        model.settle();
    }
}
