package io.netloom.app.tryit;

import io.netloom.app.text.Texts;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A ground on which one draws with the mouse, in the colours of the data.
final class DrawPad extends StackPane {
    private static final double SIDE = 196;

    private final PictureViewModel model;
    private final Canvas canvas;

    DrawPad(PictureViewModel model, Texts texts) {
        this.model = model;
        double height = SIDE * Math.min(1, model.proportion());
        double width = SIDE / Math.max(1, model.proportion());
        canvas = new Canvas(width, height);
        canvas.setId("tryit-pad");
        setAccessibleText(texts.get("tryit.pad"));
        getStyleClass().add("tryit-pad");
        getChildren().add(canvas);
        setMaxSize(width + 2, height + 2);
        canvas.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                model.begin(event.getX() / width, event.getY() / height);
                event.consume();
            }
        });
        canvas.setOnMouseDragged(this::dragged);
        paint();
    }

    private void dragged(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            model.goOn(Math.clamp(event.getX() / canvas.getWidth(), 0, 1),
                    Math.clamp(event.getY() / canvas.getHeight(), 0, 1));
            event.consume();
        }
    }

    /// Paints what is drawn so far.
    void paint() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setFill(model.isDark() ? Color.BLACK : Color.WHITE);
        context.fillRect(0, 0, width, height);
        context.setStroke(model.isDark() ? Color.WHITE : Color.BLACK);
        context.setLineWidth(2 * Sketch.BRUSH * Math.min(width, height));
        context.setLineCap(StrokeLineCap.ROUND);
        context.setLineJoin(StrokeLineJoin.ROUND);
        for (List<Sketch.Point> stroke : model.sketch().strokes()) {
            context.beginPath();
            context.moveTo(stroke.getFirst().x() * width, stroke.getFirst().y() * height);
            // A stroke of one point is a dot.
            stroke.forEach(point -> context.lineTo(point.x() * width, point.y() * height));
            context.stroke();
        }
    }
}
