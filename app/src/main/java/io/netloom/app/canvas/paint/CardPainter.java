package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.CardText;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.TextWidths.Face;
import io.netloom.app.canvas.picture.CardFace;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/// Paints a card: category, icon and name, settings, shape and parameters, ports.
final class CardPainter {
    private static final double PORT = 5;
    private static final double ICON_ROOM = 19;
    private static final double SIGN_ROOM = 18;
    private static final double CARD_AIR = 6;

    private final Patterns patterns;
    private final MeasuredWidths widths;

    CardPainter(Patterns patterns, MeasuredWidths widths) {
        this.patterns = patterns;
        this.widths = widths;
    }

    /// @param zoom so much larger does a window show what is painted
    void paint(GraphicsContext g, CardFace card, Look look, double zoom) {
        Pane pattern = patterns.card(card, look);
        CardLayout layout = card.layout();
        Point corner = card.corner();
        g.setGlobalAlpha(pattern.getOpacity());
        Brush.region(g, pattern, corner.x(), corner.y(), layout.width(), layout.height());
        switch (look.distance()) {
            case NEAR -> {
                words(g, card, pattern);
                ports(g, card, patterns.port(pattern));
            }
            case MIDDLE -> name(g, card, zoom);
            case FAR -> {
                // Colour and place tell what it is.
            }
        }
        g.setGlobalAlpha(1);
    }

    /// In the middle of the card, as large on the screen as small words are.
    private void name(GraphicsContext g, CardFace card, double zoom) {
        double larger = Face.SMALL.size() / Face.TITLE.size() / zoom;
        double room = (card.layout().width() - 2 * CARD_AIR) / larger;
        String name = widths.cut(card.text().name(), Face.TITLE, room);
        g.save();
        g.translate(card.box().centre().x(), card.box().centre().y());
        g.scale(larger, larger);
        g.setFill(patterns.ground());
        g.setFont(MeasuredWidths.font(Face.TITLE));
        g.setTextBaseline(VPos.CENTER);
        g.fillText(name, -widths.width(name, Face.TITLE) / 2, 0);
        g.restore();
    }

    private void words(GraphicsContext g, CardFace card, Pane pattern) {
        CardText text = card.text();
        CardLayout layout = card.layout();
        double left = card.corner().x() + CardLayout.SIDE;
        double right = card.corner().x() + layout.width() - CardLayout.SIDE;
        double inner = right - left;
        double y = card.corner().y() + CardLayout.PADDING;
        List<Text> signs = signs(card, pattern);
        for (int i = 0; i < signs.size(); i++) {
            Brush.icon(g, signs.get(i), right - 13 - i * SIGN_ROOM, y - 1);
        }
        line(g, pattern, "card-category", Face.SMALL, text.category(), left, y, inner - signs.size() * SIGN_ROOM);
        y += CardLayout.CATEGORY_LINE;
        Brush.icon(g, patterns.icon(pattern, card.look()), left - 1, y + 2);
        line(g, pattern, "card-name", Face.TITLE, text.name(), left + ICON_ROOM, y, inner - ICON_ROOM);
        y += CardLayout.NAME_LINE;
        for (String setting : text.settings()) {
            line(g, pattern, "card-setting", Face.TEXT, setting, left, y, inner);
            y += CardLayout.LINE;
        }
        y = card.corner().y() + layout.height() - CardLayout.PADDING - CardLayout.LINE + 2;
        double parameters = widths.width(text.parameters(), Face.NUMBERS);
        line(g, pattern, "card-shape", Face.NUMBERS, text.shape(), left, y,
                inner - (parameters > 0 ? parameters + CardLayout.BETWEEN / 2 : 0));
        line(g, pattern, "card-parameters", Face.NUMBERS, text.parameters(), right - parameters, y, parameters + 1);
    }

    /// From the right: what is wrong, and whether it takes part.
    private List<Text> signs(CardFace card, Pane pattern) {
        var signs = new ArrayList<Text>();
        switch (card.standing()) {
            case SOUND -> {
                // Nothing is to be said.
            }
            case UNFINISHED -> signs.add(patterns.sign(pattern, "mdi2d-dots-horizontal", "card-mark"));
            case WRONG -> signs.add(patterns.sign(pattern, "mdi2a-alert-circle", "card-mark"));
        }
        switch (card.node().activity()) {
            case ACTIVE -> {
                // It takes part, as one expects.
            }
            case BYPASSED -> signs.add(patterns.sign(pattern, "mdi2d-debug-step-over", "card-badge"));
            case MUTED -> signs.add(patterns.sign(pattern, "mdi2v-volume-off", "card-badge"));
        }
        return signs;
    }

    private void line(GraphicsContext g, Pane pattern, String style, Face face, String words, double x, double y,
            double width) {
        if (!words.isEmpty()) {
            Brush.words(g, patterns.words(pattern, style), MeasuredWidths.font(face), widths.cut(words, face, width),
                    x, y);
        }
    }

    private static void ports(GraphicsContext g, CardFace card, Circle pattern) {
        g.setFill(pattern.getFill());
        Brush.outline(g, pattern);
        for (Point port : card.layout().inputs()) {
            port(g, card.corner().plus(port));
        }
        for (Point port : card.layout().outputs()) {
            port(g, card.corner().plus(port));
        }
    }

    private static void port(GraphicsContext g, Point at) {
        g.fillOval(at.x() - PORT, at.y() - PORT, 2 * PORT, 2 * PORT);
        g.strokeOval(at.x() - PORT, at.y() - PORT, 2 * PORT, 2 * PORT);
    }
}
