package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.paint.Look.Choice;
import io.netloom.app.canvas.paint.Look.Distance;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.canvas.picture.WireFace;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.canvas.GraphicsContext;

/// Paints a part of the drawing: remarks, wires above them, cards above these, and on top the cards that are selected.
public final class Painter {
    /// How far a thing reaches beyond its box: selection, a wire's label.
    public static final double AROUND = 40;
    private static final double CLOSEST_DOTS = 24;
    private static final double DOT = 1.5;

    private final Picture picture;
    private final Patterns patterns;
    private final CardPainter cards;
    private final WirePainter wires;
    private final RemarkPainter remarks;

    /// Which things are painted, of those in the drawing.
    ///
    /// @param cards by name
    /// @param wires which of them
    /// @param remarks notes and frames, where they are painted
    public record Motif(Predicate<String> cards, Predicate<Edge> wires, List<Remark> remarks) {
        public Motif {
            remarks = List.copyOf(remarks);
        }
    }

    /// @param widths those that the picture was measured with
    public Painter(Picture picture, Patterns patterns, MeasuredWidths widths) {
        this.picture = picture;
        this.patterns = patterns;
        this.cards = new CardPainter(patterns, widths);
        this.wires = new WirePainter(patterns, widths);
        this.remarks = new RemarkPainter(patterns, widths);
    }

    /// Ground and dots. The dots keep about the same distance on the screen, whatever the zoom is.
    ///
    /// @param g in pixels, its origin at the upper left corner of `area`
    /// @param scale pixels for a world unit
    /// @param pixel pixels of the screen for one of the window
    public void ground(GraphicsContext g, Box area, double scale, double pixel) {
        g.setFill(patterns.ground());
        g.fillRect(0, 0, Math.ceil(area.width() * scale) + 1, Math.ceil(area.height() * scale) + 1);
        double step = CardLayout.GRID;
        while (step * scale < CLOSEST_DOTS * pixel) {
            step *= 2;
        }
        double dot = Math.rint(DOT * pixel);
        g.setFill(patterns.dots());
        for (double x = Math.floor(area.x() / step) * step; x <= area.right(); x += step) {
            for (double y = Math.floor(area.y() / step) * step; y <= area.bottom(); y += step) {
                g.fillRect(nearest((x - area.x()) * scale), nearest((y - area.y()) * scale), dot, dot);
            }
        }
    }

    /// Halves go up, so that the answer does not hang on where the origin is.
    private static double nearest(double pixel) {
        return Math.floor(pixel + 0.5);
    }

    /// What stands in a part of the world.
    ///
    /// @param g in world units
    /// @param zoom by which it is told whether words can be read
    public void things(GraphicsContext g, Box area, double zoom, Motif motif, Selection selection) {
        Box near = area.inflate(AROUND);
        Distance distance = Distance.of(zoom);
        for (Remark remark : motif.remarks()) {
            if (new Box(remark.x(), remark.y(), remark.width(), remark.height()).intersects(near)) {
                remarks.paint(g, remark, Choice.of(selection.remarks().contains(remark.id())));
            }
        }
        wires(g, picture.wireIndex().touching(near).stream().filter(motif.wires()).toList(), zoom, selection);
        var selected = new ArrayList<CardFace>();
        for (String name : picture.cardIndex().touching(near)) {
            if (motif.cards().test(name)) {
                CardFace card = picture.card(name).orElseThrow();
                if (selection.nodes().contains(name)) {
                    selected.add(card);
                } else {
                    cards.paint(g, card, new Look(card.standing(), Choice.NOT, distance), zoom);
                }
            }
        }
        for (CardFace card : selected) {
            cards.paint(g, card, new Look(card.standing(), Choice.SELECTED, distance), zoom);
        }
    }

    /// Some wires, wherever they are.
    ///
    /// @param g in world units
    /// @param zoom by which it is told whether words can be read
    public void wires(GraphicsContext g, Collection<Edge> edges, double zoom, Selection selection) {
        for (Edge edge : edges) {
            WireFace wire = picture.wire(edge).orElseThrow();
            wires.paint(g, wire, new Look(wire.standing(), Choice.of(selection.edges().contains(edge)),
                    Distance.of(zoom)));
        }
    }
}
