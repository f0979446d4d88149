package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Viewport;

/// Pulls the drawing.
final class PanGesture implements Gesture {
    private final CanvasViewModel model;
    private final Pointer from;
    private final Viewport before;

    PanGesture(CanvasViewModel model, Pointer from) {
        this.model = model;
        this.from = from;
        this.before = model.viewport();
    }

    @Override
    public void move(Pointer pointer) {
        model.view(before.panned(pointer.screen().x() - from.screen().x(), pointer.screen().y() - from.screen().y()));
    }

    @Override
    public void end(Pointer pointer) {
        move(pointer);
    }

    @Override
    public void cancel() {
        model.view(before);
    }
}
