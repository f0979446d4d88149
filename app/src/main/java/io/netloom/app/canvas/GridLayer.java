package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Viewport;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The dots behind the drawing. They keep about the same distance on the screen, whatever the zoom is.
final class GridLayer extends Pane {
    private static final double CLOSEST = 24;
    private static final double DOT = 1.5;

    private final Canvas canvas = new Canvas();
    private final Rectangle ink = new Rectangle();

    GridLayer() {
        setManaged(false);
        setMouseTransparent(true);
        ink.getStyleClass().add("grid-ink");
        ink.setVisible(false);
        getChildren().addAll(canvas, ink);
        ink.fillProperty().addListener(_ -> canvas.setUserData(null));
    }

    void show(Viewport view) {
        if (view.equals(canvas.getUserData())) {
            return;
        }
        canvas.setUserData(view);
        canvas.setWidth(view.width());
        canvas.setHeight(view.height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, view.width(), view.height());
        double step = CardLayout.GRID * view.zoom();
        while (step < CLOSEST) {
            step *= 2;
        }
        g.setFill(ink.getFill());
        for (double x = first(view.pan().x(), step); x < view.width(); x += step) {
            for (double y = first(view.pan().y(), step); y < view.height(); y += step) {
                g.fillRect(Math.rint(x), Math.rint(y), DOT, DOT);
            }
        }
    }

    private static double first(double pan, double step) {
        return pan - Math.floor(pan / step) * step;
    }
}
