package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Guides;
import io.netloom.app.canvas.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/// The lines that help to put a card in line with others: one along edges that are level, one with a tick at each end across
/// a gap that is equal to another. They are rectangles, for without a graphics card those are filled at once and a line is
/// traced, and stay from one move to the next, for to find the style of a new one takes longer than to draw it.
final class GuideLayer extends Group {
    private static final double TICK = 3;

    /// @param zoom screen pixels to a world unit: a line is one screen pixel wide
    void show(List<Guides.Line> levels, List<Guides.Line> gaps, double zoom) {
        var bars = new ArrayList<Guides.Line>(levels);
        double tick = TICK / zoom;
        for (Guides.Line gap : gaps) {
            boolean lies = gap.a().y() == gap.b().y();
            var out = lies ? new Point(0, tick) : new Point(tick, 0);
            bars.add(gap);
            bars.add(new Guides.Line(gap.a().minus(out), gap.a().plus(out)));
            bars.add(new Guides.Line(gap.b().minus(out), gap.b().plus(out)));
        }
        for (int i = getChildren().size(); i < bars.size(); i++) {
            var bar = new Rectangle();
            bar.getStyleClass().add("guide");
            getChildren().add(bar);
        }
        for (int i = 0; i < getChildren().size(); i++) {
            Node bar = getChildren().get(i);
            bar.setVisible(i < bars.size());
            if (i < bars.size()) {
                place((Rectangle) bar, bars.get(i), zoom);
            }
        }
    }

    private static void place(Rectangle bar, Guides.Line line, double zoom) {
        double left = Math.rint(line.a().x() * zoom);
        double top = Math.rint(line.a().y() * zoom);
        bar.setX(left / zoom);
        bar.setY(top / zoom);
        bar.setWidth((Math.rint(line.b().x() * zoom) - left + 1) / zoom);
        bar.setHeight((Math.rint(line.b().y() * zoom) - top + 1) / zoom);
    }
}
