package io.netloom.app.canvas.paint;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Draws what the style sheet says of a node, elsewhere and in another size.
final class Brush {
    private Brush() {}

    /// Background and border of a region. Corners are as round as the upper left one.
    static void region(GraphicsContext g, Region pattern, double x, double y, double width, double height) {
        if (pattern.getBackground() != null) {
            for (BackgroundFill fill : pattern.getBackground().getFills()) {
                Insets in = fill.getInsets();
                double arc = 2 * fill.getRadii().getTopLeftHorizontalRadius();
                g.setFill(fill.getFill());
                double w = width - in.getLeft() - in.getRight();
                double h = height - in.getTop() - in.getBottom();
                if (arc > 0) {
                    g.fillRoundRect(x + in.getLeft(), y + in.getTop(), w, h, arc, arc);
                } else {
                    g.fillRect(x + in.getLeft(), y + in.getTop(), w, h);
                }
            }
        }
        if (pattern.getBorder() != null) {
            for (BorderStroke stroke : pattern.getBorder().getStrokes()) {
                double line = stroke.getWidths().getTop();
                double arc = Math.max(0, 2 * stroke.getRadii().getTopLeftHorizontalRadius() - line);
                g.setStroke(stroke.getTopStroke());
                g.setLineWidth(line);
                dashes(g, stroke.getTopStyle().getDashArray());
                g.strokeRoundRect(x + line / 2, y + line / 2, width - line, height - line, arc, arc);
                g.setLineDashes();
            }
        }
    }

    /// Makes lines look like a shape's outline.
    static void outline(GraphicsContext g, Shape pattern) {
        g.setStroke(pattern.getStroke());
        g.setLineWidth(pattern.getStrokeWidth());
        dashes(g, pattern.getStrokeDashArray());
    }

    private static void dashes(GraphicsContext g, List<Double> lengths) {
        g.setLineDashes(lengths.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Words, their upper left corner at a place.
    static void words(GraphicsContext g, Text pattern, Font font, String words, double x, double y) {
        g.setFill(pattern.getFill());
        g.setFont(font);
        g.setTextBaseline(VPos.TOP);
        g.fillText(words, x, y);
    }

    /// An icon, its upper left corner at a place.
    static void icon(GraphicsContext g, Text pattern, double x, double y) {
        words(g, pattern, pattern.getFont(), pattern.getText(), x, y);
    }
}
