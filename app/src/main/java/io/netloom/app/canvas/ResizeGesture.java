package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.document.Document;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Remark;

/// Changes the size of a note or a frame.
final class ResizeGesture implements Gesture {
    private static final double SMALLEST = 60;

    private final CanvasViewModel model;
    private final Remark remark;
    private final Document.Gesture step;

    ResizeGesture(CanvasViewModel model, Remark remark) {
        this.model = model;
        this.remark = remark;
        this.step = model.document().gesture(model.texts().get("canvas.step.resize"));
    }

    @Override
    public void move(Pointer pointer) {
        Point corner = model.viewport().toWorld(pointer.screen()).onGrid(CardLayout.GRID / 2);
        step.show(new GraphEdit.Annotate(remark.sized(Math.max(SMALLEST, corner.x() - remark.x()),
                Math.max(SMALLEST / 2, corner.y() - remark.y()))));
    }

    @Override
    public void end(Pointer pointer) {
        step.end();
    }

    @Override
    public void cancel() {
        step.cancel();
    }
}
