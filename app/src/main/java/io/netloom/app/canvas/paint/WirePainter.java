package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.geometry.Curve;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.TextWidths.Face;
import io.netloom.app.canvas.geometry.Wire;
import io.netloom.app.canvas.paint.Look.Distance;
import io.netloom.app.canvas.picture.WireFace;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;

/// Paints a wire with the shape that flows.
final class WirePainter {
    private static final double AIR = 8;
    private static final double ABOVE = 5;
    private static final double LEVEL = 0.35;

    private final Patterns patterns;
    private final MeasuredWidths widths;

    WirePainter(Patterns patterns, MeasuredWidths widths) {
        this.patterns = patterns;
        this.widths = widths;
    }

    void paint(GraphicsContext g, WireFace wire, Look look) {
        Brush.outline(g, patterns.wire(look));
        g.beginPath();
        g.moveTo(wire.line().start().x(), wire.line().start().y());
        for (Curve piece : wire.line().pieces()) {
            g.bezierCurveTo(piece.control1().x(), piece.control1().y(), piece.control2().x(), piece.control2().y(),
                    piece.end().x(), piece.end().y());
        }
        g.stroke();
        g.setLineDashes();
        if (look.distance() == Distance.NEAR && !wire.label().isEmpty()) {
            label(g, wire);
        }
    }

    /// The label stands above the middle, where there is room for it.
    private void label(GraphicsContext g, WireFace wire) {
        Wire line = wire.line();
        double width = widths.width(wire.label(), Face.NUMBERS);
        double room = Math.abs(line.end().x() - line.start().x()) - 2 * AIR;
        if (room < width) {
            return;
        }
        boolean level = Math.abs(line.direction(0.5).y()) < LEVEL;
        if (level || room >= 2 * width) {
            Point middle = line.at(0.5);
            g.setFill(patterns.label(wire.standing()).getFill());
            g.setFont(MeasuredWidths.font(Face.NUMBERS));
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText(wire.label(), level ? middle.x() - width / 2 : middle.x() + AIR,
                    level ? middle.y() - ABOVE : middle.y());
        }
    }
}
